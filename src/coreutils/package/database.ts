import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { formatParagraph, type Paragraph, parseControl } from './control.ts';
import { completeParagraph, hostFiles } from './host-packages.ts';

/** Where dpkg keeps what it knows. */
export const dpkgFolder = '/var/lib/dpkg';

/** The packages that /var/lib/dpkg/status tells of. */
export class Database {
  readonly #process: Process;
  readonly packages: Map<string, Paragraph>;

  constructor(process: Process) {
    this.#process = process;
    this.packages = new Map(parseControl(readIfThere(process, `${dpkgFolder}/status`)).map((paragraph) => [paragraph.get('Package') ?? '', completeParagraph(paragraph)]));
  }

  /** The paragraph of a package that is unpacked or installed. */
  installed(name: string): Paragraph | undefined {
    const paragraph = this.packages.get(name);
    return paragraph && / (installed|unpacked|half-configured|triggers-\w+)$/.test(paragraph.get('Status') ?? '') ? paragraph : undefined;
  }

  version(name: string): string | undefined {
    return this.installed(name)?.get('Version');
  }

  /** Writes the status file anew. */
  save(): void {
    const sorted = [...this.packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, paragraph]) => formatParagraph(paragraph));
    this.#process.writeFile(`${dpkgFolder}/status-new`, sorted.length ? `${sorted.join('\n')}\n` : '');
    if (this.#process.exists(`${dpkgFolder}/status`)) this.#process.rename(`${dpkgFolder}/status`, `${dpkgFolder}/status-old`);
    this.#process.rename(`${dpkgFolder}/status-new`, `${dpkgFolder}/status`);
  }

  /** The name of a package's file in /var/lib/dpkg/info. */
  infoFile(paragraph: Paragraph, kind: string): string {
    const name = paragraph.get('Package') ?? '';
    const architecture = paragraph.get('Multi-Arch') === 'same' ? `:${paragraph.get('Architecture')}` : '';
    return `${dpkgFolder}/info/${name}${architecture}.${kind}`;
  }

  /** Paths that a package owns. */
  filesOf(paragraph: Paragraph): string[] {
    const list = readIfThere(this.#process, this.infoFile(paragraph, 'list')).split('\n').filter(Boolean);
    return list.length > 0 ? list : hostFiles(paragraph.get('Package') ?? '').filter((path) => path.includes('/doc') || path === '/.' || this.#process.exists(path));
  }

  /** How many files and directories are installed. */
  countFiles(): number {
    const paths = new Set<string>();
    for (const paragraph of this.packages.values()) for (const path of this.filesOf(paragraph)) paths.add(path);
    return paths.size;
  }
}

/** A package's name as dpkg shows it: with its architecture where several may be installed. */
export function shownName(paragraph: Paragraph): string {
  const name = paragraph.get('Package') ?? '';
  return paragraph.get('Multi-Arch') === 'same' ? `${name}:${paragraph.get('Architecture')}` : name;
}

/** The text of a file; empty when it is not there. */
export function readIfThere(process: Process, path: string): string {
  try {
    return process.readTextFile(path);
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return '';
    throw error;
  }
}

/** mkdir -p. */
export function makeFolders(process: Process, path: string, mode = 0o755): void {
  let at = '';
  for (const part of path.split('/').filter(Boolean)) {
    at += `/${part}`;
    if (process.exists(at)) continue;
    process.mkdir(at, mode);
    process.chmod(at, mode);
  }
}
