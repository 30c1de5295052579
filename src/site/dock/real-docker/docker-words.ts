import type { DockKey } from '../../i18n/dock-texts.ts';
import type { HostState } from '../lab-host.ts';
import type { Where } from './choice.ts';

/** What the dock says for a code with which no real host could be had. */
const texts: Readonly<Record<string, DockKey>> = {
  'docker-missing': 'dockerMissing',
  'docker-not-running': 'dockerNotRunning',
  'docker-not-permitted': 'dockerNotPermitted',
  'docker-elsewhere': 'dockerElsewhere',
  'golden-impossible': 'goldenImpossible',
  'golden-failed': 'goldenFailed',
  'wrong-token': 'wrongToken',
  'too-many-sessions': 'tooManySessions',
  'connection-lost': 'dockerLost',
};

export function refusalText(code: string): DockKey {
  return texts[code] ?? 'dockerOther';
}

/** What the dock says while hosts are started: a text and its values. */
export function startingText({ waiting, again }: Extract<HostState, { kind: 'starting' }>, where: Where): [key: DockKey, values?: Readonly<Record<string, number>>] {
  if (waiting) return [`dockerMaking_${waiting.part}`, { done: waiting.done + 1, all: waiting.all }];
  if (again) return ['dockerReconnecting'];
  return [({ sandbox: 'starting', docker: 'dockerStarting', webcontainer: 'webContainerStarting' } as const)[where]];
}
