export * from './read.ts';
export * from './tag.ts';
export * from './value.ts';
export * from './write.ts';
