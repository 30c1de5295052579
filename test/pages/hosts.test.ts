import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twoHostsLab } from '../fixtures/two-hosts-lab.ts';
import { hasChromium, openSite, prompt, reload, type Site, typeLines, typeLinesOn, untilScreen } from './harness.ts';

describe.skipIf(!hasChromium)('a lab of two hosts in the dock', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test('a tab and a terminal for each, Run and the editor on the host that is meant, a task on each, all after a reload', async () => {
    const { page, context, complaints } = await site.visit('about:blank');
    await context.route('**/labs/cowsay.json', (route) => route.fulfill({ json: twoHostsLab() }));
    await page.goto(`${site.url.replace(/\/$/, '')}/en/dockerfile/cowsay/`);
    await prompt(page);
    const tabs = page.locator('[data-dock-tabs] [data-tab]');
    expect(await tabs.allInnerTexts()).toEqual(['web1', 'web2', 'Editor']);
    expect(await page.locator('.strip-count').innerText()).toBe('0 of 2');

    // By keyboard to the second host, which serves a page.
    await page.keyboard.press('Alt+2');
    await typeLinesOn(page, 'web2', 'mkdir www; hostname > www/index.html; busybox httpd -p 8000 -h www');
    await page.locator('.strip-count', { hasText: '1 of 2' }).waitFor();
    // A block of the lesson for the second host, run from the first's tab.
    await page.keyboard.press('Alt+1');
    const block = page.locator('.block[data-run]').first();
    await block.evaluate((element) => {
      element.dataset['host'] = 'web2';
      element.dataset['code'] = 'echo on $HOSTNAME';
    });
    await block.locator('[data-block="run"]').click();
    await untilScreen(page, /\non web2/, 15_000, 'web2');
    expect(await page.locator('#tab-web2').getAttribute('aria-selected')).toBe('true');
    // The first host fetches it.
    await page.keyboard.press('Alt+1');
    await typeLines(page, 'curl -s -o copy http://web2.test:8000; cat copy');
    await untilScreen(page, /cat copy\nweb2\n/);
    await page.locator('.strip-count', { hasText: '2 of 2' }).waitFor();

    // The editor has the files of either.
    await page.keyboard.press('Alt+3');
    await page.locator('.tree-name', { hasText: 'copy' }).waitFor();
    await page.locator('.tree-host').selectOption('web2');
    await page.locator('.tree-name', { hasText: 'index.html' }).click();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('edited ');
    await page.keyboard.press('Control+s');
    await page.locator('.editor-said', { hasText: 'Saved' }).waitFor();
    await page.keyboard.press('Alt+1');
    await typeLines(page, 'curl -s web2:8000');
    await untilScreen(page, /edited web2/);

    // A reload is a reboot of both.
    await reload(page);
    expect(await tabs.allInnerTexts()).toEqual(['web1', 'web2', 'Editor']);
    await typeLines(page, 'cat copy; curl -sS web2:8000');
    await untilScreen(page, /web2\ncurl: \(7\) Failed to connect to web2 port 8000/);
    await page.keyboard.press('Alt+2');
    await typeLinesOn(page, 'web2', 'cat www/index.html');
    await untilScreen(page, /edited web2/, 15_000, 'web2');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('another lab has its own tabs', async () => {
    const { page, context } = await site.visit('about:blank');
    const two = twoHostsLab();
    const one = { ...two, id: 'one', hosts: ['solo'], tasks: two.tasks.map((task) => ({ ...task, host: 'solo' })) };
    await context.route('**/labs/cowsay.json', (route) => route.fulfill({ json: two }));
    await context.route('**/labs/one.json', (route) => route.fulfill({ json: one }));
    await context.route('**/en/errata/', async (route) => {
      const response = await route.fetch();
      const body = await response.text();
      await route.fulfill({ response, body: body.replace(/<meta name="drydock-lab"[^>]*>/, '').replace('</head>', '<meta name="drydock-lab" content="one"></head>') });
    });
    await page.goto(`${site.url.replace(/\/$/, '')}/en/dockerfile/cowsay/`);
    await prompt(page);
    await page.keyboard.press('Alt+2');
    await untilScreen(page, /learner@web2/, 15_000, 'web2');
    await page.locator('#course-map a[href="/en/errata/"]').click();
    await page.waitForURL('**/en/errata/');
    await untilScreen(page, /learner@solo/);
    expect(await page.locator('[data-dock-tabs] [data-tab]').allInnerTexts()).toEqual(['Terminal', 'Editor']);
    expect(await page.locator('#tab-terminal').getAttribute('aria-selected')).toBe('true');
    await context.close();
  });
});
