import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { serveStatic, type StaticServer } from '../../src/server/static.ts';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Whether pages can be tested on this machine. */
export const hasChromium: boolean = existsSync(executablePath);

/** A browser on the built site. */
export interface Site {
  url: string;
  browser: Browser;
  /** A page of a fresh profile, without service worker unless the options allow it (it would hide requests from the test); what its scripts complain about is collected in `complaints`. */
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>;
  /** From now on nobody answers at `url`. */
  stopServing(): Promise<void>;
  close(): Promise<void>;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Errors of scripts and of the policy, requests to anywhere else, missing files. */
  complaints: string[];
}

/** Serves dist/ (or the folder in DRYDOCK_SITE) on loopback, as files alone unless told otherwise, and launches Chromium. `npm test -- build` first. */
export async function openSite(serve: (root: string) => Promise<Pick<StaticServer, 'url' | 'close'>> = (root) => serveStatic({ root, port: 0 })): Promise<Site> {
  const root = process.env['DRYDOCK_SITE'] ?? 'dist';
  if (!existsSync(`${root}/en/index.html`)) throw new Error(`${root}/ holds no site: run npm test -- build first`);
  const server = await serve(root);
  const browser = await chromium.launch({ executablePath, args: flags });
  return {
    url: server.url,
    browser,
    async visit(path, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block', ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const to = new URL(request.url());
        if (to.protocol.startsWith('http') && to.origin !== new URL(server.url).origin) complaints.push(`request: ${request.url()}`);
      });
      await page.goto(new URL(path, server.url).href);
      return { page, context, complaints };
    },
    stopServing: () => server.close(),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Waits until the terminal's prompt accepts input and the scripts that come after it are there. */
export async function prompt(page: Page): Promise<void> {
  await page.waitForSelector('html[data-prompt="ready"][data-scripts="ready"]', { timeout: 20_000 });
}

/** Reloads the page when the sandbox's state is kept, and waits for the prompt. */
export async function reload(page: Page): Promise<void> {
  await page.evaluate('window.drydock.save()');
  await page.reload();
  await prompt(page);
}

/** An expression for the page: the text on a terminal's screen. Of text contents: nothing is laid out for it. */
function screenText(host: string): string {
  return `[...document.querySelectorAll(${JSON.stringify(`#panel-${host} .xterm-rows > div`)})].map((row) => row.textContent.replaceAll('\\u00a0', ' ').trimEnd()).join('\\n').trimEnd()`;
}

/** The text on a terminal's screen: the first host's, or that of a further host. */
export function screen(page: Page, host = 'terminal'): Promise<string> {
  return page.evaluate<string>(screenText(host));
}

/** Types into the terminal with the keyboard, each line ended by Enter. */
export function typeLines(page: Page, ...lines: string[]): Promise<void> {
  return typeLinesOn(page, 'terminal', ...lines);
}

/** The same on a further host, whose tab is selected. */
export async function typeLinesOn(page: Page, host: string, ...lines: string[]): Promise<void> {
  await page.locator(`#panel-${host} .xterm-helper-textarea`).focus();
  for (const line of lines) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
}

/** Waits until the shell on a host's terminal reads again: what is typed before that, a running program may take for itself. */
export async function untilPrompt(page: Page, timeoutMs = 60_000, host = 'terminal'): Promise<void> {
  try {
    await page.waitForSelector(`#panel-${host} [data-reader="prompt"]`, { timeout: timeoutMs, state: 'attached' });
  } catch (error) {
    throw new Error(`the prompt did not come back; the screen is:\n${await screen(page, host)}`, { cause: error });
  }
}

/** Gives lines to the shell, each when it reads again after the one before: as an input method does, a line at once and then Enter, where single keys are not what is tested. */
export async function enterAtPrompt(page: Page, host: string, ...lines: string[]): Promise<void> {
  for (const line of lines) {
    await untilPrompt(page, 60_000, host);
    await page.locator(`#panel-${host} .xterm-helper-textarea`).focus();
    await page.keyboard.insertText(line);
    await page.keyboard.press('Enter');
  }
}

/** Waits until the terminal's screen matches; the failure shows what it was instead. The page looks when something in it has changed, since asking it again and again takes the processor that it needs. */
export async function untilScreen(page: Page, pattern: RegExp, timeoutMs = 15_000, host = 'terminal'): Promise<string> {
  const { matches, text } = await page.evaluate<{ matches: boolean; text: string }>(`new Promise((resolve) => {
    const end = (matches, text) => {
      changes.disconnect();
      clearTimeout(timer);
      resolve({ matches, text });
    };
    const look = () => {
      const text = ${screenText(host)};
      // The second time without line ends: the terminal wraps long lines.
      if (${String(pattern)}.test(text) || ${String(pattern)}.test(text.replaceAll('\\n', ''))) end(true, text);
    };
    const changes = new MutationObserver(look);
    const timer = setTimeout(() => end(false, ${screenText(host)}), ${timeoutMs});
    changes.observe(document, { childList: true, characterData: true, subtree: true });
    look();
  })`);
  if (!matches) throw new Error(`the screen never matched ${String(pattern)}; it is:\n${text}`);
  return text;
}
