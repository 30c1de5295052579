import { expect, it } from 'vitest';
import { ConfigurationError, readConfiguration } from './configuration.ts';

const file = 'version: 0.1\nstorage: {filesystem: {rootdirectory: /data}}\nhttp: {addr: ":5000", headers: {X-A: [b]}}\n';
const read = (env: Record<string, string> = {}, text = file, warn: (message: string) => void = () => undefined) => readConfiguration(text, '/config.yml', env, warn);
const refusal = (env: Record<string, string>, text = file): string => {
  try {
    read(env, text);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return '';
};

it('takes variables by any path over what stands in the file', () => {
  const configuration = read({
    REGISTRY_HTTP_ADDR: ':6000', REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY: '/other', REGISTRY_STORAGE_DELETE_ENABLED: 'true', REGISTRY_LOG_FIELDS_PLACE: 'lab', REGISTRY_HTTP_TLS_CLIENTCAS: '[a.crt, b.crt]',
    REGISTRY_HTTP_DRAINTIMEOUT: '1m30s', OTHER_HTTP_ADDR: ':7000',
  });
  expect([configuration.text('http.addr'), configuration.text('storage.filesystem.rootdirectory'), configuration.flag('storage.delete.enabled'), configuration.at('log.fields'), configuration.texts('http.tls.clientcas'), configuration.duration('http.draintimeout')])
    .toEqual([':6000', '/other', true, { place: 'lab' }, ['a.crt', 'b.crt'], 90_000]);
  expect(configuration.at('http.headers')).toEqual({ 'X-A': ['b'] });
});

it('names a kind of authentication and storage in one word', () => {
  const configuration = read({ REGISTRY_AUTH: 'htpasswd', REGISTRY_AUTH_HTPASSWD_REALM: 'here', REGISTRY_STORAGE: 'inmemory' });
  expect([configuration.authType, configuration.text('auth.htpasswd.realm'), configuration.storageType]).toEqual(['htpasswd', 'here', 'inmemory']);
});

it('tells what nobody knows, and goes on', () => {
  const warnings: string[] = [];
  read({ REGISTRY_NOSUCH: '1', REGISTRY_HTTP_NOSUCH: '1' }, file, (message) => warnings.push(message));
  expect(warnings).toEqual(['Ignoring unrecognized environment variable REGISTRY_HTTP_NOSUCH', 'Ignoring unrecognized environment variable REGISTRY_NOSUCH']);
});

// As Debian's docker-registry says it (registry-config in test/conformance/docker).
it.each([
  [{}, 'version: 0.2\n', 'error parsing /config.yml: unsupported version: "0.2"'],
  [{}, 'version: 0.1\nstorage: {}\n', 'error parsing /config.yml: no storage configuration provided'],
  [{}, 'version: 0.1\nstorage:\n\tfilesystem:\n', 'error parsing /config.yml: yaml: line 3: found character that cannot start any token'],
  [{ REGISTRY_HTTP_RELATIVEURLS: 'maybe' }, file, 'error parsing /config.yml: yaml: unmarshal errors:\n  line 1: cannot unmarshal !!str `maybe` into bool'],
  [{ REGISTRY_HTTP_TLS_LETSENCRYPT_HOSTS: 'registry.harbour.test' }, file, 'error parsing /config.yml: yaml: unmarshal errors:\n  line 1: cannot unmarshal !!str `registr...` into []string'],
  [{ REGISTRY_LOG_LEVEL: 'loud' }, file, 'error parsing /config.yml: invalid loglevel loud Must be one of [error, warn, info, debug]'],
])('refuses %j with %j', (env, text, words) => {
  expect(refusal(env as Record<string, string>, text)).toBe(words);
});
