import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { enterAtPrompt, untilScreen } from './harness.ts';

interface Chapter {
  address: string;
  status: string;
  lab?: string;
}

const course = parse(readFileSync('content/course.yaml', 'utf8')) as { parts: { chapters: Chapter[] }[] };

/** The finished lessons that have a lab, in the course's order. */
export const lessons: readonly { address: string; lab: string }[] = course.parts.flatMap(({ chapters }) => chapters).flatMap(({ status, address, lab }) => (status === 'finished' && lab !== undefined ? [{ address, lab }] : []));

/** Those whose lab is for real Docker too. */
export const dockerLessons: typeof lessons = lessons.filter(({ lab }) => ((parse(readFileSync(`labs/${lab}/lab.yaml`, 'utf8')) as { backends?: string[] }).backends ?? ['docker']).includes('docker'));

/** A lab's tasks in order; `host` where a task is not done on the first one. */
export function tasksOf(lab: string): { id: string; host: string | undefined }[] {
  const { hosts = [], tasks } = parse(readFileSync(`labs/${lab}/lab.yaml`, 'utf8')) as { hosts?: string[]; tasks: { id: string; host?: string }[] };
  return tasks.map(({ id, host }) => ({ id, host: host === hosts[0] ? undefined : host }));
}

/** Waits until all that was typed has ended. Returns what the screen shows then. */
export async function settle(page: Page, panel: string): Promise<string> {
  await enterAtPrompt(page, panel, 'echo set$((600 + 66))tled');
  const text = await untilScreen(page, /^set666tled/m, 60_000, panel);
  // An alert of TLS has such words too.
  expect(text).not.toMatch(/command not found|(?<!alert )internal error|not part of this sandbox|is not supported/);
  return text;
}

/** Opens a host's tab and clears its screen; its shell waits for a command. */
export async function clear(page: Page, panel: string): Promise<void> {
  await page.locator(`[data-dock-tabs] [data-tab="${panel}"]`).click();
  await page.locator(`#panel-${panel} .xterm-helper-textarea`).focus();
  await page.keyboard.press('Control+l');
  await untilScreen(page, /^[^\n]*[$#]$/, 15_000, panel);
}

/** Types a task's solution and waits until its check has seen it; fails with the check's words. */
export async function solve(page: Page, lab: string, { id, host }: { id: string; host: string | undefined }): Promise<void> {
  const panel = host ?? 'terminal';
  await clear(page, panel);
  // In a subshell: it starts at home, whatever the lesson's blocks have done.
  await enterAtPrompt(page, panel, '( cd', ...readFileSync(`labs/${lab}/${id}/solve.sh`, 'utf8').trim().split('\n'), ')');
  const answer = [...(await settle(page, panel)).matchAll(/answer ([^"$\n]+)$/gm)].at(-1)?.[1];
  const task = page.locator(`#task-${id}`);
  const field = task.locator('input');
  if (answer !== undefined && (await field.count()) > 0) {
    await field.fill(answer);
    await field.press('Enter');
  }
  await task.and(page.locator('[data-state="done"]')).or(task.locator('.task-message:is([data-tone="failed"], [data-tone="broken"])')).first().waitFor({ timeout: 60_000 });
  expect([id, await task.getAttribute('data-state'), await task.locator('.task-message').allInnerTexts()]).toEqual([id, 'done', expect.anything()]);
}
