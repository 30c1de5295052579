import type { Shell } from '../state/shell.ts';

/** Prints what `time` measured, as TIMEFORMAT says; `posix` for `time -p`. Processor times are not measured. */
export async function reportTime(shell: Shell, start: number, posix: boolean): Promise<void> {
  const elapsed = shell.process.clock.now() - start;
  const format = posix ? 'real %2R\nuser %2U\nsys %2S' : (shell.variables.text('TIMEFORMAT') ?? '\nreal\t%3lR\nuser\t%3lU\nsys\t%3lS');
  if (format === '') return;
  const text = format.replace(/%%|%(\d?)(l?)([RUSP])/g, (whole, digits: string, long: string, letter: string) => {
    if (whole === '%%') return '%';
    if (letter === 'P') return '0.00';
    const seconds = letter === 'R' ? elapsed / 1000 : 0;
    const precision = digits === '' ? 3 : Math.min(Number(digits), 3);
    if (long === '') return seconds.toFixed(precision);
    const minutes = Math.floor(seconds / 60);
    return `${minutes}m${(seconds - minutes * 60).toFixed(precision)}s`;
  });
  await shell.writeError(`${text}\n`);
}
