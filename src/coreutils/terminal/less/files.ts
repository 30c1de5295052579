import type { Pager } from './pager-state.ts';
import { ask } from './search.ts';
import { TextView } from './view.ts';

export async function colon(pager: Pager, count: number): Promise<void> {
  const { rows } = pager.screen.size;
  await pager.screen.write(`\x1b[${rows};1H\x1b[0m :\x1b[K`);
  const key = (await pager.screen.key()) ?? '';
  pager.screen.forget();
  switch (key) {
    case 'n': return turn(pager, count, 'next');
    case 'p': return turn(pager, -count, 'previous');
    case 'x': return switchTo(pager, Math.max(0, Math.min(pager.names.length, count) - 1));
    case 'e': return examine(pager);
    case 'f': return pager.tellPlace();
    case 'q': case 'Q': return pager.quit();
    case 'd':
      if (pager.names.length === 1) pager.message = 'No other file to examine';
      else {
        pager.names.splice(pager.at, 1);
        switchTo(pager, Math.min(pager.at, pager.names.length - 1));
      }
      return;
    default:
  }
}

export function turn(pager: Pager, by: number, word: string): void {
  const at = pager.at + by;
  if (at < 0 || at >= pager.names.length) pager.message = Math.abs(by) > 1 ? `No (N-th) ${word} file` : `No ${word} file`;
  else switchTo(pager, at);
}

export function switchTo(pager: Pager, at: number): void {
  const opened = pager.open(pager.names[at] ?? '');
  if (typeof opened === 'string') {
    pager.message = opened;
    return;
  }
  pager.at = at;
  pager.view = new TextView(opened, pager.options);
  pager.top = { line: 0, row: 0 };
  pager.fresh = true;
  pager.low = false;
}

export async function examine(pager: Pager): Promise<void> {
  const name = await ask(pager, 'Examine: ');
  if (!name) return;
  const opened = pager.open(name.trim());
  if (typeof opened === 'string') {
    pager.message = opened;
    return;
  }
  pager.names.splice(pager.at + 1, 0, name.trim());
  switchTo(pager, pager.at + 1);
}
