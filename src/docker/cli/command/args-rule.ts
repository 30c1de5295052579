import { goQuote } from '../../../base/go/index.ts';

/** How many arguments a command takes. */
export interface ArgsRule {
  readonly min: number;
  readonly max: number;
}

export const noArgs: ArgsRule = { min: 0, max: 0 };

export function exactArgs(count: number): ArgsRule {
  return { min: count, max: count };
}

export function minArgs(min: number): ArgsRule {
  return { min, max: Infinity };
}

export function maxArgs(max: number): ArgsRule {
  return { min: 0, max };
}

export function rangeArgs(min: number, max: number): ArgsRule {
  return { min, max };
}

/** What docker says when the count is wrong; undefined when it is right. */
export function checkArgs(rule: ArgsRule, count: number, command: { path: string; useLine: string; short: string }): string | undefined {
  if (count >= rule.min && count <= rule.max) return undefined;
  return `${goQuote(command.path)} ${demand(rule)}.\nSee '${command.path} --help'.\n\nUsage:  ${command.useLine}\n\n${command.short}`;
}

function demand({ min, max }: ArgsRule): string {
  if (max === 0) return 'accepts no arguments';
  if (min === max) return `requires exactly ${counted(min)}`;
  if (max === Infinity) return `requires at least ${counted(min)}`;
  if (min === 0) return `requires at most ${counted(max)}`;
  return `requires at least ${min} and at most ${counted(max)}`;
}

function counted(count: number): string {
  return `${count} argument${count === 1 ? '' : 's'}`;
}
