import type { Disposable } from '../../base/index.ts';
import { part } from '../dock/dom.ts';
import { localeOfPath } from '../i18n/locale.ts';
import { pictureTexts } from '../i18n/picture-texts.ts';
import type { LabHost } from '../dock/lab-host.ts';
import { LiveConnections } from './live/live-connections.ts';
import type { PictureId, StartPicture } from './picture.ts';

const starts: Readonly<Record<PictureId, () => Promise<StartPicture>>> = {
  layers: () => import('./layers/layers-picture.ts').then(({ startLayers }) => startLayers),
  mask: () => import('./mask/mask-picture.ts').then(({ startMask }) => startMask),
  'tcp-loss': () => import('./tcp-loss/tcp-loss-picture.ts').then(({ startTcpLoss }) => startTcpLoss),
  reach: () => import('./reach/reach-picture.ts').then(({ startReach }) => startReach),
};

let live: LiveConnections | undefined;

/** Puts a picture that can be played with in place of the one to look at. */
export async function startPicture(figure: HTMLElement, host: LabHost): Promise<Disposable> {
  const start = await starts[figure.dataset['picture'] as PictureId]();
  const body = part(figure, '[data-picture-body]');
  live ??= new LiveConnections(host);
  body.replaceChildren();
  const started = start({ body, t: pictureTexts(localeOfPath(location.pathname)), live });
  figure.dataset['pictureLive'] = '';
  return started;
}
