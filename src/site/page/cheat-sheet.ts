/** The cheat sheet's filter and print button, for whichever such page is shown: what is typed must occur in a line, word by word. */
document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.matches('[data-cheat-filter]')) return;
  const words = target.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const section of document.querySelectorAll<HTMLElement>('[data-cheat-section]')) {
    const lines = [...section.querySelectorAll<HTMLElement>('[data-cheat-line]')];
    for (const line of lines) {
      const text = `${line.dataset['code'] ?? ''} ${line.querySelector('figcaption')?.textContent ?? ''}`.toLowerCase();
      line.hidden = !words.every((word) => text.includes(word));
      if (!line.hidden) shown++;
    }
    section.hidden = lines.every((line) => line.hidden);
  }
  const none = document.querySelector<HTMLElement>('[data-cheat-none]');
  if (none) none.hidden = shown > 0;
});
document.addEventListener('submit', (event) => {
  if ((event.target as Element).matches('[data-cheat-form]')) event.preventDefault();
});
document.addEventListener('click', (event) => {
  if ((event.target as Element).closest('[data-cheat-print]')) window.print();
});
export {};
