import { el } from '../dock/dom.ts';
import { locale } from '../dock/texts.ts';
import { pageTexts } from '../i18n/page-texts.ts';

interface PagefindSubResult {
  title: string;
  url: string;
  excerpt: string;
}
interface Pagefind {
  init(): Promise<void>;
  destroy(): Promise<void>;
  debouncedSearch(query: string, options?: object, ms?: number): Promise<{ results: { data(): Promise<{ meta: { title?: string }; url: string; sub_results: PagefindSubResult[] }> }[] } | null>;
}

const most = 8;
let loaded: { pagefind: Promise<Pagefind>; language: string } | undefined;

/** The index of the page's language; another language loads another index. */
async function index(): Promise<Pagefind> {
  const language = locale();
  if (loaded && loaded.language !== language) await (await loaded.pagefind).destroy();
  if (loaded?.language !== language) {
    const address = '/pagefind/pagefind.js';
    const pagefind = (import(/* @vite-ignore */ address) as Promise<Pagefind>).then(async (module) => {
      await module.init();
      return module;
    });
    loaded = { pagefind, language };
  }
  return loaded.pagefind;
}

/** Opens the search over the page. Made anew each time, so that a swapped page or language leaves nothing behind. */
export function openSearch(): void {
  if (document.querySelector('dialog.search')) return;
  const t = pageTexts(locale());
  const input = el('input', { type: 'search', placeholder: t('searchHint'), 'aria-label': t('searchHint'), autocomplete: 'off', spellcheck: 'false', autofocus: true });
  const found = el('ol', { class: 'search-found' });
  const said = el('p', { class: 'search-said', role: 'status' }, t('searchEmpty'));
  const dialog = el('dialog', { class: 'search', 'aria-label': t('search') }, el('div', { class: 'search-head' }, input, el('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('close'))), said, found);
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target as Element).closest('a')) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    // In a search field the first Escape would only clear it.
    if (event.key === 'Escape') dialog.close();
    const links = [...found.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const to = event.key === 'ArrowDown' ? links[at + 1] : event.key === 'ArrowUp' ? (links[at - 1] ?? input) : undefined;
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
  input.addEventListener('input', () => void search(input.value.trim()));
  dialog.showModal();

  async function search(query: string): Promise<void> {
    if (query === '') {
      found.replaceChildren();
      said.textContent = t('searchEmpty');
      return;
    }
    try {
      const answer = await (await index()).debouncedSearch(query, {}, 120);
      // A newer query is under way.
      if (!answer || input.value.trim() !== query) return;
      const pages = await Promise.all(answer.results.slice(0, most).map((result) => result.data()));
      said.textContent = pages.length === 0 ? t('searchNone', { query }) : t('searchFound', { count: answer.results.length });
      found.replaceChildren(...pages.map((page) => el('li', {}, el('p', { class: 'search-page' }, page.meta.title ?? ''), ...page.sub_results.slice(0, 3).map((part) => hit(part)))));
    } catch {
      said.textContent = t('searchFailed');
    }
  }
}

function hit(part: PagefindSubResult): HTMLElement {
  const excerpt = el('span', { class: 'search-excerpt' });
  // Pagefind's excerpt is escaped text of our own pages with <mark> in it.
  excerpt.innerHTML = part.excerpt;
  return el('a', { href: part.url }, el('span', { class: 'search-title' }, part.title), excerpt);
}
