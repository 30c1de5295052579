import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { hasChromium, openSite, prompt, type Site, typeAtPrompt, untilScreen } from './harness.ts';

interface Chapter {
  address: string;
  status: string;
  lab?: string;
}

const course = parse(readFileSync('content/course.yaml', 'utf8')) as { parts: { chapters: Chapter[] }[] };
const lessons = course.parts.flatMap(({ chapters }) => chapters).flatMap(({ status, address, lab }) => (status === 'finished' && lab !== undefined ? [{ address, lab }] : []));

/** What a lesson holds to be done, in the order of the page. */
interface Step {
  kind: 'run' | 'save' | 'task';
  /** Place among the steps of its kind; a task's id. */
  name: string;
  code: string;
  /** Of a block; undefined: the lab's first. */
  host: string | undefined;
}

/** Which host a task is done on, where it is not the first. */
function hostOf(lab: string, task: string): string | undefined {
  const { hosts, tasks } = parse(readFileSync(`labs/${lab}/lab.yaml`, 'utf8')) as { hosts: string[]; tasks: { id: string; host?: string }[] };
  const host = tasks.find(({ id }) => id === task)?.host;
  return host === hosts[0] ? undefined : host;
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

/** Waits until all that was typed has ended. Returns what the screen shows then. */
async function settle(page: Page, panel: string): Promise<string> {
  await typeAtPrompt(page, panel, 'echo set$((600 + 66))tled');
  const text = await untilScreen(page, /^set666tled/m, 60_000, panel);
  expect(text).not.toMatch(/command not found|(?<!alert )internal error|not part of this sandbox|is not supported/);
  return text;
}

async function clear(page: Page, panel: string): Promise<void> {
  await page.locator(`[data-dock-tabs] [data-tab="${panel}"]`).click();
  await page.locator(`#panel-${panel} .xterm-helper-textarea`).focus();
  await page.keyboard.press('Control+l');
  await untilScreen(page, /^[^\n]*[$#]$/, 15_000, panel);
}

// A terminal with many rows, so that no output leaves the screen.
const viewport = { width: 1800, height: 2400 };

describe.skipIf(!hasChromium)('every lesson, typed: each block is run or saved, each task solved, in the order of the page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.each(lessons)('$address', async ({ address, lab }) => {
    const { page, context, complaints } = await site.visit(`/en/${address}/`, { viewport });
    await prompt(page);
    await page.locator('.strip-count').waitFor();
    const tasks: string[] = [];
    for (const step of await stepsOf(page)) {
      if (step.kind === 'save') {
        await page.locator('main .block[data-save] [data-block="save"]').nth(Number(step.name)).click();
        continue;
      }
      const panel = (step.kind === 'task' ? hostOf(lab, step.name) : step.host) ?? 'terminal';
      await clear(page, panel);
      if (step.kind === 'run') {
        await page.locator('main .block[data-run] [data-block="run"]').nth(Number(step.name)).click();
        const last = step.code.trim().split('\n').at(-1) ?? '';
        // A blank at the end of a row of the screen is not seen.
        await untilScreen(page, new RegExp(last.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', String.raw`\s*`)), 15_000, panel);
        await settle(page, panel);
        continue;
      }
      tasks.push(step.name);
      // In a subshell: it starts at home, whatever the lesson's blocks have done.
      await typeAtPrompt(page, panel, '( cd', ...readFileSync(`labs/${lab}/${step.name}/solve.sh`, 'utf8').trim().split('\n'), ')');
      // What is typed while a command runs is echoed into its line.
      const answer = [...(await settle(page, panel)).matchAll(/answer ([^"$\n]+)$/gm)].at(-1)?.[1];
      const field = page.locator(`#task-${step.name} input`);
      if (answer !== undefined && (await field.count()) > 0) {
        await field.fill(answer);
        await field.press('Enter');
      }
      const task = page.locator(`#task-${step.name}`);
      await task.and(page.locator('[data-state="done"]')).or(task.locator('.task-message:is([data-tone="failed"], [data-tone="broken"])')).first().waitFor({ timeout: 30_000 });
      expect([await task.getAttribute('data-state'), await task.locator('.task-message').allInnerTexts()]).toEqual(['done', expect.anything()]);
    }
    const all = readdirSync(`labs/${lab}`).filter((name) => existsSync(`labs/${lab}/${name}/check.sh`));
    expect(tasks.sort()).toEqual(all.sort());
    expect(complaints).toEqual([]);
    await context.close();
  });
});
