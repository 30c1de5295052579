export * from './bytes.ts';
export * from './byte-stream.ts';
export * from './clock.ts';
export * from './disposable.ts';
export * from './emitter.ts';
export * from './random.ts';
