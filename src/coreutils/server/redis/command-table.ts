import type { Commands } from './command.ts';
import { connectionCommands } from './commands/connection.ts';
import { hashCommands } from './commands/hashes.ts';
import { keyCommands } from './commands/keys.ts';
import { listCommands } from './commands/lists.ts';
import { messageCommands } from './commands/messages.ts';
import { serverCommands } from './commands/server.ts';
import { setCommands } from './commands/sets.ts';
import { sortedSetCommands } from './commands/sorted-sets.ts';
import { stringCommands } from './commands/strings.ts';
import { unsupportedCommands } from './commands/unsupported.ts';

/** Every command by its name in lower case. */
export const commandTable: Commands = { ...unsupportedCommands, ...stringCommands, ...keyCommands, ...listCommands, ...hashCommands, ...setCommands, ...sortedSetCommands, ...messageCommands, ...connectionCommands, ...serverCommands };
