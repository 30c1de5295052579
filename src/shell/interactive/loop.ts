import type { Shell } from '../state/shell.ts';
export function startInteractive(shell: Shell): void { shell.interactive = true; }
export async function runInteractive(_shell: Shell): Promise<number> { return 0; }
