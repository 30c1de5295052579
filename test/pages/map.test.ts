import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twoHostsLab } from '../fixtures/two-hosts-lab.ts';
import { faults } from './axe.ts';
import { hasChromium, openSite, prompt, screen, type Site, typeLines, untilScreen } from './harness.ts';

/** What a screen reader hears of the tree: level and name of each item. */
function outline(page: Page): Promise<string[]> {
  return page.locator('.hm-tree [role="treeitem"]').evaluateAll((items) => items.map((item) => `${item.getAttribute('aria-level') ?? ''} ${item.querySelector('.hm-spoken')?.textContent.replaceAll('\u00a0', ' ') ?? ''}`));
}

/** Resolves when the tree has an item whose name matches. */
async function item(page: Page, name: RegExp): Promise<void> {
  await page.locator('.hm-tree .hm-spoken', { hasText: name }).first().waitFor();
}

/** The item that has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate("document.activeElement.querySelector(':scope > .hm-spoken')?.textContent ?? document.activeElement.tagName");
}

const build = ["docker pull -q debian; printf 'FROM debian\\nRUN apt-get update && apt-get install -y cowsay\\nRUN touch /empty\\n' > Dockerfile; docker build -q -t cowsay . && echo built"];

describe.skipIf(!hasChromium)('the live map', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test('follows what is done in the terminal: images on shared layers, containers, networks, volumes; in English, by keyboard alone', async () => {
    const { page, context, complaints } = await site.visit('/en/dockerfile/cowsay/');
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await prompt(page);
    expect(scripts.filter((url) => url.includes('map-pane'))).toEqual([]);
    await page.keyboard.press('Alt+3');
    await item(page, /Images/);
    expect(await outline(page)).toEqual(['1 Containers and networks', '2 network bridge, 172.17.0.0/16, containers: 0', '2 network host, no addresses, containers: 0', '2 network none, no addresses, containers: 0', '1 Volumes', '1 Images']);
    await page.locator('[role="treeitem"]:focus', { hasText: 'Containers and networks' }).waitFor();

    // Escape is the way to the terminal; the map stays beside it.
    await page.keyboard.press('Escape');
    for (const line of build) await page.keyboard.type(`${line}\n`);
    await item(page, /image cowsay:latest/);
    const built = await outline(page);
    const at = (name: RegExp): number => built.findIndex((each) => name.test(each));
    expect(at(/^2 image cowsay:latest, 1\d\d MB, own layers \d+(\.\d)? MB/)).toBeGreaterThan(at(/^2 image debian:latest, 1\d\d MB, own layers 0 B/));
    expect(at(/^3 layer RUN apt-get update && apt-get install -y cowsay, \d/)).toBeGreaterThan(at(/^3 layer RUN touch \/empty, 0 B/));
    // What it stands on is drawn once, below it.
    expect(await page.locator('.hm-pile .hm-pile .hm-flag', { hasText: 'cowsay' }).count()).toBe(1);

    await typeLines(page, 'docker network create shop; docker run -d --name web --network shop -p 8080:80 -v pages:/www busybox httpd -f -h /www; docker run -d --name db --network shop alpine sleep 1d; docker network connect bridge db');
    await item(page, /db, also in shop/);
    const running = await outline(page);
    expect(running.slice(0, 10)).toEqual([
      '1 Containers and networks, 2 of 2 running',
      '2 network shop, 172.18.0.0/16, containers: 2',
      '3 db, container of alpine, running, address 172.18.0.3',
      '3 web, container of busybox, running, address 172.18.0.2',
      '4 port 8080 of the host leads to 80',
      '4 pages mounted at /www',
      '2 network bridge, 172.17.0.0/16, containers: 1',
      '3 db, also in shop, 172.17.0.2',
      '2 network host, no addresses, containers: 0',
      '2 network none, no addresses, containers: 0',
    ]);
    expect(running).toContain('2 volume pages, 0 B, mounted by: web /www');
    expect(running).toContain('3 writable layer of web, 0 B, running');
    await page.locator('.hm-live', { hasText: /Changes on the map|appeared|running/ }).waitFor({ state: 'attached' });

    // The keyboard: down to a container, its explanation, its command, into the terminal.
    await page.keyboard.press('Alt+3');
    await page.locator('[role="treeitem"]:focus').waitFor();
    await page.keyboard.press('Home');
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toMatch(/^web, container/);
    expect(await page.locator('#hm-explain').innerText()).toMatch(/It runs httpd -f -h \/www on top of the image busybox/);
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toMatch(/^port 8080/);
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('.hm-volume[data-related]').innerText()).toContain('pages');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await untilScreen(page, /\$ docker logs web$/);
    expect(await page.locator('.xterm-helper-textarea').first().evaluate((area) => area.matches(':focus'))).toBe(true);

    // Stopped and removed; what it wrote is told while it is there.
    await typeLines(page, '', 'docker exec web sh -c "head -c 5000 /dev/zero > /grown"; docker stop -t 0 web');
    await item(page, /^web, container of busybox, exited, 137/);
    await item(page, /writable layer of web, 5\u00a0kB/);
    await typeLines(page, 'docker rm -f web db; docker volume rm pages; docker network rm shop');
    await expect.poll(async () => (await outline(page)).filter((each) => /web|pages|shop/.test(each)), { timeout: 15_000 }).toEqual([]);
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('in Russian, dark, with reduced motion: words, navigation to the other language, axe', async () => {
    const { page, context, complaints } = await site.visit('/ru/dockerfile/cowsay/', { colorScheme: 'dark', reducedMotion: 'reduce' });
    await prompt(page);
    await page.locator('[data-side-button="map"]').click();
    await typeLines(page, 'docker run -d --name web -p 8080:80 -v pages:/www:ro busybox httpd -f -h /www; docker run --name oops busybox false');
    await item(page, /oops, контейнер из образа busybox, завершён, код 1/);
    const said = await outline(page);
    expect(said.filter((each) => each.startsWith('3 web'))).toEqual(['3 web, контейнер из образа busybox, работает, адрес 172.17.0.2']);
    expect(said).toContain('4 порт хоста 8080 ведёт на 80');
    expect(said).toContain('4 pages, подключён как /www, только чтение');
    await page.locator('.hm-port').first().hover();
    expect(await page.locator('#hm-explain').innerText()).toMatch(/Кто обращается к порту 8080 хоста по любому из его адресов, попадает на порт 80\/tcp контейнера web/);
    expect(await faults(page)).toEqual([]);
    await page.locator('a.language').click();
    await page.waitForURL('**/en/dockerfile/cowsay/');
    await item(page, /oops, container of busybox, exited, 1/);
    expect(await page.locator('.hm-flag').first().evaluate((flag) => flag.getBoundingClientRect().height)).toBeLessThan(60);
    // It is open on the next visit too.
    await page.evaluate('window.drydock.save()');
    await page.reload();
    await prompt(page);
    await item(page, /web, container of busybox, exited/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('on a phone the map takes the place of the terminal, and gives it back with a command', async () => {
    const { page, context, complaints } = await site.visit('/ru/dockerfile/cowsay/', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await prompt(page);
    await page.locator('[data-dock-handle]').tap();
    await typeLines(page, 'docker run -d --name web -p 127.0.0.1:8080:80 busybox httpd -f; echo runs');
    await untilScreen(page, /\nruns/);
    await page.locator('[data-side-button="map"]').tap();
    await item(page, /web, контейнер/);
    expect(await page.locator('#panel-terminal').isVisible()).toBe(false);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await faults(page)).toEqual([]);
    await page.locator('.hm-container').tap();
    await page.locator('.hm-command', { hasText: 'docker top web' }).tap();
    await untilScreen(page, /docker top web/);
    expect(await page.locator('[data-side="map"]').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('many things fold and stay readable; the engine may go and come; hidden, nothing is asked', async () => {
    const { page, context, complaints } = await site.visit('/en/dockerfile/cowsay/');
    await prompt(page);
    await page.locator('[data-side-button="map"]').click();
    await typeLines(page, '(echo FROM busybox; for i in $(seq 60); do echo RUN touch /$i; done) | docker build -q -t tall - ; for i in $(seq 12); do docker run -d --name c$i tall sleep 1d; done > /dev/null; clear; echo all up');
    await untilScreen(page, /all up/, 60_000);
    await item(page, /12 of 12 running/);
    await item(page, /^4 more$/);
    await item(page, /56 layers/);
    expect(await page.locator('.hm-card').count()).toBe(8);
    const more = page.locator('.hm-more', { hasText: '4 more' });
    await more.focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.hm-card').count()).toBe(12);
    expect(await focused(page)).toBe('Show fewer');

    // A command while a program has the terminal is refused, in words.
    await typeLines(page, 'cat');
    await page.locator('.hm-container').first().click();
    await page.locator('.hm-command').first().click();
    await page.locator('.hm-refused', { hasText: 'A program is running' }).waitFor();
    await page.locator('#panel-terminal .xterm-helper-textarea').focus();
    await page.keyboard.press('Control+c');

    await typeLines(page, 'clear; sudo systemctl stop docker.socket docker; echo stopped');
    await page.locator('.hm-blank', { hasText: 'does not answer' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await typeLines(page, 'sudo service docker start; echo started');
    await item(page, /of 12 running/);

    // Closed, it asks nothing: its drawing stays as it was until it is opened again.
    await page.locator('[data-side-button="map"]').click();
    await typeLines(page, 'clear; docker rm -f $(docker ps -aq) > /dev/null; echo removed');
    await untilScreen(page, /^removed/);
    await page.locator('[data-side-button="map"][data-new]').waitFor();
    expect((await outline(page)).filter((each) => each.startsWith('3 c')).length).toBeGreaterThan(0);
    await page.locator('[data-side-button="map"]').click();
    await item(page, /^Containers and networks$/);
    expect(await screen(page)).toContain('removed');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('of two hosts the one is drawn whose terminal is used; the other can be chosen', async () => {
    const { page, context, complaints } = await site.visit('about:blank');
    await context.route('**/labs/cowsay.json', (route) => route.fulfill({ json: twoHostsLab() }));
    await page.goto(`${site.url.replace(/\/$/, '')}/en/dockerfile/cowsay/`);
    await prompt(page);
    await page.keyboard.press('Alt+4');
    await item(page, /Images/);
    await typeLines(page, 'docker volume create first');
    await item(page, /volume first/);
    await page.locator('[data-tab="web2"]').click();
    await page.locator('.hm-spoken', { hasText: 'volume first' }).waitFor({ state: 'detached' });
    expect(await page.locator('.hm-host').inputValue()).toBe('web2');
    await page.locator('.hm-host').selectOption('web1');
    await item(page, /volume first/);
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
