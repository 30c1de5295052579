import { type Disposable, toDisposable } from '../../base/index.ts';
import { el } from '../dock/dom.ts';
import type { PictureTexts } from '../i18n/picture-texts.ts';

/** How long a step stays while it plays. */
const stepMs = 1100;

/** Back, next, and play: steps of a story, by buttons and by the arrow keys on them. The steps are numbered from 0. */
export class Stepper implements Disposable {
  readonly element: HTMLElement;
  readonly #show: (step: number) => void;
  readonly #t: PictureTexts;
  readonly #back: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  readonly #play: HTMLButtonElement | undefined;
  readonly #place = el('span', { class: 'stepper-place' });
  #timer: Disposable | undefined;
  #step = 0;
  #count = 1;

  constructor(t: PictureTexts, options: { plays: boolean; show(step: number): void }) {
    this.#t = t;
    this.#show = options.show;
    this.#back = el('button', { type: 'button', class: 'button', 'data-step': 'back', onclick: () => this.#move(-1) }, t('stepBack'));
    this.#next = el('button', { type: 'button', class: 'button', 'data-step': 'next', onclick: () => this.#move(1) }, t('stepNext'));
    this.#play = options.plays ? el('button', { type: 'button', class: 'button', 'data-step': 'play', onclick: () => (this.#timer ? this.pause() : this.#begin()) }, t('play')) : undefined;
    this.element = el('div', { class: 'stepper', role: 'group', 'aria-label': t('steps') }, this.#back, this.#play, this.#next, this.#place);
    this.element.addEventListener('keydown', (event) => {
      const to = { ArrowLeft: this.#step - 1, ArrowRight: this.#step + 1, Home: 0, End: this.#count - 1 }[event.key];
      if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.pause();
      this.#go(to);
    });
  }

  get step(): number {
    return this.#step;
  }

  /** Another story of `count` steps. */
  tell(count: number, step = 0): void {
    this.pause();
    this.#count = Math.max(count, 1);
    this.#go(step);
  }

  /** Stops playing. */
  pause(): void {
    this.#timer?.dispose();
    this.#timer = undefined;
    if (this.#play) this.#play.textContent = this.#t('play');
  }

  dispose(): void {
    this.pause();
  }

  #move(by: number): void {
    this.pause();
    this.#go(this.#step + by);
  }

  #begin(): void {
    if (this.#step === this.#count - 1) this.#go(0);
    const timer = setInterval(() => {
      this.#go(this.#step + 1);
      if (this.#step === this.#count - 1) this.pause();
    }, stepMs);
    this.#timer = toDisposable(() => clearInterval(timer));
    if (this.#play) this.#play.textContent = this.#t('pause');
  }

  /** The buttons stay where they are for the focus' sake; at the ends they say that they do nothing. */
  #go(step: number): void {
    this.#step = Math.min(Math.max(step, 0), this.#count - 1);
    this.#back.setAttribute('aria-disabled', String(this.#step === 0));
    this.#next.setAttribute('aria-disabled', String(this.#step === this.#count - 1));
    this.#place.textContent = this.#t('stepOf', { n: this.#step + 1, all: this.#count });
    this.#show(this.#step);
  }
}
