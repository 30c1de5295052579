/** The cookies of previewed servers: browsers keep none for what a service worker answers. They live as long as the page, as those without a date do. */
export class CookieJar {
  readonly #jar = new Map<string, { value: string; path: string }>();

  /** Takes a server's `Set-Cookie` lines. Cookies know no ports, as in life. */
  take(host: string, path: string, lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const equals = pair.indexOf('=');
      if (equals <= 0) continue;
      const attribute = (name: string): string | undefined => attributes.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
      const at = attribute('path') ?? (path.replace(/\?.*/, '').replace(/\/[^/]*$/, '') || '/');
      const age = attribute('max-age');
      const expires = attribute('expires');
      const key = `${host} ${pair.slice(0, equals)} ${at}`;
      const over = age !== undefined ? Number(age) <= 0 : expires !== undefined && Date.parse(expires) <= Date.now();
      if (over) this.#jar.delete(key);
      else this.#jar.set(key, { value: pair, path: at });
    }
  }

  /** The `Cookie` line for a request, longest paths first; undefined without any. */
  line(host: string, path: string): string | undefined {
    const place = path.replace(/\?.*/, '');
    const fits = (at: string): boolean => place === at || place.startsWith(at.endsWith('/') ? at : `${at}/`);
    const found = [...this.#jar].filter(([key, cookie]) => key.startsWith(`${host} `) && fits(cookie.path)).map(([, cookie]) => cookie);
    return found.length === 0 ? undefined : found.sort((a, b) => b.path.length - a.path.length).map(({ value }) => value).join('; ');
  }
}
