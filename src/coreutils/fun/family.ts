export * from './cowsay.ts';
export * from './fortune.ts';
