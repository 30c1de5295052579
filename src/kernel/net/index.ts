export * from './channel.ts';
export * from './stream-socket.ts';

/** One network stack: network_namespaces(7). */
export interface NetworkNamespace {
  readonly id: number;
}
