import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openSite, prompt, reload, type Site, typeLines, untilScreen } from './harness.ts';

const build = 'docker build -t test/cowsay-dockerfile .';
const dockerfile = ['FROM debian:bookworm-slim', 'MAINTAINER Captain <captain@example.test>', 'RUN apt-get update && apt-get install -y cowsay fortune'];
const words = {
  en: { done: 'Done', count: (n: number): string => `${n} of 9`, wheezy: /archive of that release is gone/, all: 'All tasks are done.' },
  ru: { done: 'Выполнено', count: (n: number): string => `${n} из 9`, wheezy: /Архива этого выпуска больше нет/, all: 'Все задания выполнены.' },
} as const;

/** Types lines and waits for the prompt, at most for a build. */
async function run(page: Page, lines: string[], expected: RegExp): Promise<void> {
  await page.locator('#panel-terminal .xterm-helper-textarea').focus();
  // As the learner would: Ctrl-L, so that only this command's output is on the screen.
  await page.keyboard.press('Control+l');
  await typeLines(page, ...lines);
  await untilScreen(page, new RegExp(`${expected.source}[\\s\\S]*\\$$`, expected.flags), 60_000);
}

describe.skipIf(!hasChromium)('the lesson "Images from a Dockerfile"', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.each(['en', 'ru'] as const)('typed through the keyboard: %s', async (locale) => {
    const say = words[locale];
    const { page, context, complaints } = await site.visit(`/${locale}/dockerfile/cowsay/`);
    const done = async (task: string, count: number): Promise<void> => {
      await page.locator(`#task-${task}[data-state="done"]`).waitFor({ timeout: 60_000 });
      expect(await page.locator(`#task-${task} [data-task-state]`).innerText()).toBe(say.done);
      if (count < 9) await page.locator('.strip-count', { hasText: say.count(count) }).waitFor();
    };
    await prompt(page);

    await typeLines(page, 'mkdir cowsay && cd cowsay', 'touch Dockerfile');
    await done('folder', 1);

    // The recipe of 2020 first: its archive is gone, and the task says so without being asked.
    await page.locator('.block[data-save="cowsay/Dockerfile"] [data-block="save"]').first().click();
    await run(page, [build], /404 {2}?Not Found/);
    await page.locator('.strip .task-message', { hasText: say.wheezy }).waitFor();
    await typeLines(page, "cat > Dockerfile <<'EOF'", ...dockerfile, 'EOF');
    await run(page, [build], /naming to docker\.io\/test\/cowsay-dockerfile/);
    await done('base', 2);
    await run(page, [build], /CACHED/);

    // A reload is a reboot: files, images and what is done stay.
    await reload(page);
    await done('base', 2);
    await typeLines(page, 'cd cowsay');
    await run(page, ['docker images'], /test\/cowsay-dockerfile/);

    // The script has no interpreter line and no execute permission yet: two real failures.
    await typeLines(page, "cat > entrypoint.sh <<'EOF'", 'if [ $# -eq 0 ]; then', '  /usr/games/fortune | /usr/games/cowsay', 'else', '  /usr/games/cowsay "$@"', 'fi', 'EOF');
    await typeLines(page, "cat > Dockerfile <<'EOF'", ...dockerfile, 'COPY entrypoint.sh /', 'ENTRYPOINT ["/entrypoint.sh"]', 'EOF');
    await run(page, [build], /naming to/);
    await done('entrypoint', 3);
    await run(page, ['docker run test/cowsay-dockerfile Moo'], /permission denied/);
    await run(page, ['chmod +x entrypoint.sh', build], /naming to/);
    await done('executable', 4);
    await run(page, ['docker run test/cowsay-dockerfile Moo'], /exec format error/);
    await run(page, ["sed -i '1i #!/bin/bash' entrypoint.sh", build], /naming to/);
    await run(page, ['docker run test/cowsay-dockerfile Moo'], /< Moo >[\s\S]*\(oo\)/);
    await done('moo', 5);
    await run(page, ['docker run test/cowsay-dockerfile'], /\(oo\)/);
    await done('fortune', 6);
    await run(page, ['docker run --entrypoint cat test/cowsay-dockerfile /etc/os-release'], /bookworm/);
    await done('override', 7);
    await run(page, [`sed -i 's/^MAINTAINER .*/LABEL maintainer="Captain <captain@example.test>"/' Dockerfile`, build], /naming to/);
    await done('label', 8);

    const answer = page.locator('#task-layers input');
    await answer.fill('1');
    await answer.press('Enter');
    await page.locator('#task-layers .task-message[data-tone="failed"]').waitFor();
    await run(page, ["docker image inspect --format 'layers={{len .RootFS.Layers}}' test/cowsay-dockerfile"], /layers=\d/);
    const layers = /layers=(\d+)/.exec(await untilScreen(page, /layers=\d+\n/))?.[1] ?? '';
    await answer.fill(layers);
    await answer.press('Enter');
    await done('layers', 9);
    await page.locator('.strip-title', { hasText: say.all }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
