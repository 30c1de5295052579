import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong: the rule and where, one line each; `within`: only there. */
export async function faults(page: Page, within?: string): Promise<string[]> {
  // The policy forbids a script element; the debugger's evaluation is not under it.
  await page.evaluate(axe);
  return page.evaluate(`axe.run(${within === undefined ? 'document' : JSON.stringify(within)}, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 160) + ' ' + (node.failureSummary ?? '').split('\\n').slice(1, 2).join('').trim().slice(0, 160))))`);
}
