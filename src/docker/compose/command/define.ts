import { bool, defineCommand, type ArgsRule, type Command, type FlagTable, type Invocation, type Support } from '../../cli/index.ts';
import { Compose } from '../runtime/index.ts';

/** `--dry-run` of the group and of each command. */
export const dryRunFlag = bool('Execute command in dry run mode');

/** One call of a command of Compose. */
export interface ComposeInvocation<F extends FlagTable> extends Omit<Invocation<F>, 'cli' | 'path'> {
  readonly compose: Compose;
}

/** A command as its file defines it: docker's commands have the rest. */
interface ComposeCommand<F extends FlagTable> {
  name: string;
  aliases?: readonly string[];
  use: string;
  short: string;
  long?: string;
  args?: ArgsRule;
  flags: F;
  interspersed?: boolean;
  hidden?: boolean;
  support?: Support;
  run(invocation: ComposeInvocation<F>): Promise<void>;
}

/** A row of the table: the command with the flags that all have. */
export function defineComposeCommand<F extends FlagTable>(command: ComposeCommand<F>): Command {
  return defineCommand({
    ...command,
    args: command.args ?? { min: 0, max: Infinity },
    flags: { ...command.flags, 'dry-run': dryRunFlag },
    run({ cli, args, flags, changed }: Invocation<F>) {
      if (!(cli instanceof Compose)) throw new Error('a command of Compose was called without Compose');
      return command.run({ compose: cli, args, flags, changed });
    },
  });
}
