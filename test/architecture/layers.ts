/** The folders of src that are layers, and which layers each may import. What is not listed is forbidden. */
export const layers: Readonly<Record<string, readonly string[]>> = {
  base: [],
  pki: ['base'],
  tls: ['pki', 'base'],
  kernel: ['base'],
  oci: ['base'],
  shell: ['kernel', 'base'],
  coreutils: ['registry', 'oci', 'tls', 'pki', 'kernel', 'base'],
  python: ['kernel', 'base'],
  registry: ['oci', 'tls', 'pki', 'base'],
  catalogue: ['registry', 'oci', 'base'],
  'docker/api': ['oci', 'base'],
  'docker/client': ['docker/api', 'oci', 'tls', 'pki', 'base'],
  'docker/distribution': ['docker/api', 'kernel', 'oci', 'tls', 'pki', 'base'],
  'docker/engine': ['docker/distribution', 'docker/api', 'oci', 'base'],
  'docker/runtime': ['docker/engine', 'docker/distribution', 'docker/api', 'kernel', 'oci', 'tls', 'pki', 'base'],
  'docker/cli': ['docker/distribution', 'docker/client', 'docker/api', 'kernel', 'oci', 'tls', 'pki', 'base'],
  'docker/compose': ['docker/cli', 'docker/client', 'docker/api', 'kernel', 'oci', 'base'],
  host: [
    'shell', 'coreutils', 'python', 'catalogue', 'registry', 'docker/api', 'docker/client', 'docker/engine', 'docker/runtime', 'docker/cli', 'docker/compose',
    'kernel', 'oci', 'tls', 'pki', 'base', 'protocol',
  ],
  protocol: ['base'],
  backend: ['protocol', 'base'],
  lab: ['backend', 'protocol', 'base'],
  quiz: ['lab', 'base'],
  server: ['lab', 'backend', 'protocol', 'docker/client', 'docker/api', 'registry', 'catalogue', 'oci', 'base'],
  cli: ['host', 'lab', 'backend', 'protocol', 'registry', 'catalogue', 'server', 'kernel', 'oci', 'base', 'tls', 'pki'],
  'site/build': ['docker/cli', 'docker/compose', 'lab', 'quiz', 'base'],
  'site/service-worker': [],
  site: ['site/build', 'site/service-worker', 'pki', 'docker/compose', 'quiz', 'lab', 'backend', 'protocol', 'base'],
};

/** Files besides a layer's index.ts that other layers may import: what stands for itself, or is loaded only when it is needed. */
export const doors: Readonly<Record<string, readonly string[]>> = {
  base: ['dns/index.ts', 'go/index.ts', 'gzip/index.ts', 'http/index.ts', 'http2/index.ts', 'ip/index.ts', 'tar/index.ts', 'wasm/index.ts', 'worker/index.ts'],
  catalogue: ['authority/index.ts'],
  kernel: ['uapi/index.ts'],
  lab: ['authoring/index.ts'],
  quiz: ['authoring/index.ts'],
  oci: ['layer/index.ts'],
  'site/service-worker': ['service-worker.ts'],
  'docker/compose': ['file/check/index.ts'],
  'docker/distribution': ['process/index.ts'],
};

/** Files that a layer may start as a worker, by URL, without importing them. */
export const workers: Readonly<Record<string, readonly string[]>> = {
  site: ['host'],
  backend: ['host'],
};

/** Packages that one layer wraps; nobody else imports them. */
export const ownPackages: Readonly<Record<string, string>> = {
  'jq-wasm': 'coreutils',
  unbash: 'shell',
  '@xterm/xterm': 'site',
  '@codemirror/state': 'site',
};

/** Layers that run in Node, the only ones that may import `node:`. */
export const nodeLayers: readonly string[] = ['server', 'cli', 'site/build'];

/** Top folders beside src whose texts and data these layers may import. */
export const data: Readonly<Record<string, readonly string[]>> = {
  site: ['content', 'labs'],
  cli: ['labs'],
};
