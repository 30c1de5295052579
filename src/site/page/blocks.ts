import { copyText } from '../dock/copy-text.ts';
import type { Dock } from '../dock/dock.ts';
import { t as dockSays, locale } from '../dock/texts.ts';
import { pageTexts } from '../i18n/page-texts.ts';

/** Wires Run, Copy and Save of all code blocks, now and after navigation. */
export function wireBlocks(dock: Dock): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-block]');
    const block = button?.closest<HTMLElement>('.block');
    if (!button || !block) return;
    void act(dock, button.dataset['block'] ?? '', block);
  });
}

async function act(dock: Dock, action: string, block: HTMLElement): Promise<void> {
  const t = pageTexts(locale());
  const code = block.dataset['code'] ?? '';
  const { host, save, mode } = block.dataset;
  if (action === 'copy') {
    await copyText(code).then(
      () => tell(block, dockSays('copied'), 'good'),
      () => tell(block, dockSays('copyFailed'), 'bad'),
    );
  } else if (action === 'run') {
    const typed = await dock.run(code, host);
    tell(block, dockSays(typed === 'typed' ? 'ran' : typed === 'busy' ? 'busy' : 'notReady'), typed === 'typed' ? 'good' : 'bad');
  } else if (action === 'save' && save !== undefined) {
    try {
      const saved = await dock.save(save, code, { host, mode: mode === undefined ? undefined : Number.parseInt(mode, 8) });
      tell(block, saved === 'saved' ? t('saved') : dockSays('notReady'), saved === 'saved' ? 'good' : 'bad');
    } catch (error) {
      tell(block, t('saveFailed', { why: error instanceof Error ? error.message : String(error) }), 'bad');
    }
  }
}

/** Says beside the buttons what happened; a good word goes away again. */
function tell(block: HTMLElement, text: string, tone: 'good' | 'bad'): void {
  const said = block.querySelector<HTMLElement>('.block-said');
  if (!said) return;
  said.textContent = text;
  said.dataset['tone'] = tone;
  setTimeout(() => {
    if (said.textContent === text) said.textContent = '';
  }, tone === 'good' ? 2000 : 6000);
}
