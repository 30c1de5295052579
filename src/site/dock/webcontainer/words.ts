import type { DockKey } from '../../i18n/dock-texts.ts';

/** What the dock says for a code with which no WebContainer could be had. */
const texts: Readonly<Record<string, DockKey>> = {
  'webcontainer-unsupported': 'webContainerUnsupported',
  'webcontainer-not-isolated': 'webContainerNotIsolated',
  'webcontainer-unreachable': 'webContainerUnreachable',
};

export function obstacleText(code: string): DockKey {
  return texts[code] ?? 'webContainerFailed';
}
