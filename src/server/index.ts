export * from './engine/index.ts';
export * from './golden/index.ts';
export * from './lab-host/index.ts';
export * from './gateway/index.ts';
export * from './session/index.ts';
export { type LabServer, type LabServerOptions, serveLabs } from './lab-server.ts';
