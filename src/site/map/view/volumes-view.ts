import { el } from '../../dock/dom.ts';
import type { VolumeOf } from '../model/host-model.ts';
import type { Drawing } from './drawing.ts';
import { mark } from './marks.ts';
import { volumeName } from './words.ts';

/** How many are drawn before the rest is folded. */
const most = 8;

/** Volumes, and folders of the host that are mounted, each with its users. */
export function volumesView(drawing: Drawing): HTMLElement[] {
  const { model, t } = drawing;
  if (model.volumes.length === 0) return [el('p', { class: 'hm-empty' }, t('emptyVolumes'))];
  const { shown, more } = drawing.some(model.volumes, 'volumes', '', most, 2);
  return [el('div', { class: 'hm-volumes' }, ...shown.map((volume) => drum(drawing, volume)), more)];
}

function drum(drawing: Drawing, volume: VolumeOf): HTMLElement {
  const { t } = drawing;
  const who = volume.mounts.map(({ container, destination }) => `${container.name} ${destination}`);
  const size = volume.size === undefined ? undefined : t.size(volume.size);
  const kind = volume.kind === 'bind' ? t('hostFolder') : t('kindVolume');
  return drawing.item(
    { kind: 'volume', volume },
    { level: 2, class: `hm-volume hm-volume-${volume.kind}`, label: t('spokenVolume', { kind, name: volumeName(volume.name), size: volume.kind === 'bind' ? kind : (size ?? t('unknownSize')), who: t.list(who) }) },
    mark(volume.kind),
    el('b', {}, volumeName(volume.name)),
    el('span', { class: 'hm-soft' }, volume.kind === 'bind' ? kind : [volume.anonymous ? t('anonymous') : undefined, size].filter((part) => part !== undefined).join(', ')),
    el(
      'span',
      { class: 'hm-users' },
      ...(volume.mounts.length === 0
        ? [el('span', { class: 'hm-soft' }, t('usedByNone'))]
        : volume.mounts.slice(0, 3).map(({ container, destination, writable }) => el('span', { class: 'hm-user' }, el('i', {}, container.name), ` ${destination}`, writable ? undefined : el('span', { class: 'hm-tag' }, t('readOnly'))))),
      volume.mounts.length > 3 ? el('span', { class: 'hm-soft' }, t('more', { n: volume.mounts.length - 3 })) : undefined,
    ),
  );
}
