/** What a key of the configuration holds: text, and so on; `map`: keys as one likes; an object: these keys. Names are those of distribution's Configuration, in lower case. */
export type Shape = 'string' | 'bool' | 'int' | 'duration' | 'strings' | 'any' | 'map' | { readonly [key: string]: Shape };

const nameAndPassword = { username: 'string', password: 'string' } as const;

/** Everything that a configuration may say, and environment variables may override. */
export const configurationShape: { readonly [key: string]: Shape } = {
  version: 'string',
  log: { accesslog: { disabled: 'bool' }, level: 'string', formatter: 'string', fields: 'map', hooks: 'any' },
  loglevel: 'string',
  storage: 'map',
  auth: 'map',
  middleware: 'map',
  reporting: { bugsnag: { apikey: 'string', releasestage: 'string', endpoint: 'string' }, newrelic: { licensekey: 'string', name: 'string', verbose: 'bool' } },
  http: {
    addr: 'string', net: 'string', host: 'string', prefix: 'string', secret: 'string', relativeurls: 'bool', draintimeout: 'duration',
    tls: { certificate: 'string', key: 'string', clientcas: 'strings', minimumtls: 'string', ciphersuites: 'strings', letsencrypt: { cachefile: 'string', email: 'string', hosts: 'strings' } },
    headers: 'map', debug: { addr: 'string', prometheus: { enabled: 'bool', path: 'string' } }, http2: { disabled: 'bool' },
  },
  notifications: { eventconfig: { includereferences: 'bool' }, endpoints: 'any' },
  redis: { addr: 'string', ...nameAndPassword, db: 'int', dialtimeout: 'duration', readtimeout: 'duration', writetimeout: 'duration', pool: { maxidle: 'int', maxactive: 'int', idletimeout: 'duration' } },
  health: { filecheckers: 'any', httpcheckers: 'any', tcpcheckers: 'any', storagedriver: { enabled: 'bool', interval: 'duration', threshold: 'int' } },
  proxy: { remoteurl: 'string', ...nameAndPassword },
  compatibility: { schema1: { trustkey: 'string', enabled: 'bool' } },
  validation: { enabled: 'bool', disabled: 'bool', manifests: { urls: { allow: 'strings', deny: 'strings' } } },
  policy: { repository: { classes: 'strings' } },
  catalog: { maxentries: 'int' },
};
