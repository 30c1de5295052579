import { copyBytes } from '../../../base/index.ts';
import { noArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { dialerOf } from '../connection.ts';

export const dialStdioCommand = defineCommand({
  name: 'dial-stdio',
  use: 'dial-stdio',
  short: 'Proxy the stdio stream to the daemon connection. Should not be invoked manually.',
  hidden: true,
  args: noArgs,
  flags: {},
  async run({ cli }) {
    const { process } = cli;
    const connection = await dialerOf(process, cli.host)();
    // The daemon's end of the conversation is the end; the end of input only says that nothing more is asked.
    void copyBytes({ read: (max) => process.read(0, max) }, connection).then(() => connection.closeWrite(), () => undefined);
    await copyBytes(connection, cli.out);
    connection.close();
  },
});
