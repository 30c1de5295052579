import type { RegistryRequest } from './request.ts';

/** How a registry names itself in Locations. */
export interface RegistryUrlOptions {
  /** `http.host`: scheme and host whatever clients ask for. */
  host?: string | undefined;
  /** `http.relativeurls`: only paths. */
  relative?: boolean | undefined;
  /** `http.prefix`: a path that all routes are below. */
  prefix?: string | undefined;
}

/** Where a path below `/v2/` is, as distribution builds it: from the configuration, from what proxies say, or from the request. */
export function registryUrl(request: RegistryRequest, path: string, { host, relative = false, prefix = '' }: RegistryUrlOptions): string {
  const whole = `${prefix.replace(/\/$/, '')}/v2/${path}`;
  if (host) return new URL(whole, host).href;
  if (relative) return whole;
  const { protocol, host: asked } = new URL(request.url);
  const first = (name: string): string | undefined => request.headers.get(name)?.split(',')[0]?.trim() || undefined;
  return `${first('x-forwarded-proto') ?? protocol.slice(0, -1)}://${first('x-forwarded-host') ?? asked}${whole}`;
}
