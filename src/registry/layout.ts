import { type Digest, digestHex } from '../oci/index.ts';

const algorithm = (digest: Digest): string => digest.slice(0, digest.indexOf(':'));
const hashed = (digest: Digest): string => `${algorithm(digest)}/${digestHex(digest)}`;

/** Where things lie below a registry's root directory, as distribution's storage paths have it since version 2. */
export function registryLayout(root: string) {
  const base = `${root.replace(/\/+$/, '')}/docker/registry/v2`;
  const repositories = `${base}/repositories`;
  const repository = (name: string): string => `${repositories}/${name}`;
  const tags = (name: string): string => `${repository(name)}/_manifests/tags`;
  return {
    repositories,
    repository,
    blobs: `${base}/blobs`,
    blob: (digest: Digest): string => `${base}/blobs/${algorithm(digest)}/${digestHex(digest).slice(0, 2)}/${digestHex(digest)}/data`,
    layers: (name: string): string => `${repository(name)}/_layers`,
    layerLink: (name: string, digest: Digest): string => `${repository(name)}/_layers/${hashed(digest)}/link`,
    revisions: (name: string): string => `${repository(name)}/_manifests/revisions`,
    revisionLink: (name: string, digest: Digest): string => `${repository(name)}/_manifests/revisions/${hashed(digest)}/link`,
    tags,
    tag: (name: string, tag: string): string => `${tags(name)}/${tag}`,
    tagLink: (name: string, tag: string): string => `${tags(name)}/${tag}/current/link`,
    tagIndexLink: (name: string, tag: string, digest: Digest): string => `${tags(name)}/${tag}/index/${hashed(digest)}/link`,
    upload: (name: string, id: string): string => `${repository(name)}/_uploads/${id}`,
  };
}
