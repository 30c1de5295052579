import { existsSync, readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openSite, prompt, type Site, untilScreen } from './harness.ts';
import { clear, lessons, settle, solve, tasksOf } from './lessons.ts';

/** What a lesson holds to be done, in the order of the page. */
interface Step {
  kind: 'run' | 'save' | 'task';
  /** Place among the steps of its kind; a task's id. */
  name: string;
  code: string;
  /** Of a block; undefined: the lab's first. */
  host: string | undefined;
}

function stepsOf(page: Page): Promise<Step[]> {
  return page.locator('main .block[data-run], main .block[data-save], main [data-task]').evaluateAll((elements) => {
    const count = { run: 0, save: 0 };
    return elements.map((element) => {
      const { task, code = '', run, host } = (element as unknown as { dataset: Record<string, string | undefined> }).dataset;
      const kind = task !== undefined ? 'task' : run !== undefined ? 'run' : 'save';
      return { kind, name: kind === 'task' ? (task ?? '') : String(count[kind]++), code, host } as Step;
    });
  });
}

// A terminal with many rows, so that no output leaves the screen.
const viewport = { width: 1800, height: 2400 };

describe.skipIf(!hasChromium)('every lesson, typed: each block is run or saved, each task solved, in the order of the page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.concurrent.for(lessons)('$address', async ({ address, lab }) => {
    const { page, context, complaints } = await site.visit(`/en/${address}/`, { viewport });
    await prompt(page);
    await page.locator('.strip-count').waitFor();
    const solved: string[] = [];
    for (const step of await stepsOf(page)) {
      if (step.kind === 'save') {
        await page.locator('main .block[data-save] [data-block="save"]').nth(Number(step.name)).click();
        continue;
      }
      if (step.kind === 'run') {
        const panel = step.host ?? 'terminal';
        await clear(page, panel);
        await page.locator('main .block[data-run] [data-block="run"]').nth(Number(step.name)).click();
        const last = step.code.trim().split('\n').at(-1) ?? '';
        // A blank at the end of a row of the screen is not seen.
        await untilScreen(page, new RegExp(last.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', String.raw`\s*`)), 15_000, panel);
        await settle(page, panel);
        continue;
      }
      await solve(page, lab, { id: step.name, host: tasksOf(lab).find(({ id }) => id === step.name)?.host });
      solved.push(step.name);
    }
    const all = readdirSync(`labs/${lab}`).filter((name) => existsSync(`labs/${lab}/${name}/check.sh`));
    expect(solved.sort()).toEqual(all.sort());
    expect(complaints).toEqual([]);
    await context.close();
  });
});
