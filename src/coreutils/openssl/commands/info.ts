import type { Command } from '../command.ts';
import { usage } from '../option-table.ts';
import { options } from '../options/info.ts';

const items: Record<string, string> = { configdir: '/usr/lib/ssl', enginesdir: '/usr/lib/x86_64-linux-gnu/engines-3', modulesdir: '/usr/lib/x86_64-linux-gnu/ossl-modules', dsoext: '.so', dirnamesep: '/', listsep: ':', seeds: 'os-specific', cpusettings: 'N/A', windowscontext: 'N/A' };

/** openssl-info(1). */
export const info: Command = {
  options,
  run({ options: given, name, tool }) {
    if (given.rest[0] !== undefined) throw usage(name, `Extra option: "${given.rest[0]}"`);
    if (given.given.length > 1) throw usage(name, 'Only one item allowed');
    const [asked] = given.given;
    if (!asked) throw usage(name, 'No items chosen');
    tool.out.write(`${items[asked.name] ?? ''}\n`);
    return 0;
  },
};
