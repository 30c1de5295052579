/** What a program needs to run: names of Go's GOOS and GOARCH. */
export interface Platform {
  os: string;
  architecture: string;
  variant?: string | undefined;
  'os.version'?: string | undefined;
}

/** The platform of every host here. */
export const hostPlatform: Platform = { os: 'linux', architecture: 'amd64' };

const architectures: Record<string, { architecture: string; variant?: string }> = {
  x86_64: { architecture: 'amd64' }, 'x86-64': { architecture: 'amd64' }, aarch64: { architecture: 'arm64' }, armhf: { architecture: 'arm', variant: 'v7' },
  armel: { architecture: 'arm', variant: 'v6' }, i386: { architecture: '386' },
};

/** Reads `linux/arm64/v8`, `linux/amd64` or `arm64`; undefined when it is none. */
export function parsePlatform(text: string): Platform | undefined {
  const parts = text.toLowerCase().split('/');
  if (parts.length > 3 || parts.some((part) => !/^[a-z0-9_.-]+$/.test(part))) return undefined;
  const [first = '', second, third] = parts;
  if (second === undefined) {
    const known = architectures[first] ?? (['amd64', 'arm64', 'arm', '386', 'ppc64le', 's390x', 'riscv64', 'mips64le'].includes(first) ? { architecture: first } : undefined);
    if (['linux', 'windows', 'darwin', 'freebsd', 'openbsd', 'netbsd', 'solaris'].includes(first)) return { os: first, architecture: hostPlatform.architecture };
    return known ? { os: 'linux', ...known } : undefined;
  }
  const architecture = architectures[second] ?? { architecture: second };
  return { os: first, ...architecture, ...(third !== undefined && { variant: third }) };
}

/** `linux/arm64/v8` */
export function formatPlatform({ os, architecture, variant }: Platform): string {
  return [os, architecture, ...(variant ? [variant] : [])].join('/');
}

/** Whether an image made for `offered` is what `wanted` asks for. A variant that is left out means the usual one (`v8` for arm64, `v7` for arm). */
export function platformMatches(wanted: Platform, offered: Platform): boolean {
  const variant = (platform: Platform): string => platform.variant || ({ arm64: 'v8', arm: 'v7' }[platform.architecture] ?? '');
  return wanted.os === offered.os && wanted.architecture === offered.architecture && variant(wanted) === variant(offered);
}
