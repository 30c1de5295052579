import type { Disposable } from '../../base/index.ts';
import type { PictureTexts } from '../i18n/picture-texts.ts';
import type { LiveConnections } from './live/live-connections.ts';

/** The pictures there are; `<Picture id="…" />` names one. */
export const pictureIds = ['layers', 'mask', 'tcp-loss', 'reach'] as const;
export type PictureId = (typeof pictureIds)[number];

/** What a picture gets when it comes to life. */
export interface PictureStage {
  /** Where it draws; what was drawn for a page without script is gone. */
  body: HTMLElement;
  t: PictureTexts;
  /** Connections of the learner's host, as far as it can be watched. */
  live: LiveConnections;
}

/** Brings a picture to life; what it returns ends timers and listeners. */
export type StartPicture = (stage: PictureStage) => Disposable;
