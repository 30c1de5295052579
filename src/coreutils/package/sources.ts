import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { parseControl } from './control.ts';

/** A suite of an archive, as sources.list(5) names it. */
export interface Source {
  uri: string;
  suite: string;
  components: string[];
  trusted: boolean;
}

/** The binary sources of /etc/apt/sources.list and /etc/apt/sources.list.d. */
export function readSources(process: Process): Source[] {
  const sources: Source[] = [];
  const read = (path: string): string => {
    try {
      return process.readTextFile(path);
    } catch (error) {
      if (isSystemError(error)) return '';
      throw error;
    }
  };
  const list = (text: string): void => {
    for (const line of text.split('\n')) {
      const match = /^deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*(.*)$/.exec(line.replace(/#.*/, '').trim());
      if (!match) continue;
      const [, options = '', uri = '', suite = '', components = ''] = match;
      sources.push({ uri: uri.replace(/\/+$/, ''), suite, components: components.split(/\s+/).filter(Boolean), trusted: /trusted=yes/.test(options) });
    }
  };
  const deb822 = (text: string): void => {
    for (const paragraph of parseControl(text)) {
      if (!/\bdeb\b/.test(paragraph.get('Types') ?? '') || paragraph.get('Enabled') === 'no') continue;
      const words = (field: string): string[] => (paragraph.get(field) ?? '').split(/\s+/).filter(Boolean);
      for (const uri of words('URIs')) for (const suite of words('Suites')) sources.push({ uri: uri.replace(/\/+$/, ''), suite, components: words('Components'), trusted: paragraph.get('Trusted') === 'yes' });
    }
  };
  list(read('/etc/apt/sources.list'));
  let names: string[] = [];
  try {
    names = process.readdir('/etc/apt/sources.list.d').map((entry) => entry.name).sort();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  for (const name of names) {
    if (name.endsWith('.list')) list(read(`/etc/apt/sources.list.d/${name}`));
    else if (name.endsWith('.sources')) deb822(read(`/etc/apt/sources.list.d/${name}`));
  }
  return sources;
}

/** The name of a fetched file in /var/lib/apt/lists. */
export function listName(uri: string, rest: string): string {
  return `${uri.replace(/^\w+:\/\//, '')}/${rest}`.replaceAll('_', '%5f').replaceAll('/', '_');
}
