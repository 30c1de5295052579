import { encodeUtf8 } from '../../base/index.ts';
import type { RegistryAuth } from '../api/index.ts';

/** The header `X-Registry-Auth`: base64url of the JSON; no header without credentials. */
export function encodeRegistryAuth(auth: RegistryAuth | undefined): Record<string, string> {
  if (!auth) return {};
  return { 'x-registry-auth': base64Url(JSON.stringify(auth)) };
}

/** The header `X-Registry-Config` of a build: credentials by registry. */
export function encodeRegistryConfig(auths: Record<string, RegistryAuth>): Record<string, string> {
  return { 'x-registry-config': base64Url(JSON.stringify(auths)) };
}

function base64Url(text: string): string {
  return btoa(String.fromCharCode(...encodeUtf8(text))).replace(/\+/g, '-').replace(/\//g, '_');
}
