/** Opens and closes the course map where it is folded away; closes it with Escape and gives the focus back. */
export function wireCourseMap(): void {
  const set = (open: boolean): void => {
    document.documentElement.toggleAttribute('data-map', open);
    const button = document.querySelector<HTMLElement>('[data-map-open]');
    button?.setAttribute('aria-expanded', String(open));
    if (open) document.querySelector<HTMLElement>('.map [aria-current="page"], .map [data-map-close]')?.focus();
  };
  const isOpen = (): boolean => document.documentElement.hasAttribute('data-map');
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (target.closest('[data-map-open]')) set(!isOpen());
    else if (isOpen() && (target.closest('[data-map-close]') || target.closest('.map a'))) set(false);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !isOpen()) return;
    set(false);
    document.querySelector<HTMLElement>('[data-map-open]')?.focus();
  });
}
