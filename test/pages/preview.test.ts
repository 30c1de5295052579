import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, openSite, prompt, type Site, typeLines, untilScreen, type Visit } from './harness.ts';

/** A page that tries to run script in every way that a page can, and says so in its title or its origin's storage when it succeeds. */
const hostile = `<!doctype html><title>Hostile</title><h1>Tried</h1><script>document.title='inline';localStorage.setItem('taken','1')</script><script src="/evil.js"></script><a href="javascript:void(document.title='link')">press</a>
<img src="/none.png" onerror="document.title='handler'"><svg><script>document.title='svg'</script></svg><object data="/evil.svg"></object><iframe src="/evil.svg"></iframe><iframe src="javascript:parent.document.title='frame'"></iframe>`;
const configuration = `server { listen 80; absolute_redirect off; root /srv; default_type text/html;
location = /moved { return 302 /there/; }
location = /echo { add_header Set-Cookie seen=$request_method; return 200 "$request_method $http_cookie"; } }`;

describe.skipIf(!hasChromium)('preview (needs Chromium)', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  const frame = (page: Visit['page']) => page.frameLocator('.pv-frame');
  /** Opens a lesson with a web server published on port 8080, and the preview beside the terminal. */
  async function withServer(language = 'en', options: Parameters<Site['visit']>[1] = {}): Promise<Visit> {
    const visit = await site.visit(`/${language}/docker/install/`, { serviceWorkers: 'allow', ...options });
    const { page } = visit;
    await prompt(page);
    const files: Record<string, string> = {
      'site/index.html': '<!doctype html><title>Here</title><link rel="stylesheet" href="/style.css"><h1>Here</h1><a href="/there/">there</a><form method="post" action="/echo"><button>send</button></form>',
      'site/style.css': 'h1 { color: rgb(1, 2, 3) }',
      'site/there/index.html': '<!doctype html><title>There</title><h1>There</h1><a href="..">back</a>',
      'site/hostile.html': hostile,
      'site/evil.js': "document.title='external'",
      'site/evil.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>parent.document.title="svg file"</script></svg>',
      'default.conf': configuration,
    };
    for (const [path, text] of Object.entries(files)) await typeLines(page, `mkdir -p $(dirname ${path}) && echo ${Buffer.from(text).toString('base64')} | base64 -d > ${path} && clear`);
    await typeLines(page, 'docker run -d --name web -p 8080:80 -v ~/site:/srv:ro -v ~/default.conf:/etc/nginx/conf.d/default.conf:ro nginx:alpine && echo started-$?');
    await untilScreen(page, /started-0/, 30_000);
    await page.locator('[data-side-button="preview"]').click();
    return visit;
  }

  it('shows what a container publishes: styles, links, forms, redirects, Back', async () => {
    const { page, context, complaints } = await withServer();
    await page.locator('.pv-port', { hasText: '8080' }).click();
    await frame(page).locator('h1', { hasText: 'Here' }).waitFor();
    expect(await page.locator('.pv-address').inputValue()).toBe('http://lab:8080/');
    expect(await page.locator('.pv-status').innerText()).toBe('200 OK');
    expect(await page.frames().at(-1)?.evaluate("getComputedStyle(document.querySelector('h1')).color")).toBe('rgb(1, 2, 3)');
    await frame(page).locator('a').click();
    await frame(page).locator('h1', { hasText: 'There' }).waitFor();
    await page.waitForFunction("document.querySelector('.pv-address').value === 'http://lab:8080/there/'");
    await page.getByRole('button', { name: 'Back' }).click();
    await frame(page).locator('h1', { hasText: 'Here' }).waitFor();
    await frame(page).locator('button').click();
    await frame(page).locator('body', { hasText: 'POST' }).waitFor();
    await page.locator('.pv-address').fill('8080/echo');
    await page.keyboard.press('Enter');
    await frame(page).locator('body', { hasText: 'GET seen=POST' }).waitFor();
    await page.locator('.pv-address').fill('http://localhost:8080/moved');
    await page.keyboard.press('Enter');
    await frame(page).locator('h1', { hasText: 'There' }).waitFor();
    await page.locator('.pv-address').fill('lab:8080/none');
    await page.keyboard.press('Enter');
    await page.locator('.pv-status', { hasText: '404' }).waitFor();
    expect(complaints.filter((each) => !each.includes('404'))).toEqual([]);
    await context.close();
  });

  it('what is asked for before there is a service worker opens when there is', async () => {
    const context = await site.browser.newContext({ serviceWorkers: 'allow' });
    const page = await context.newPage();
    await page.addInitScript(`
      const { prototype } = ServiceWorkerContainer;
      const { register } = prototype;
      const may = new Promise((resolve) => (window.mayRegister = resolve));
      prototype.register = async function (...all) { await may; return register.apply(this, all); };`);
    await page.goto(`${site.url}en/docker/install/`);
    await prompt(page);
    await page.locator('[data-side-button="preview"]').click();
    await page.locator('.pv-address').fill('8080');
    await page.locator('.pv-address').press('Enter');
    await page.evaluate('window.mayRegister()');
    await frame(page).locator('h1', { hasText: 'refused' }).waitFor();
    expect(await page.locator('.pv-status').innerText()).toBe('ERR_CONNECTION_REFUSED');
    await context.close();
  });

  it('runs no script of a previewed page, however it is tried', async () => {
    const { page, context } = await withServer();
    const title = await page.title();
    await page.locator('.pv-address').fill('8080/hostile.html');
    await page.keyboard.press('Enter');
    await frame(page).locator('h1', { hasText: 'Tried' }).waitFor();
    await frame(page).locator('a').click();
    await page.locator('.pv-status', { hasText: '200 OK' }).waitFor();
    const hostilePage = page.frames().find((each) => each.url().endsWith('/hostile.html'));
    expect(await hostilePage?.evaluate('document.title')).toBe('Hostile');
    // The same page in a tab of its own, where no frame holds it back.
    const [tab] = await Promise.all([context.waitForEvent('page'), page.locator('a.pv-tool').click()]);
    await tab.locator('h1', { hasText: 'Tried' }).waitFor();
    await tab.locator('a').click();
    await tab.waitForLoadState('load');
    expect(await tab.title()).toBe('Hostile');
    expect(await tab.evaluate("localStorage.getItem('taken')")).toBe(null);
    expect(await page.title()).toBe(title);
    await context.close();
  });

  it.each([
    ['en', /refused to connect/, /127\.0\.0\.1/],
    ['ru', /отказал в соединении/, /127\.0\.0\.1/],
  ])('says like a browser what failed, and why it may be (%s)', async (language, refused, why) => {
    const { page, context } = await withServer(language);
    await page.locator('.pv-address').fill('9090');
    await page.keyboard.press('Enter');
    await frame(page).locator('h1', { hasText: refused }).waitFor();
    expect(await page.locator('.pv-status').innerText()).toBe('ERR_CONNECTION_REFUSED');
    expect(await frame(page).locator('main').innerText()).toContain('8080 (web)');
    await typeLines(page, 'clear; docker run -d -p 7070:80 --name inner busybox sleep 1000 && echo inner-$?');
    await untilScreen(page, /inner-0/, 30_000);
    await page.locator('.pv-address').fill('7070');
    await page.keyboard.press('Enter');
    await frame(page).locator('main', { hasText: why }).waitFor();
    expect(await frame(page).locator('h1').innerText()).toMatch(refused);
    await page.locator('.pv-address').fill('https://example.test/');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await context.close();
  });
});
