import { decodeUtf8, sha256Hex } from '../../base/index.ts';
import { gunzip } from '../../base/gzip/index.ts';
import { isSystemError } from '../../kernel/uapi/index.ts';
import { Acquirer, type Fetched } from './acquire.ts';
import { parseControl } from './control.ts';
import { makeFolders } from './database.ts';
import { AptError, aptSize, aptTime, type FrontEnd } from './front-end.ts';
import { listName, readSources, type Source } from './sources.ts';

const lists = '/var/lib/apt/lists';

/** One line of the list of files to fetch. */
interface Item {
  number: number;
  shown: string;
  uri: string;
}

/** `apt-get update`. */
export async function update(front: FrontEnd): Promise<number> {
  const { process, tool } = front;
  if (front.quiet < 2) tool.out.write('');
  const locking = front.terminal || front.quiet >= 2 ? '' : 'Reading package lists...';
  try {
    makeFolders(process, `${lists}/partial`);
    front.lock(`${lists}/lock`, `Unable to lock directory ${lists}/`);
  } catch (error) {
    if (isSystemError(error, 'EACCES', 'EPERM', 'EROFS')) front.lock(`${lists}/lock`, `Unable to lock directory ${lists}/`);
    tool.out.write(locking);
    throw error;
  }
  const run = new Update(front);
  try {
    return await run.run(readSources(process));
  } finally {
    run.close();
  }
}

/** Every server has a queue of its own: what comes second from a server asked for little is there before what comes second from one asked for much. */
function inOrderOfAnswers<Head extends { item: Item }>(heads: readonly Head[]): Head[] {
  const queues = new Map<string, Head[]>();
  const serverOf = (head: Head): string => /^\w+:\/\/[^/]*/.exec(head.item.uri)?.[0] ?? '';
  for (const head of heads) queues.set(serverOf(head), [...(queues.get(serverOf(head)) ?? []), head]);
  const turn = (head: Head): number => {
    const queue = queues.get(serverOf(head)) ?? [];
    return queue.length + queue.indexOf(head);
  };
  return heads.toSorted((a, b) => turn(a) - turn(b));
}

class Update {
  readonly #front: FrontEnd;
  readonly #acquirer: Acquirer;
  #number = 0;
  #warnings: string[] = [];
  #errors: string[] = [];
  #ignored = false;

  constructor(front: FrontEnd) {
    this.#front = front;
    this.#acquirer = new Acquirer(front.process);
  }

  close(): void {
    this.#acquirer.close();
  }

  async run(sources: Source[]): Promise<number> {
    const front = this.#front;
    const heads: { source: Source; item: Item; got: Fetched }[] = [];
    for (const source of sources) {
      const item = this.#item(source, 'InRelease');
      heads.push({ source, item, got: await this.#get(item, this.#since(source)) });
    }
    await this.#retry(heads);
    for (const { source, item, got } of inOrderOfAnswers(heads)) await this.#suite(source, item, got);
    const took = front.process.clock.now() - this.#acquirer.started;
    const bytes = this.#acquirer.fetchedBytes;
    if (bytes > 0) front.say(`Fetched ${aptSize(bytes)} in ${aptTime(took)} (${aptSize(bytes / Math.max(took / 1000, 0.001))}/s)`);
    await front.progress('Reading package lists');
    if (front.modern && this.#errors.length === 0) {
      await front.progress('Building dependency tree');
      await front.progress('Reading state information');
      front.say('All packages are up to date.');
    }
    await front.tool.out.flush();
    for (const warning of this.#warnings) await front.warn(warning);
    if (this.#ignored) await front.warn('Some index files failed to download. They have been ignored, or old ones used instead.');
    if (this.#errors.length) throw new AptError(...this.#errors);
    return 0;
  }

  #item(source: Source, file: string, shown?: string): Item {
    const flat = source.suite.endsWith('/');
    const folder = flat ? `${source.uri}/${source.suite.replace(/\/$/, '')}` : `${source.uri}/dists/${source.suite}`;
    return { number: ++this.#number, shown: `${source.uri} ${source.suite}${shown ? shown : ` ${file}`}`, uri: `${folder}/${file}` };
  }

  #since(source: Source): string | undefined {
    try {
      return new Date(this.#front.process.stat(`${lists}/${listName(source.uri, `dists/${source.suite}/InRelease`)}`).mtime).toUTCString();
    } catch (error) {
      if (isSystemError(error)) return undefined;
      throw error;
    }
  }

  async #line(kind: 'Get' | 'Hit' | 'Ign' | 'Err', item: Item, more = ''): Promise<void> {
    this.#front.say(`${kind}:${item.number} ${item.shown}${more}`);
    await this.#front.tool.out.flush();
  }

  async #get(item: Item, since?: string): Promise<Fetched> {
    const got = await this.#acquirer.fetch(item.uri, since);
    if (got.kind === 'ok') await this.#line('Get', item, ` [${aptSize(got.bytes.length)}]`);
    else if (got.kind === 'unmodified') await this.#line('Hit', item);
    else await this.#line('Ign', item);
    return got;
  }

  /** What failed for a passing reason is tried three more times (Acquire::Retries), then given up. */
  async #retry(heads: { item: Item; got: Fetched }[]): Promise<void> {
    for (let attempt = 1; attempt <= 3; attempt++) {
      const failed = heads.filter(({ got }) => got.kind === 'failed' && got.transient);
      if (failed.length === 0) return;
      await this.#front.process.sleep(attempt === 1 ? 1000 : 2000);
      for (const head of failed) {
        head.got = await this.#acquirer.fetch(head.item.uri);
        if (head.got.kind !== 'failed') await this.#line('Get', head.item, head.got.kind === 'ok' ? ` [${aptSize(head.got.bytes.length)}]` : '');
        else if (attempt < 3) await this.#line('Ign', head.item);
        else {
          await this.#line('Err', head.item);
          this.#front.say(`  ${head.got.message}`);
        }
      }
    }
  }

  async #suite(source: Source, item: Item, got: Fetched): Promise<void> {
    const { process } = this.#front;
    const listPath = (file: string): string => `${lists}/${listName(source.uri, `dists/${source.suite}/${file}`)}`;
    let release: Uint8Array;
    if (got.kind === 'failed') {
      if (got.transient) {
        this.#warnings.push(`Failed to fetch ${item.uri}  ${got.message}`);
        this.#ignored = true;
        return;
      }
      const plain = this.#item(source, 'Release');
      const second = await this.#acquirer.fetch(plain.uri);
      if (second.kind !== 'ok') {
        await this.#line('Err', plain);
        if (second.kind === 'failed') this.#front.say(`  ${second.message}`);
        this.#errors.push(`The repository '${source.uri} ${source.suite} Release' ${process.exists(listPath('InRelease')) ? 'no longer has' : 'does not have'} a Release file.`);
        return;
      }
      await this.#line('Get', plain, ` [${aptSize(second.bytes.length)}]`);
      if (!source.trusted) {
        const signature = this.#item(source, 'Release.gpg');
        const third = await this.#acquirer.fetch(signature.uri);
        if (third.kind !== 'ok') {
          await this.#line('Ign', signature);
          this.#errors.push(`The repository '${source.uri} ${source.suite} Release' is not signed.`);
          return;
        }
        await this.#line('Get', signature, ` [${aptSize(third.bytes.length)}]`);
      }
      release = second.bytes;
    } else if (got.kind === 'unmodified') {
      release = process.readFile(listPath('InRelease'));
    } else release = got.bytes;
    const text = decodeUtf8(release);
    const body = text.startsWith('-----BEGIN PGP SIGNED MESSAGE-----') ? text.slice(text.indexOf('\n\n') + 2, text.indexOf('\n-----BEGIN PGP SIGNATURE')) : text;
    const fields = parseControl(body)[0];
    const until = Date.parse(fields?.get('Valid-Until') ?? '');
    if (until < process.clock.now()) {
      this.#errors.push(`Release file for ${item.uri} is expired (invalid since ${aptTime(process.clock.now() - until)}). Updates for this repository will not be applied.`);
      return;
    }
    const files = new Map((fields?.get('SHA256') ?? '').split('\n').map((line) => line.trim().split(/\s+/)).filter((words) => words.length === 3).map(([hash = '', , name = '']) => [name, hash]));
    for (const component of source.components) await this.#component(source, component, files, listPath, got.kind === 'unmodified');
    if (got.kind !== 'unmodified') {
      process.writeFile(listPath('InRelease'), release, { mode: 0o644 });
      const modified = got.kind === 'ok' ? Date.parse(got.lastModified ?? '') : NaN;
      if (!Number.isNaN(modified)) process.utimes(listPath('InRelease'), modified, modified);
    }
  }

  async #component(source: Source, component: string, files: Map<string, string>, listPath: (file: string) => string, unmodified: boolean): Promise<void> {
    const { process } = this.#front;
    const wanted: [string, string][] = [[`${component}/binary-amd64/Packages`, `/${component} amd64 Packages`], [`${component}/binary-all/Packages`, `/${component} all Packages`], [`${component}/i18n/Translation-en`, `/${component} Translation-en`]];
    for (const [file, shown] of wanted) {
      const compressed = [`${file}.gz`, file].find((name) => files.has(name)) ?? (files.size === 0 && file.includes('amd64') ? `${file}.gz` : undefined);
      if (compressed === undefined || (unmodified && process.exists(listPath(file)))) continue;
      const item = this.#item(source, compressed, shown);
      const got = await this.#acquirer.fetch(item.uri);
      if (got.kind !== 'ok') {
        await this.#line(file.includes('i18n') ? 'Ign' : 'Err', item);
        if (got.kind !== 'failed' || file.includes('i18n')) continue;
        this.#front.say(`  ${got.message}`);
        this.#errors.push(`Failed to fetch ${item.uri}  ${got.message}`, 'Some index files failed to download. They have been ignored, or old ones used instead.');
        continue;
      }
      await this.#line('Get', item, ` [${aptSize(got.bytes.length)}]`);
      const hash = files.get(compressed);
      if (hash !== undefined && hash !== sha256Hex(got.bytes)) {
        this.#errors.push(`Failed to fetch ${item.uri}  Hash Sum mismatch`, 'Some index files failed to download. They have been ignored, or old ones used instead.');
        continue;
      }
      process.writeFile(listPath(file), compressed.endsWith('.gz') ? gunzip(got.bytes) : got.bytes, { mode: 0o644 });
    }
  }
}
