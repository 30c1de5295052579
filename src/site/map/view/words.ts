import type { MapTexts } from '../../i18n/map-texts.ts';
import type { ContainerOf, MountOf } from '../model/containers.ts';

/** A container's state in words, with its health while it runs. */
export function stateText({ state, exitCode, health }: ContainerOf, t: MapTexts): string {
  const text = t(state, { code: exitCode ?? 0 });
  return health && state === 'running' ? `${text}, ${t(health)}` : text;
}

/** A volume's name, short when nobody gave it one. */
export function volumeName(name: string): string {
  return /^[0-9a-f]{64}$/.test(name) ? `${name.slice(0, 12)}…` : name;
}

/** What is mounted. */
export function mountName({ kind, source }: MountOf, t: MapTexts): string {
  return kind === 'tmpfs' ? t('tmpfs') : volumeName(source);
}
