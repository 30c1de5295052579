export * from './ipv4.ts';
export * from './ipv6.ts';
