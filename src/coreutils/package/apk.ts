import { decodeUtf8, readTar } from '../../base/index.ts';
import { gunzip } from '../../base/gzip/index.ts';
import { isSystemError } from '../../kernel/uapi/index.ts';
import { rawProgram, type Tool } from '../program/index.ts';
import { Acquirer } from './acquire.ts';
import { contentOf } from './deb-file.ts';
import { makeFolders, readIfThere } from './database.ts';
import { layEntry } from './unpack.ts';

/** A package as APKINDEX and /lib/apk/db/installed tell it: fields by their letter. */
type ApkRecord = Map<string, string>;

const cacheFolder = '/var/cache/apk';

function parseRecords(text: string): ApkRecord[] {
  return text.split('\n\n').filter((block) => block.trim() !== '').map((block) => new Map(block.split('\n').filter((line) => line.charAt(1) === ':').map((line) => [line.charAt(0), line.slice(2)])));
}

function indexName(repository: string): string {
  let hash = 0;
  for (const char of repository) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return `${cacheFolder}/APKINDEX.${hash.toString(16).padStart(8, '0')}.tar.gz`;
}

export const apk = rawProgram('apk', async (tool, words) => {
  const flags = words.filter((word) => word.startsWith('-'));
  const [command, ...names] = words.filter((word, index) => !word.startsWith('-') && !/^(-t|--virtual|-X|--repository)$/.test(words[index - 1] ?? ''));
  const virtual = words[words.findIndex((word) => word === '-t' || word === '--virtual') + 1];
  const run = new Apk(tool, flags);
  switch (command) {
    case 'update': return await run.update(true);
    case 'add': return await run.add(names, /^(-t|--virtual)$/.test(words[words.indexOf(virtual ?? '') - 1] ?? '') ? virtual : undefined);
    case 'del': return await run.del(names);
    case 'upgrade': case 'fix': if (flags.includes('--no-cache') || flags.includes('-U')) await run.update(false); run.summary(); return 0;
    case 'info': case 'list': return run.info(names, flags);
    case 'search': return await run.search(names);
    case 'version': case 'cache': return 0;
    case undefined:
      await tool.errorText('apk-tools 2.14.4, compiled for x86_64.\n\nusage: apk [<OPTIONS>...] COMMAND [<ARGUMENTS>...]\n');
      return 1;
    default:
      if (flags.includes('--version')) tool.out.write('apk-tools 2.14.4, compiled for x86_64.\n');
      await tool.errorText(`apk: '${command}' is not an apk command. See 'apk --help'.\n`);
      return 1;
  }
}, 1);

class Apk {
  readonly #tool: Tool;
  readonly #flags: readonly string[];
  readonly #installed: Map<string, ApkRecord>;
  readonly #triggers: string[] = [];

  constructor(tool: Tool, flags: readonly string[]) {
    this.#tool = tool;
    this.#flags = flags;
    this.#installed = new Map(parseRecords(readIfThere(tool.process, '/lib/apk/db/installed')).map((record) => [record.get('P') ?? '', record]));
  }

  get #quiet(): boolean {
    return this.#flags.includes('-q') || this.#flags.includes('--quiet');
  }

  #say(line: string): void {
    if (!this.#quiet) this.#tool.out.write(`${line}\n`);
  }

  #repositories(): string[] {
    return readIfThere(this.#tool.process, '/etc/apk/repositories').split('\n').map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));
  }

  #writable(): boolean {
    return this.#tool.process.credentials.euid === 0;
  }

  async #denied(): Promise<number> {
    await this.#tool.errorText('ERROR: Unable to lock database: Permission denied\nERROR: Failed to open apk database: Permission denied\n');
    return 99;
  }

  /** Fetches the indexes; keeps them unless `--no-cache`. Returns what they offer. */
  async #indexes(fresh: boolean): Promise<{ offers: Map<string, { record: ApkRecord; repository: string }>; failed: number }> {
    const { process } = this.#tool;
    const offers = new Map<string, { record: ApkRecord; repository: string }>();
    const noCache = this.#flags.includes('--no-cache');
    let failed = 0;
    const acquirer = new Acquirer(process);
    try {
      for (const repository of this.#repositories()) {
        const cached = indexName(repository);
        let bytes: Uint8Array | undefined;
        if (!noCache && !fresh && !this.#flags.includes('-U') && process.exists(cached)) bytes = process.readFile(cached);
        else if (noCache || fresh || this.#flags.includes('-U') || this.#flags.includes('--update-cache')) {
          const url = `${repository}/x86_64/APKINDEX.tar.gz`;
          this.#say(`fetch ${url}`);
          await this.#tool.out.flush();
          const got = await acquirer.fetch(url, undefined, true);
          if (got.kind === 'ok') bytes = got.bytes;
          else {
            failed++;
            const why = got.kind === 'failed' && /resolv/i.test(got.message) ? (got.transient ? 'temporary error (try again later)' : 'DNS lookup error') : got.kind === 'failed' && /^404/.test(got.message) ? 'No such file or directory' : got.kind === 'failed' && /connect/.test(got.message) ? 'Connection refused' : 'network error (check Internet connection and firewall)';
            await this.#tool.errorText(`WARNING: ${noCache ? 'fetching' : 'updating and opening'} ${repository}${noCache ? '' : ''}: ${why}\n`);
          }
          if (bytes && !noCache) {
            makeFolders(process, cacheFolder);
            process.writeFile(cached, bytes);
          }
        }
        if (!bytes) continue;
        for (const entry of readTar(gunzip(bytes))) {
          if (entry.path !== 'APKINDEX') continue;
          for (const record of parseRecords(decodeUtf8(contentOf(entry)))) if (!offers.has(record.get('P') ?? '')) offers.set(record.get('P') ?? '', { record, repository });
        }
      }
    } finally {
      acquirer.close();
    }
    return { offers, failed };
  }

  async update(show: boolean): Promise<number> {
    if (!this.#writable()) return await this.#denied();
    const { offers, failed } = await this.#indexes(true);
    if (!show) return 0;
    for (const repository of this.#repositories()) if (!failed) this.#say(`${repository.replace(/^.*\/(v[\d.]+)\/.*$/, '$1')}.0 [${repository}]`);
    if (failed) this.#say(`${failed} unavailable, 0 stale; ${this.#installed.size} distinct packages available`);
    else this.#say(`OK: ${offers.size} distinct packages available`);
    return failed;
  }

  async add(names: readonly string[], virtual: string | undefined): Promise<number> {
    const { process, out } = this.#tool;
    if (!this.#writable()) return await this.#denied();
    const { offers } = await this.#indexes(false);
    const provided = (name: string): string | undefined => {
      if (offers.has(name)) return name;
      return [...offers].find(([, { record }]) => (record.get('p') ?? '').split(' ').some((one) => one.replace(/[=<>~].*/, '') === name))?.[0];
    };
    const has = (name: string): boolean => this.#installed.has(name) || [...this.#installed.values()].some((record) => (record.get('p') ?? '').split(' ').some((one) => one.replace(/[=<>~].*/, '') === name));
    const order: string[] = [];
    const lacking: string[] = [];
    const visit = (word: string, asked: boolean): void => {
      const name = word.replace(/[=<>~@].*/, '');
      if (has(name) || name.startsWith('!')) return;
      const found = provided(name);
      if (found === undefined) {
        if (asked) lacking.push(name);
        return;
      }
      if (order.includes(found)) return;
      for (const need of (offers.get(found)?.record.get('D') ?? '').split(' ').filter(Boolean)) visit(need, false);
      if (!order.includes(found)) order.push(found);
    };
    for (const name of names) visit(name, true);
    if (lacking.length) {
      await out.flush();
      await this.#tool.errorText(`ERROR: unable to select packages:\n${lacking.map((name) => `  ${name} (no such package):\n    required by: world[${name}]\n`).join('')}`);
      return lacking.length;
    }
    const acquirer = new Acquirer(process);
    try {
      for (const [index, name] of order.entries()) {
        const offer = offers.get(name);
        if (!offer) continue;
        const version = offer.record.get('V') ?? '';
        this.#say(`(${index + 1}/${order.length}) Installing ${name} (${version})`);
        await out.flush();
        const got = await acquirer.fetch(`${offer.repository}/x86_64/${name}-${version}.apk`, undefined, true);
        if (got.kind !== 'ok') {
          await this.#tool.errorText(`ERROR: ${name}-${version}: ${got.kind === 'failed' && /^404/.test(got.message) ? 'package mentioned in index not found (try \'apk update\')' : 'network error (check Internet connection and firewall)'}\n`);
          return 1;
        }
        await this.#unpack(got.bytes, offer.record);
      }
    } finally {
      acquirer.close();
    }
    const world = new Set(readIfThere(process, '/etc/apk/world').split('\n').filter(Boolean));
    for (const name of virtual === undefined ? names : [virtual]) world.add(name);
    process.writeFile('/etc/apk/world', [...world].sort().map((name) => `${name}\n`).join(''));
    if (order.some((name) => this.#installed.get('busybox') && name !== '')) this.#say(`Executing busybox-${this.#installed.get('busybox')?.get('V') ?? ''}.trigger`);
    for (const name of this.#triggers) this.#say(`Executing ${name}.trigger`);
    this.summary();
    return 0;
  }

  async #unpack(bytes: Uint8Array, record: ApkRecord): Promise<void> {
    const { process } = this.#tool;
    const files: string[] = [];
    for (const entry of readTar(gunzip(bytes))) {
      if (entry.path === '.trigger') this.#triggers.push(`${record.get('P')}-${record.get('V')}`);
      if (/^\.post-(install|upgrade)$/.test(entry.path)) this.#say(`Executing ${record.get('P')}-${record.get('V')}${entry.path}`);
      if (entry.path.startsWith('.')) continue;
      files.push(entry.path);
      await layEntry(process, entry, `/${entry.path}`, { owners: true, times: true, linkRoot: '' });
    }
    record.set('F', files.join('\n'));
    this.#installed.set(record.get('P') ?? '', record);
    const text = [...record].filter(([letter]) => letter !== 'F').map(([letter, value]) => `${letter}:${value}\n`).join('');
    process.writeFile('/lib/apk/db/installed', `${text}${files.map((file) => `R:${file}\n`).join('')}\n`, { append: true });
  }

  /** Those of `names` that are installed, and what nothing else asks for then; base packages, of which no needs are known, stay. */
  #unneeded(world: readonly string[], names: readonly string[]): string[] {
    const going = names.filter((name) => this.#installed.has(name) && !this.#neededBy(name, new Set(names)));
    for (let at = 0; at < going.length; at++) {
      const gone = new Set(going);
      for (const need of (this.#installed.get(going[at] ?? '')?.get('D') ?? '').split(' ').filter(Boolean)) {
        if (this.#installed.has(need) && !gone.has(need) && !world.includes(need) && !this.#neededBy(need, gone)) going.push(need);
      }
    }
    return going;
  }

  #neededBy(name: string, gone: ReadonlySet<string>): boolean {
    return [...this.#installed].some(([other, record]) => !gone.has(other) && (record.get('D') ?? '').split(' ').includes(name));
  }

  async del(names: readonly string[]): Promise<number> {
    const { process } = this.#tool;
    if (!this.#writable()) return await this.#denied();
    const world = readIfThere(process, '/etc/apk/world').split('\n').filter((name) => name && !names.includes(name));
    const present = this.#unneeded(world, names);
    const text = readIfThere(process, '/lib/apk/db/installed');
    const blocks = text.split('\n\n');
    for (const [index, name] of present.entries()) {
      this.#say(`(${index + 1}/${present.length}) Purging ${name} (${this.#installed.get(name)?.get('V') ?? ''})`);
      const block = blocks.find((one) => new RegExp(`^P:${name.replace(/[+.]/g, '\\$&')}$`, 'm').test(one)) ?? '';
      for (const [, file = ''] of block.matchAll(/^R:(.+)$/gm)) {
        try {
          process.unlink(`/${file}`);
        } catch (error) {
          if (!isSystemError(error)) throw error;
        }
      }
      blocks.splice(blocks.indexOf(block), 1);
      this.#installed.delete(name);
    }
    process.writeFile('/lib/apk/db/installed', blocks.join('\n\n'));
    process.writeFile('/etc/apk/world', world.map((name) => `${name}\n`).join(''));
    this.summary();
    return 0;
  }

  summary(): void {
    const size = [...this.#installed.values()].reduce((sum, record) => sum + Number(record.get('I') ?? 0), 0);
    this.#say(`OK: ${Math.round(size / 1048576)} MiB in ${this.#installed.size} packages`);
  }

  info(names: readonly string[], flags: readonly string[]): number {
    const { out } = this.#tool;
    if (names.length === 0) {
      for (const [name, record] of this.#installed) out.write(flags.includes('-v') || flags.includes('-vv') ? `${name}-${record.get('V')}\n` : `${name}\n`);
      return 0;
    }
    let status = 0;
    for (const name of names) {
      const record = this.#installed.get(name);
      if (!record) {
        status = 1;
        continue;
      }
      if (flags.includes('-e')) out.write(`${name}\n`);
      else out.write(`${name}-${record.get('V')} description:\n${record.get('T')}\n\n${name}-${record.get('V')} webpage:\n${record.get('U')}\n\n${name}-${record.get('V')} installed size:\n${Math.round(Number(record.get('I')) / 1024)} KiB\n\n`);
    }
    return status;
  }

  async search(names: readonly string[]): Promise<number> {
    const { offers } = await this.#indexes(false);
    for (const [name, { record }] of [...offers].sort(([a], [b]) => (a < b ? -1 : 1))) if (names.length === 0 || names.some((word) => name.includes(word))) this.#tool.out.write(`${name}-${record.get('V')}\n`);
    return 0;
  }
}
