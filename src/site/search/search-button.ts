/** Opens the search by button and Ctrl-K (not while a terminal or editor has the keys); loads it at first use. */
export function wireSearchButton(): void {
  const open = async (): Promise<void> => {
    const { openSearch } = await import('./search-dialog.ts');
    openSearch();
  };
  document.addEventListener('click', (event) => {
    if ((event.target as Element).closest('[data-search-open]')) void open();
  });
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyK' || (event.target as Element).closest('.xterm, .cm-editor')) return;
    event.preventDefault();
    void open();
  });
}
