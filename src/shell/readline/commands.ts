import type { Command } from './editing.ts';
import { historyCommands } from './commands/history.ts';
import { insertCommands } from './commands/insert.ts';
import { killCommands } from './commands/kill.ts';
import { moveCommands } from './commands/move.ts';

const known: Record<string, Command> = { ...moveCommands, ...insertCommands, ...killCommands, ...historyCommands };

const viLoader = async (): Promise<Record<string, Command>> => (await import('./commands/vi.ts')).viCommands;

/** Rooms of commands that come with their first use, by what their functions are called. */
const rooms: [RegExp, () => Promise<Record<string, Command>>][] = [
  [/search-history/, async () => (await import('./commands/search.ts')).searchCommands],
  [/^vi-(?!edit)/, viLoader],
  [/complet|^glob-|^dabbrev/, async () => (await import('./commands/complete.ts')).completeCommands],
  [/./, async () => (await import('./commands/text.ts')).textCommands],
];

/** The function of that name; undefined when there is none. */
export async function findCommand(name: string): Promise<Command | undefined> {
  const command = known[name];
  if (command) return command;
  if (name === 'vi-editing-mode') return (await import('./commands/text.ts')).textCommands[name];
  for (const [pattern, load] of rooms) if (pattern.test(name)) return (await load())[name];
  return undefined;
}
