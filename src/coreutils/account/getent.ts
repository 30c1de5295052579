import { isSystemError, LookupError } from '../../kernel/uapi/index.ts';
import { rawProgram } from '../program/index.ts';
import { textOfFile } from './group-edit.ts';

export const getent = rawProgram('getent', async (tool, words) => {
  const { process, out } = tool;
  const [database, ...keys] = words.filter((word) => !word.startsWith('-'));
  switch (database) {
    case undefined:
      await tool.errorText(`${tool.name}: wrong number of arguments\nTry \`getent --help' or \`getent --usage' for more information.\n`);
      return 1;
    case 'passwd': case 'group': case 'shadow': case 'services': case 'protocols': {
      const lines = textOfFile(process, `/etc/${database}`).split('\n').filter((line) => line && !line.startsWith('#'));
      if (keys.length === 0) {
        for (const line of lines) out.write(`${line}\n`);
        return 0;
      }
      let status = 0;
      for (const key of keys) {
        const line = lines.find((one) => one.split(/[:\s]/)[0] === key || (/^\d+$/.test(key) && (database === 'passwd' || database === 'group') && one.split(':')[2] === key));
        if (line === undefined) status = 2;
        else out.write(`${line}\n`);
      }
      return status;
    }
    case 'hosts': case 'ahosts': case 'ahostsv4': {
      if (keys.length === 0) {
        for (const line of textOfFile(process, '/etc/hosts').split('\n').filter((one) => one.trim() && !one.startsWith('#'))) {
          const [address = '', ...names] = line.trim().split(/\s+/);
          out.write(`${address.padEnd(15)} ${names.join(' ')}\n`);
        }
        return 0;
      }
      let status = 0;
      for (const key of keys) {
        try {
          const addresses = await process.lookup(key);
          if (database === 'hosts') out.write(`${(addresses[0] ?? '').padEnd(15)} ${key}\n`);
          else for (const address of addresses) ['STREAM', 'DGRAM', 'RAW'].forEach((type, index) => out.write(`${address.padEnd(15)} ${type.padEnd(6)} ${index === 0 ? key : ''}\n`));
        } catch (error) {
          if (!(error instanceof LookupError) && !isSystemError(error)) throw error;
          status = 2;
        }
      }
      return status;
    }
    default:
      await tool.errorText(`Unknown database: ${database}\nTry \`getent --help' or \`getent --usage' for more information.\n`);
      return 1;
  }
});
