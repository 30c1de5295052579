import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { serveStatic } from '../../src/server/static.ts';
import { type Measurement, median } from './measurement.ts';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** The lesson that is opened. */
const lesson = 'en/dockerfile/cowsay/';

/** A slow line and a slow processor: 10 Mbit/s, 40 ms, four times slower. */
async function throttle(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 40, downloadThroughput: 10_000_000 / 8, uploadThroughput: 10_000_000 / 8 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Opens the lesson in a tab of a fresh profile; milliseconds from the start of navigation until the prompt accepts input. */
async function firstPrompt(page: Page, url: string, slow: boolean): Promise<number> {
  if (slow) await throttle(await page.context().newCDPSession(page));
  await openUntilPrompt(page, url);
  // The mark's time counts from the start of navigation.
  return page.evaluate(() => performance.getEntriesByName('drydock:prompt')[0]?.startTime ?? Number.NaN);
}

/**
 * Opens a page; resolves when its prompt accepts input. The page itself tells: waiting for a selector would put Playwright's script into it (over 200 kB to compile and run before
 * the prompt), and that would be measured too.
 */
async function openUntilPrompt(page: Page, url: string): Promise<void> {
  const word = 'drydock:prompt';
  await page.addInitScript({ content: `document.addEventListener('${word}', () => console.debug('${word}'))` });
  const told = page.waitForEvent('console', { predicate: (message) => message.text() === word, timeout: 60_000 });
  await page.goto(url, { waitUntil: 'commit' });
  await told;
}

/** Resolves when a browser that was just launched has done with its own start (it takes both processors for a second), as the browser of somebody who follows a link has. */
async function started(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const used = async (): Promise<number> => (await session.send('SystemInfo.getProcessInfo')).processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  // Still is who took less than 10 ms of processor time in 300.
  for (let before = Number.NEGATIVE_INFINITY, now = await used(); now - before > 0.01; ) {
    await setTimeout(300);
    before = now;
    now = await used();
  }
}

/** Bytes of all scripts that page and workers have fetched when the prompt accepts input, each compressed with gzip. */
async function scriptBytes(page: Page, url: string): Promise<{ bytes: number; scripts: number }> {
  const scripts = new Set<string>();
  page.context().on('request', (request) => {
    if (request.resourceType() === 'script' || /\.m?js(\?|$)/.test(request.url())) scripts.add(request.url());
  });
  await openUntilPrompt(page, url);
  const before = [...scripts];
  const inline = (await page.locator('script:not([src]):not([type="application/json"])').allTextContents()).join('\n');
  let bytes = gzipSync(inline).length;
  for (const script of before) bytes += gzipSync(new Uint8Array(await (await fetch(script)).arrayBuffer())).length;
  return { bytes, scripts: before.length };
}

/** First prompt of cold loads in a browser that is already open, plain and throttled, and the size of the scripts before it. */
export async function pageMeasurements(): Promise<Measurement[]> {
  if (!existsSync(executablePath)) throw new Error('pages: Chromium is not here');
  if (!existsSync('dist/index.html')) throw new Error('pages: dist holds no site; `npm start` builds it');
  const server = await serveStatic({ root: 'dist', port: 0 });
  const url = server.url + lesson;
  /** Every load in a browser of its own, so that nothing is warm. */
  const fresh = async <T>(work: (page: Page) => Promise<T>): Promise<T> => {
    const browser = await chromium.launch({ executablePath, args: flags });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await started(browser);
      return await work(page);
    } finally {
      await browser.close();
    }
  };
  try {
    const loads = async (runs: number, slow: boolean): Promise<number> => {
      const times: number[] = [];
      for (let run = 0; run < runs; run++) times.push(await fresh((page) => firstPrompt(page, url, slow)));
      return median(times);
    };
    const { bytes, scripts } = await fresh((page) => scriptBytes(page, url));
    return [
      { what: 'first prompt in a page', value: await loads(7, false), unit: 'ms', limit: 450, how: 'median of 7 cold loads on localhost' },
      { what: 'first prompt, slow', value: await loads(5, true), unit: 'ms', limit: 1500, how: 'median of 5 cold loads, 10 Mbit/s, 40 ms, processor 4 times slower' },
      { what: 'scripts before it', value: bytes / 1000, unit: 'kB', limit: 350, how: `gzip, ${scripts} files and the inline ones` },
    ];
  } finally {
    await server.close();
  }
}
