import type { Page } from 'playwright-core';
import type { Given, Question } from '../../src/quiz/index.ts';

/** Goes to an element with Tab and Shift+Tab only. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 400; presses++) {
    // From here: 0 there, 1 it comes later, -1 it came before.
    const way = (await page.evaluate(`(() => {
      const to = document.querySelector(${JSON.stringify(selector)});
      if (!to) throw new Error('nothing is ' + ${JSON.stringify(selector)});
      const from = document.activeElement;
      if (from === to) return 0;
      return from === document.body || from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING ? 1 : -1;
    })()`)) as number;
    if (way === 0) return;
    await page.keyboard.press(way > 0 ? 'Tab' : 'Shift+Tab');
  }
  throw new Error(`Tab never gets to ${selector}`);
}

/** Gives an answer with the keyboard and checks it with Enter. */
export async function answerByKeyboard(page: Page, question: Question<string>, given: Given, form = '[data-quiz] form'): Promise<void> {
  const press = async (key: string, times: number): Promise<void> => {
    for (let index = 0; index < times; index++) await page.keyboard.press(key);
  };
  switch (question.kind) {
    case 'single':
      await tabTo(page, `${form} input`);
      await page.keyboard.press('Space');
      await press('ArrowDown', question.options.findIndex(({ id }) => given.includes(id)));
      break;
    case 'multiple':
      for (const id of question.options.map((option) => option.id).filter((each) => given.includes(each))) {
        await tabTo(page, `${form} input[value="${id}"]`);
        await page.keyboard.press('Space');
      }
      break;
    case 'order': {
      const places = question.items.map(({ id }) => id);
      for (const [place, id] of given.entries()) {
        const at = places.indexOf(id);
        if (at === place) continue;
        places.splice(place, 0, ...places.splice(at, 1));
        await tabTo(page, `${form} [data-item="${id}"] [data-move="-1"]`);
        await press('ArrowUp', at - place);
      }
      await tabTo(page, `${form} [type=submit]`);
      break;
    }
    case 'match':
      for (const [index, choice] of given.entries()) {
        await tabTo(page, `${form} .match-row:nth-of-type(${index + 1}) select`);
        await press('ArrowDown', question.choices.findIndex(({ id }) => id === choice) + 1);
      }
      await tabTo(page, `${form} [type=submit]`);
      break;
    case 'entry':
      await tabTo(page, `${form} input`);
      await page.keyboard.type(given[0] ?? '');
      break;
  }
  await page.keyboard.press('Enter');
}
