import { rehash as makeLinks } from '../../trust/rehash.ts';
import { type Command, say } from '../command.ts';
import { options } from '../options/rehash.ts';

/** openssl-rehash(1): links by the hashes of names. */
export const rehash: Command = {
  options,
  async run(invocation) {
    let status = 0;
    const { options: given, process, tool } = invocation;
    for (const folder of given.rest.length > 0 ? given.rest : [process.env.SSL_CERT_DIR ?? '/usr/lib/ssl/certs']) {
      if (!process.exists(folder)) {
        await say(invocation, `Skipping ${folder}, can't write\n`);
        status = 1;
        continue;
      }
      if (given.has('v')) tool.out.write(`Doing ${folder}\n`);
      const { links, warnings } = makeLinks(process, folder);
      await say(invocation, warnings.map((warning) => `rehash: warning: ${warning}\n`).join(''));
      if (given.has('v')) tool.out.write(links.map((line) => `${line}\n`).join(''));
    }
    return status;
  },
};
