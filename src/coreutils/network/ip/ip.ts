import { isSystemError, type Program } from '../../../kernel/uapi/index.ts';
import { rawProgram, type Tool } from '../../program/index.ts';
import { addressCommand } from './address.ts';
import { linkCommand } from './link.ts';
import { IpError, type Manner, means, Words } from './manner.ts';
import { neighbourCommand } from './neighbour.ts';
import { namespacePath, netnsCommand } from './netns.ts';
import { routeCommand, ruleCommand } from './route.ts';

const usage = `Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
       ip [ -force ] -batch filename
where  OBJECT := { address | addrlabel | fou | help | ila | ioam | l2tp | link |
                   macsec | maddress | monitor | mptcp | mroute | mrule |
                   neighbor | neighbour | netconf | netns | nexthop | ntable |
                   ntbl | route | rule | sr | stats | tap | tcpmetrics |
                   token | tunnel | tuntap | vrf | xfrm }
       OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] | -r[esolve] |
                    -h[uman-readable] | -iec | -j[son] | -p[retty] |
                    -f[amily] { inet | inet6 | mpls | bridge | link } |
                    -4 | -6 | -M | -B | -0 |
                    -l[oops] { maximum-addr-flush-attempts } | -echo | -br[ief] |
                    -o[neline] | -t[imestamp] | -ts[hort] | -b[atch] [filename] |
                    -rc[vbuf] [size] | -n[etns] name | -N[umeric] | -a[ll] |
                    -c[olor]}
`;
/** Commands by the full names of their objects, in the order in which abbreviations find them. */
const objects: readonly (readonly [names: readonly string[], run: (manner: Manner, words: Words) => Promise<number> | number])[] = [
  [['address'], addressCommand], [['route'], routeCommand], [['rule'], ruleCommand], [['neighbor', 'neighbour'], neighbourCommand], [['link'], linkCommand], [['netns'], netnsCommand],
];
const unsupported = ['addrlabel', 'fou', 'ila', 'ioam', 'l2tp', 'macsec', 'maddress', 'monitor', 'mptcp', 'mroute', 'mrule', 'netconf', 'nexthop', 'ntable', 'sr', 'stats', 'tap', 'tcpmetrics', 'token', 'tunnel', 'tuntap', 'vrf', 'xfrm'];

/** ip(8): iproute2, and busybox's. */
export const ip: Program = rawProgram('ip', async (tool, all) => {
  const words = new Words(all);
  const manner: Manner = { tool, busybox: tool.busybox, family: undefined, brief: false, oneLine: false, json: false, pretty: false, details: false, statistics: 0, color: false };
  try {
    const option = options(manner, words);
    if (option?.kind === 'version') {
      tool.out.write('ip utility, iproute2-6.15.0, libbpf 1.5.0\n');
      return 0;
    }
    if (option?.kind === 'batch') return await batch(manner, option.file);
    if (option?.kind === 'netns') return await inNamespace(tool, option.name, option.words);
    return await runObject(manner, words);
  } catch (error) {
    return await explain(tool, error);
  }
}, 255);

async function explain(tool: Tool, error: unknown): Promise<number> {
  if (error instanceof IpError) {
    await tool.errorText(`${tool.busybox && error.message.startsWith('RTNETLINK') ? 'ip: ' : ''}${error.message}\n`);
    return tool.busybox && !error.message.endsWith('Operation not permitted') ? 1 : error.status;
  }
  if (!isSystemError(error)) throw error;
  await tool.errorText(`${tool.busybox ? 'ip: ' : ''}RTNETLINK answers: ${error.message}\n`);
  return 2;
}

async function runObject(manner: Manner, words: Words): Promise<number> {
  const { tool } = manner;
  const object = words.next();
  if (object === undefined || object === 'help') {
    await tool.errorText(usage);
    return object === 'help' ? 0 : 255;
  }
  const found = objects.find(([names]) => means(object, ...names));
  if (found) return await found[1](manner, words);
  const other = unsupported.find((name) => means(object, name));
  throw new IpError(other ? `ip ${other}: not part of this sandbox; address, link, route, rule, neighbour and netns are` : `Object "${object}" is unknown, try "ip help".`, 1);
}

function familyOf(name: string): Manner['family'] {
  if (name === 'inet' || name === 'inet6' || name === 'link') return name;
  if (name === 'any' || name === 'bridge' || name === 'mpls') return undefined;
  throw new IpError(`Error: argument "${name}" is wrong: invalid protocol family`, 255);
}

type Asked = { kind: 'version' } | { kind: 'batch'; file: string } | { kind: 'netns'; name: string; words: string[] };

function options(manner: Manner, words: Words): Asked | undefined {
  while (words.peek?.startsWith('-')) {
    const word = (words.next() ?? '').replace(/^--?/, '');
    if (word === '') break;
    if (word === '4') manner.family = 'inet';
    else if (word === '6') manner.family = 'inet6';
    else if (word === '0') manner.family = 'link';
    else if (means(word, 'family')) manner.family = familyOf(words.value());
    else if (means(word, 'statistics', 'stats')) manner.statistics++;
    else if (means(word, 'details')) manner.details = true;
    else if (word === 'o' || means(word, 'oneline')) manner.oneLine = true;
    else if (word.startsWith('br') && means(word, 'brief')) manner.brief = true;
    else if (means(word, 'json')) manner.json = true;
    else if (means(word, 'pretty')) manner.pretty = true;
    else if (/^c(olor)?(=.*)?$/.test(word)) manner.color = !/=never$/.test(word) && (!/=auto$/.test(word) || manner.tool.process.isatty(1));
    else if (word === 'V' || means(word, 'Version')) return { kind: 'version' };
    else if (means(word, 'batch')) return { kind: 'batch', file: words.value() };
    else if (word === 'n' || means(word, 'netns')) {
      const name = words.value();
      return { kind: 'netns', name, words: [...flags(manner), ...words.rest()] };
    } else if (!means(word, 'resolve', 'human-readable', 'iec', 'force', 'Numeric', 'all', 'timestamp', 'tshort', 'echo')) throw new IpError(`Option "-${word}" is unknown, try "ip -help".`, 255);
  }
  return undefined;
}

/** The options read so far, as words again. */
function flags(manner: Manner): string[] {
  return [manner.family === 'inet' && '-4', manner.family === 'inet6' && '-6', manner.family === 'link' && '-0', manner.brief && '-br', manner.oneLine && '-o', manner.json && '-j', manner.pretty && '-p', manner.details && '-d', manner.statistics > 0 && '-s', manner.color && '-c'].filter((flag) => flag !== false);
}

/** `ip -n NAME …`: the same in another namespace. */
async function inNamespace(tool: Tool, name: string, words: readonly string[]): Promise<number> {
  const { process } = tool;
  const child = process.spawn('/proc/self/exe', ['ip', ...words], { namespaces: { network: { path: namespacePath(process, name) } } });
  const status = await process.wait(child);
  return status?.kind === 'exited' ? status.status : 255;
}

async function batch(manner: Manner, file: string): Promise<number> {
  const { process } = manner.tool;
  const text = file === '-' ? await readAll(manner.tool) : process.readTextFile(file);
  for (const [index, line] of text.split('\n').entries()) {
    const words = line.replace(/#.*/, '').trim().split(/\s+/).filter((word) => word !== '');
    if (words.length === 0) continue;
    try {
      await runObject(manner, new Words(words));
    } catch (error) {
      await explain(manner.tool, error);
      await manner.tool.errorText(`Command failed ${file}:${index + 1}\n`);
      return 1;
    }
  }
  return 0;
}

async function readAll({ process }: Tool): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = await process.read(0); bytes.length > 0; bytes = await process.read(0)) text += decoder.decode(bytes, { stream: true });
  return text;
}
