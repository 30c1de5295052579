/**
 * Replaces what cannot be the same twice: ids and digests (numbered in the order they come, so that equal ones stay equal), times, sizes,
 * names that the engine invents. One for a whole transcript.
 */
export class Normalizer {
  readonly #ids = new Map<string, number>();

  normalize(text: string): string {
    let out = text.replaceAll('\r', '\\r');
    if (/^#\d+ /m.test(out)) out = normalizeBuild(out);
    out = out
      .replace(/\bref [0-9a-f-]{36}::[0-9a-z]{25}/g, 'ref <ref>')
      .replace(/^[0-9a-f]{12}: (?:Verifying Checksum|Download complete)\n/gm, '')
      .replace(/ on \d+\.\d+\.\d+\.\d+:53\b/g, ' on <name server>:53')
      .replace(/\[IP: [^\]]*\]/g, '[IP: <address>]')
      .replace(/(: digest: sha256:[0-9a-f]{64} size:) \d+/g, '$1 <bytes>')
      .replace(/\bdocker-import-\d+/g, 'docker-import-<n>')
      .replace(/\b_state=[\w%=-]+/g, '_state=<state>')
      .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<uuid>')
      .replace(/^(bash: line \d+:) +\d+ (?=Killed|Terminated)/gm, '$1 <pid> ')
      .replace(/\b[0-9a-f]{64}\b/g, (id) => `<id${this.#number(id)}>`)
      .replace(/\b[0-9a-f]{12}\b/g, (id) => `<short${this.#number(id)}>`)
      .replace(/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z| ?[+-]\d\d:?\d\d(?: [A-Z]+)?)/g, '<time>');
    const moving = out
      .replace(/\b(?:Less than a second|About an? (?:minute|hour)|\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?))(?: ago)?(?! \()/g, (words) => (words.endsWith('ago') ? '<ago>' : '<while>'))
      .replace(/\b(?!0B)\d+(?:\.\d+)?(?:B|kB|MB|GB|KiB|MiB|GiB)(?![\w])/g, '<size>')
      .replace(/\b[a-z]+_[a-z]+\d?(?=\s*$)/gm, (name) => (invented.test(name) ? '<name>' : name));
    // Columns are as wide as what stands in them.
    return moving === out ? out : moving.replace(/ {2,}(?=\S)/g, '  ').replace(/ +$/gm, '');
  }

  #number(id: string): number {
    const short = id.slice(0, 12);
    const number = this.#ids.get(short) ?? this.#ids.size + 1;
    this.#ids.set(short, number);
    return number;
  }
}

/** `adjective_surname`, as containers without a name are called. */
const invented = /^[a-z]+_[a-z]+$/;

/** BuildKit's plain progress: steps of one moment come in any order and with times; sorted by what they are, without numbers and progress. */
function normalizeBuild(text: string): string {
  const lines = text.split('\n');
  const blocks = new Map<string, string[]>();
  const rest: string[] = [];
  for (const line of lines) {
    const match = /^#(\d+) (.*)$/.exec(line);
    if (!match) {
      rest.push(line);
      continue;
    }
    const [, number = '', words = ''] = match;
    const block = blocks.get(number) ?? [];
    if (!blocks.has(number)) blocks.set(number, block);
    const shown = words.replace(/^\d+\.\d+(?= |$)/, '<t>').replace(/^(DONE) \d+\.\d+s$/, '$1').replace(/(?: \d+\.\d+s)?( done)$/, '$1');
    // Progress of downloads and uploads, as often as there was time for it.
    if (block.length > 0 && (/^(?:sha256:|extracting |resolve |\.\.\.$)/.test(shown) || /^(?:transferring|exporting|naming|writing) (?!.* done$)/.test(shown))) continue;
    if (block.length > 0 && shown === block[0]) continue;
    // What was pulled before is found or found in the cache, as it happens.
    if (/^(?:DONE|CACHED)$/.test(shown) && /^(?:\[[^\]]*\] )?FROM /.test(block[0] ?? '')) continue;
    block.push(shown);
  }
  const order = (block: readonly string[]): string => (block[0]?.startsWith('[') ? block[0].replace(/^\[internal\] load build context/, '[internal] z') : `~${block[0] ?? ''}`);
  const sorted = [...blocks.values()].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  const tail = rest.join('\n').replace(/^\n+/, '').replace(/^\d+\.\d+(?= |$)/gm, '<t>');
  return `${sorted.map((block) => block.map((line) => `# ${line}\n`).join('')).join('')}${tail.replace(/\n{2,}/g, '\n')}`;
}
