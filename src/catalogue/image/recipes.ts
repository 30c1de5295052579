import type { ImageRecipe } from '../recipe/image.ts';

/** What is known of an image before its recipe is loaded. */
export interface CatalogueEntry {
  repository: string;
  tags: readonly string[];
  /** 1: the image is from before 2016, and a registry has it as a signed manifest of schema 1 only. */
  schema?: 1;
  load(): Promise<ImageRecipe>;
}

/** All images; recipes are loaded at first use. A test holds the tags against the recipes. */
export const catalogueEntries: readonly CatalogueEntry[] = [
  { repository: 'drydock/dnmonster', tags: ['1.0'], schema: 1, load: async () => (await import('../service/dnmonster.ts')).dnmonster },
  { repository: 'drydock/dnmonster', tags: ['2.0', 'latest'], load: async () => (await import('../service/dnmonster.ts')).dnmonster2 },
  { repository: 'library/alpine', tags: ['3.20', '3.20.3', '3', 'latest'], load: async () => (await import('../alpine/alpine.ts')).alpine },
  { repository: 'library/alpine', tags: ['3.10', '3.10.9'], load: async () => (await import('../alpine/alpine-of-2019.ts')).alpine310 },
  { repository: 'library/busybox', tags: ['1.36', 'latest', '1.36.1', 'glibc', '1.36-glibc', 'stable'], load: async () => (await import('../busybox/busybox.ts')).busybox },
  { repository: 'library/debian', tags: ['bookworm', 'bookworm-20260824', '12', '12.15', 'latest'], load: async () => (await import('../debian/bookworm.ts')).bookworm },
  { repository: 'library/debian', tags: ['bookworm-slim', 'bookworm-20260824-slim', '12-slim', '12.15-slim', 'stable-slim'], load: async () => (await import('../debian/bookworm.ts')).bookwormSlim },
  { repository: 'library/debian', tags: ['wheezy', '7', '7.11'], load: async () => (await import('../debian/wheezy.ts')).wheezy },
  { repository: 'library/hello-world', tags: ['latest', 'linux'], load: async () => (await import('../hello-world/hello-world.ts')).helloWorld },
  { repository: 'library/httpd', tags: ['2', '2.4', '2.4.59', 'latest', 'bookworm'], load: async () => (await import('../service/httpd.ts')).httpd },
  { repository: 'library/nginx', tags: ['latest', '1.27', '1.27.0', '1', 'mainline', 'bookworm'], load: async () => (await import('../service/nginx.ts')).nginx },
  { repository: 'library/nginx', tags: ['alpine', '1.27-alpine', '1.27.0-alpine', '1-alpine', 'mainline-alpine'], load: async () => (await import('../service/nginx.ts')).nginxAlpine },
  { repository: 'library/python', tags: ['3.12-slim', '3.12-slim-bookworm', '3-slim', 'slim', '3.12', '3', 'latest'], load: async () => (await import('../service/python.ts')).python },
  { repository: 'library/python', tags: ['3.5', '3.5.10', '3.5-buster'], load: async () => (await import('../service/python.ts')).python35 },
  { repository: 'library/redis', tags: ['latest', '7', '7.2', '7.2.5', 'bookworm'], load: async () => (await import('../service/redis.ts')).redis },
  { repository: 'library/redis', tags: ['alpine', '7-alpine', '7.2-alpine', '7.2.5-alpine', 'alpine3.20', 'alpine3.12'], load: async () => (await import('../service/redis.ts')).redisAlpine },
  { repository: 'library/registry', tags: ['2', '2.8', '2.8.3', 'latest'], load: async () => (await import('../service/registry.ts')).registry },
  { repository: 'library/ubuntu', tags: ['22.04', 'jammy', 'latest'], load: async () => (await import('../debian/jammy.ts')).jammy },
];

/** Whether an image is from before 2016: `CatalogueEntry.schema`. */
export function isSchema1(repository: string, tag: string): boolean {
  return catalogueEntries.some((entry) => entry.repository === repository && entry.schema === 1 && entry.tags.includes(tag));
}
