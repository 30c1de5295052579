export * from './armor.ts';
export * from './inflate.ts';
export * from './key.ts';
export * from './packet.ts';
export * from './signature.ts';
export * from './transferable.ts';
