/** What an error of the JavaScript engine says has run out: the stack (too deep a recursion) or memory (a string or array that is too long); undefined for other errors. */
export function exhausted(error: unknown): 'stack' | 'memory' | undefined {
  if (!(error instanceof Error)) return undefined;
  if (/call stack|too much recursion/i.test(error.message)) return 'stack';
  return /invalid (?:string|array|typed array) length|allocation failed|allocation size overflow|out of memory/i.test(error.message) ? 'memory' : undefined;
}
