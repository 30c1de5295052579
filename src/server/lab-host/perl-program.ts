import { readFileSync } from 'node:fs';
import { encodeUtf8 } from '../../base/index.ts';

/** Takes the program from stdin, up to a zero byte and no byte further: as an argument it would fill the list of processes. */
const readProgram = 'my $program = ""; $program .= $_ while sysread(STDIN, $_, 1) and $_ ne "\\0"; eval $program; die $@ if $@';

/** A program in Perl, which every Debian has, for what a shell cannot do. Its text is sent before its input. */
export interface PerlProgram {
  command(...args: string[]): string[];
  readonly text: Uint8Array;
}

export function perlProgram(file: URL): PerlProgram {
  return { command: (...args) => ['perl', '-e', readProgram, ...args], text: encodeUtf8(`${readFileSync(file, 'utf8')}\0`) };
}
