import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from './axe.ts';
import { hasChromium, openSite, prompt, type Site, typeLines, untilScreen, type Visit } from './harness.ts';

describe.skipIf(!hasChromium)('the X-ray of the network (needs Chromium)', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  const step = (page: Visit['page'], text: RegExp) => page.locator('.xr-summary', { hasText: text }).first();

  it('a pull, by keyboard alone: 401, token, index, manifest, blobs; digests taken again', async () => {
    const { page, context, complaints } = await site.visit('/en/docker/install/');
    await prompt(page);
    await page.keyboard.press('Alt+4');
    await page.locator('.xr-blank').waitFor();
    await page.keyboard.press('Enter');
    await untilScreen(page, /\$ docker pull alpine$/);
    await page.keyboard.press('Enter');
    await untilScreen(page, /docker\.io\/library\/alpine:latest/, 30_000);
    await page.keyboard.press('Alt+4');
    await step(page, /HEAD .*manifests\/latest/).waitFor();
    expect(await page.locator('.xr-title').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('dockerd speaks to registry-1.docker.io:443'), expect.stringContaining('dockerd speaks to auth.docker.io:443')]));
    for (const [line, inside] of [[/GET \/v2\/\s*401/, /wants a token/], [/GET \/token/, /"access"/], [/manifests\/sha256/, /is the digest that was asked for/], [/blobs\/sha256/, /by its digest/], [/TLS handshake/, /checked the chain for/]] as const) {
      await step(page, line).focus();
      await page.keyboard.press('Enter');
      const details = page.locator('.xr-step[open] .xr-details').last();
      await page.locator('.xr-step[open]', { hasText: inside }).first().waitFor();
      expect(await details.count()).toBe(1);
    }
    expect(await faults(page, '#dock')).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('a refused certificate, in Russian: why, in words of both', async () => {
    const { page, context } = await site.visit('/ru/docker/install/', { colorScheme: 'dark' });
    await prompt(page);
    await page.locator('[data-side-button="xray"]').click();
    await page.locator('.xr-blank').waitFor();
    await typeLines(
      page,
      'openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -days 3 -subj /CN=shop.test -addext subjectAltName=DNS:shop.test 2>/dev/null; clear',
      'openssl s_server -accept 8443 -cert c.pem -key k.pem -www -quiet >/dev/null 2>&1 & sleep 1; clear; curl --resolve shop.test:8443:127.0.0.1 https://shop.test:8443/; echo ended-$?',
    );
    await untilScreen(page, /ended-60/, 60_000);
    await step(page, /Рукопожатие TLS/).click();
    const details = page.locator('.xr-details').first();
    await details.locator('.xr-bad', { hasText: 'Клиент отказывается' }).waitFor();
    expect(await details.innerText()).toMatch(/подписан самим собой[^]*выдан на shop\.test/);
    await context.close();
  });
});
