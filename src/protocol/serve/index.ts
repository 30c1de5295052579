export * from './engine-service.ts';
export * from './port-request.ts';
export * from './terminal-service.ts';
