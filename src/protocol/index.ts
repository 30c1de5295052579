export * from './errors.ts';
export * from './messages.ts';
export * from './network-event.ts';
export * from './port-request.ts';
export * from './port-transport.ts';
export * from './rpc.ts';
export * from './tls-event.ts';
