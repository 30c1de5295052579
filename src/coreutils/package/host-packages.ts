import { installedFiles } from '../installed-files.ts';
import packages from './debian-packages.json' with { type: 'json' };
import type { Paragraph } from './control.ts';

interface Facts {
  section: string;
  priority: string;
  size: number;
  summary: string;
  depends?: string;
  preDepends?: string;
  provides?: string;
  programs?: string;
}

const known = packages as Record<string, Facts>;

/** Fills in what a host's status file leaves out to be small: it names packages, and the rest is known here. */
export function completeParagraph(paragraph: Paragraph): Paragraph {
  const facts = known[paragraph.get('Package') ?? ''];
  if (!facts || paragraph.has('Description') || paragraph.has('Section')) return paragraph;
  const order: [string, string | undefined][] = [
    ['Package', paragraph.get('Package')], ['Essential', paragraph.get('Essential')], ['Status', paragraph.get('Status')], ['Priority', facts.priority], ['Section', facts.section], ['Installed-Size', String(facts.size)], ['Maintainer', 'Debian Developers <debian-devel@lists.debian.org>'], ['Architecture', paragraph.get('Architecture')],
    ['Multi-Arch', paragraph.get('Multi-Arch')], ['Version', paragraph.get('Version')], ['Provides', facts.provides], ['Depends', facts.depends], ['Pre-Depends', facts.preDepends], ['Description', facts.summary],
  ];
  return new Map(order.filter((field): field is [string, string] => field[1] !== undefined));
}

/** Whether a package came with the host's disk, from Debian's archive. */
export function isHostPackage(name: string): boolean {
  return known[name] !== undefined;
}

/** Paths of a package that came with the host's disk and so has no list in /var/lib/dpkg/info. */
export function hostFiles(name: string): string[] {
  const programs = (known[name]?.programs ?? '').split(' ').filter(Boolean).map((program) => installedFiles.get(program)?.path ?? `/usr/bin/${program}`);
  return ['/.', '/usr', ...(programs.some((path) => path.startsWith('/usr/bin/')) ? ['/usr/bin'] : []), ...(programs.some((path) => path.startsWith('/usr/sbin/')) ? ['/usr/sbin'] : []), ...programs, '/usr/share', '/usr/share/doc', `/usr/share/doc/${name}`, `/usr/share/doc/${name}/changelog.Debian.gz`, `/usr/share/doc/${name}/copyright`];
}
