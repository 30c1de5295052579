export { type Dial, DialError, type TlsTerms } from './dial.ts';
export { type FetchedManifest, RegistryClient, type RegistryClientOptions } from './registry-client.ts';
export { RegistryError } from './registry-error.ts';
export { RegistryTransport } from './registry-transport.ts';
