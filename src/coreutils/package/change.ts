import { LineReader } from '../program/index.ts';
import { Available } from './available.ts';
import type { Paragraph } from './control.ts';
import type { FrontEnd } from './front-end.ts';

/** Options of apt-get that installing obeys. */
export interface InstallSettings {
  yes: boolean;
  recommends: boolean;
  suggests: boolean;
  reinstall: boolean;
  simulate: boolean;
  downloadOnly: boolean;
  onlyUpgrade: boolean;
  fixMissing: boolean;
}

/** Takes the locks that changing packages needs. */
export function lockDpkg(front: FrontEnd): void {
  front.lock('/var/lib/dpkg/lock-frontend', 'Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?');
}

/** Reads the lists and the state, and says so. */
export async function readState(front: FrontEnd): Promise<Available> {
  await front.progress('Reading package lists');
  const available = new Available(front.process);
  await front.progress('Building dependency tree');
  await front.progress('Reading state information');
  await front.process.checkpoint();
  return available;
}

/** Bytes that a package takes when installed. */
export function installedSize(paragraph: Paragraph | undefined): number {
  return Number(paragraph?.get('Installed-Size') ?? 0) * 1024;
}

/** The line that counts, in the old words or the new. */
export function summary(front: FrontEnd, upgraded: number, installed: number, removed: number, kept: number): void {
  if (front.modern) front.say(`${upgraded + installed + removed > 0 ? '' : ''}Summary:\n  Upgrading: ${upgraded}, Installing: ${installed}, Removing: ${removed}, Not Upgrading: ${kept}`);
  else front.say(`${upgraded} upgraded, ${installed} newly installed, ${removed} to remove and ${kept} not upgraded.`);
}

/** Asks whether to go on, unless `-y` was given. */
export async function confirmed(front: FrontEnd, settings: InstallSettings): Promise<boolean> {
  if (settings.yes || front.quiet >= 2) return true;
  const { tool } = front;
  tool.out.write(front.modern ? '\nContinue? [Y/n] ' : 'Do you want to continue? [Y/n] ');
  await tool.out.flush();
  const answer = await new LineReader(front.process, 0).next();
  if (answer !== undefined && !front.process.isatty(0)) tool.out.write(`${answer}\n`);
  if (answer !== undefined && /^([yY].*)?$/.test(answer)) return true;
  tool.out.write(front.modern ? 'Abort.\n' : 'Abort.\n');
  await tool.out.flush();
  return false;
}
