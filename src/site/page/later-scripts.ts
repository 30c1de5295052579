/** Loads the scripts of the page at hand that the prompt does not need (the build names them in the head); once each, however often it is called. */
export function loadLaterScripts(): void {
  const addresses = document.querySelector<HTMLMetaElement>('meta[name="drydock-scripts"]')?.content.split(' ') ?? [];
  void Promise.allSettled(addresses.filter(Boolean).map((address) => import(/* @vite-ignore */ address))).then(() => {
    document.documentElement.dataset['scripts'] = 'ready';
  });
}
