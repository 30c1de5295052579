import { keep } from '../dock/kept.ts';

interface BeforeSwap extends Event {
  newDocument: Document;
  from: URL;
  to: URL;
}

/** What must stay when a page is swapped for the next one without a load: root attributes, styles made by scripts, the course map's scroll, the place in the lesson when only the language changes. */
export function wireNavigation(swapped: () => void): void {
  let mapScroll = 0;
  let section: number | undefined;
  document.addEventListener('astro:before-swap', (event) => {
    const { newDocument, from, to } = event as BeforeSwap;
    const root = document.documentElement;
    for (const name of ['data-theme', 'data-dock', 'data-sheet', 'data-prompt', 'data-scripts', 'data-offline', 'style']) {
      const value = root.getAttribute(name);
      if (value !== null) newDocument.documentElement.setAttribute(name, value);
    }
    // The editor puts its styles into the head; the swap would drop them.
    newDocument.head.append(...document.head.querySelectorAll('style'));
    mapScroll = document.querySelector('.map')?.scrollTop ?? 0;
    section = withoutLocale(from) === withoutLocale(to) && !to.hash ? topSection() : undefined;
  });
  document.addEventListener('astro:after-swap', () => {
    const map = document.querySelector('.map');
    if (map) map.scrollTop = mapScroll;
    keep('drydock.language', document.documentElement.lang);
    swapped();
  });
  document.addEventListener('astro:page-load', () => {
    if (section !== undefined) sections()[section]?.scrollIntoView();
    section = undefined;
  });
}

function withoutLocale(url: URL): string {
  return url.pathname.replace(/^\/(en|ru)\//, '/');
}

/** Headings, tasks and blocks: both languages of a lesson have the same ones in the same order. */
function sections(): Element[] {
  return [...document.querySelectorAll('main :is(h2, h3, .task, .block)')];
}

function topSection(): number | undefined {
  const all = sections();
  const header = document.querySelector('.header')?.getBoundingClientRect().bottom ?? 0;
  const index = all.findIndex((each) => each.getBoundingClientRect().top >= header - 8);
  return scrollY < 80 || index < 0 ? undefined : index;
}
