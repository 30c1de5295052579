/** What this browser lacks of what the terminal cannot do without; empty when all is there. */
export function missingFeatures(scope: typeof globalThis = globalThis): string[] {
  const needed: Record<string, boolean> = {
    Worker: 'Worker' in scope,
    BigInt: 'BigInt' in scope,
    ReadableStream: 'ReadableStream' in scope,
    ResizeObserver: 'ResizeObserver' in scope,
    structuredClone: 'structuredClone' in scope,
    'Array.prototype.findLast': 'findLast' in Array.prototype,
    'AbortSignal.timeout': 'AbortSignal' in scope && 'timeout' in scope.AbortSignal,
    'HTMLDialogElement': 'HTMLDialogElement' in scope,
  };
  return Object.entries(needed).flatMap(([name, there]) => (there ? [] : [name]));
}
