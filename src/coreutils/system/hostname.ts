import { isSystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, readInput, reason, textOf, type Tool, UsageError } from '../program/index.ts';

const options = {
  alias: '-a --alias  alias names',
  domain: '-d --domain  DNS domain name',
  fqdn: '-f --fqdn --long  long host name (FQDN)',
  allIps: '-I --all-ip-addresses  all addresses for the host',
  ip: '-i --ip-address  addresses for the host name',
  short: '-s --short  short host name',
  file: '-F --file=  read host name from given file',
};

export const hostname = defineProgram({ name: 'hostname', usage: '[-a|-d|-f|-I|-i|-s] | [-F FILE] | [NAME]', summary: "Show or set the system's host name.", version: '3.25', options, run });

async function run(tool: Tool, args: Arguments<keyof typeof options>): Promise<number> {
  const { process, out } = tool;
  const file = args.value('file');
  const wanted = file === undefined ? args.operands[0] : textOf(await readInput(process, file)).trim();
  if (wanted !== undefined) {
    try {
      process.sethostname(wanted);
      return 0;
    } catch (error) {
      throw new UsageError(isSystemError(error, 'EPERM') && !tool.busybox ? 'you must be root to change the host name' : `sethostname: ${reason(error)}`, false);
    }
  }
  const name = process.hostname();
  if (args.has('allIps')) {
    const addresses = process.network.interfaces().filter((one) => one.kind !== 'loopback' && one.up).flatMap((one) => one.addresses.map((address) => address.address));
    out.write(`${addresses.map((address) => `${address} `).join('')}\n`);
  } else if (args.has('alias')) out.write(`${hostLine(tool, name).slice(1).filter((each) => each !== name).join(' ')}\n`);
  else if (args.has('ip')) out.write(`${(await process.lookup(name)).join(' ')}\n`);
  else if (args.has('short')) out.write(`${name.split('.')[0]}\n`);
  else if (args.has('domain')) out.write(`${canonicalName(tool, name).split('.').slice(1).join('.')}\n`.replace(/^\n$/, ''));
  else if (args.has('fqdn')) out.write(`${canonicalName(tool, name)}\n`);
  else out.write(`${name}\n`);
  return 0;
}

/** The names of /etc/hosts in whose line the host is, the canonical one first; none when it is in no line. */
function hostLine({ process }: Tool, name: string): string[] {
  if (!process.exists('/etc/hosts')) return [];
  const lines = process.readTextFile('/etc/hosts').split('\n').map((line) => line.replace(/#.*/, '').trim().split(/\s+/).slice(1));
  return lines.find((names) => names.includes(name)) ?? [];
}

function canonicalName(tool: Tool, name: string): string {
  return hostLine(tool, name)[0] ?? name;
}

export const hostid = defineProgram({ name: 'hostid', usage: '[OPTION]', options: {}, run: (tool) => { tool.out.write('007f0100\n'); return 0; } });
