import { ComposeFileError } from './compose-error.ts';

/** What the short form of a mount says. */
export interface VolumeSpec {
  type: 'bind' | 'volume';
  source?: string;
  target?: string;
  readOnly?: boolean;
  noCopy?: boolean;
  propagation?: string;
  selinux?: string;
}

const propagations = ['rprivate', 'private', 'rshared', 'shared', 'rslave', 'slave'];

/** Reads `[SOURCE:]TARGET[:OPTIONS]`; options that are not known are passed over. Throws ComposeFileError. */
export function parseVolume(spec: string): VolumeSpec {
  if (spec === '') throw new ComposeFileError('invalid', 'invalid empty volume spec');
  const volume: VolumeSpec = { type: 'volume' };
  if (spec.length <= 2) return { ...volume, target: spec };
  const sections = splitSections(spec);
  sections.forEach((section, index) => {
    const last = index === sections.length - 1;
    if (section === '') throw new ComposeFileError('invalid', `invalid spec: ${spec}: empty section between colons`);
    if (volume.source === undefined && last) volume.target = section;
    else if (volume.source === undefined) volume.source = section;
    else if (volume.target === undefined) volume.target = section;
    else if (!last) throw new ComposeFileError('invalid', `invalid spec: ${spec}: too many colons`);
    else for (const option of section.split(',')) setOption(volume, option);
  });
  if (isFilePath(volume.source)) volume.type = 'bind';
  return volume;
}

function setOption(volume: VolumeSpec, option: string): void {
  if (option === 'ro' || option === 'rw') volume.readOnly = option === 'ro';
  else if (option === 'nocopy') volume.noCopy = true;
  else if (propagations.includes(option)) volume.propagation = option;
  else if (option === 'z' || option === 'Z') volume.selinux = option;
}

/** At colons, but for that of a Windows drive: one letter before it. */
function splitSections(spec: string): string[] {
  const sections = [''];
  for (const char of spec) {
    const last = sections.length - 1;
    if (char === ':' && !/^\p{L}$/u.test(sections[last] ?? '')) sections.push('');
    else sections[last] += char;
  }
  return sections;
}

function isFilePath(source: string | undefined): boolean {
  return source !== undefined && (/^[./~]/.test(source) || source.startsWith('\\\\') || /^\p{L}:/u.test(source));
}
