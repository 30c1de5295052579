/** The shortest script found that still fails: pieces are left out as long as it does, lines first, then words, then characters. */
export async function minimise(script: string, fails: (script: string) => Promise<boolean>, limitMs: number): Promise<string> {
  const end = performance.now() + limitMs;
  let best = script;
  for (const cut of [/(?<=\n)/, /(?<=\s)/, /(?:)/u]) {
    let parts = best.split(cut);
    for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; at < parts.length && performance.now() < end; ) {
        const shorter = [...parts.slice(0, at), ...parts.slice(at + size)];
        if (shorter.length > 0 && (await fails(shorter.join('')))) parts = shorter;
        else at += size;
      }
    }
    best = parts.join('');
  }
  return best;
}
