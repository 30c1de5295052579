import { type Disposable, toDisposable } from '../../../base/index.ts';
import { el } from '../../dock/dom.ts';
import type { PictureKey } from '../../i18n/picture-texts.ts';
import type { PictureStage } from '../picture.ts';
import { saySentence } from '../said.ts';
import { drawReach, sayOutcome, sayQuestion } from './reach-drawing.ts';
import { clientCommand, clients, inContainer, portOf, possible, publications, type Question, reach, serverCommand, servers, targets } from './reach.ts';

/** Choose where the server listens, how it is published, who asks and for which address; see how far it comes, and why. */
export function startReach({ body, t }: PictureStage): Disposable {
  let question: Question = { server: 'container-loopback', publication: 'all', client: 'host', target: 'loopback' };
  const drawing = el('div', { class: 'reach-picture' });
  const verdict = el('span', { class: 'reach-verdict' });
  const said = el('span');
  const asks = el('p', { class: 'reach-asks' });
  const commands = el('pre', { class: 'picture-commands', tabindex: 0, 'aria-label': t('reachTry') }, '');

  const chooser = <K extends keyof Question>(key: K, title: PictureKey, values: readonly Question[K][], name: (value: Question[K]) => string): { element: HTMLElement; update(): void } => {
    const select = el('select', { id: `reach-${key}`, onchange: () => choose({ ...question, [key]: select.value }) });
    return {
      element: el('div', { class: 'reach-chooser' }, el('label', { for: select.id }, t(title)), select),
      update: () => {
        const can = values.filter((value) => key === 'server' || possible({ ...question, [key]: value }));
        select.replaceChildren(...can.map((value) => new Option(name(value), value, false, value === question[key])));
      },
    };
  };
  const choosers = [
    chooser('server', 'reachServerAt', servers, (value) => t(`server_${value}`)),
    chooser('publication', 'reachPublished', publications, (value) => t(`publication_${value}`)),
    chooser('client', 'reachClient', clients, (value) => t(`client_${value}`)),
    chooser('target', 'reachTarget', targets, (value) => t(`target_${value}`)),
  ];
  const choose = (next: Question): void => {
    // On the host there is nothing to publish and no container to be in.
    question = inContainer(next.server) ? next : { ...next, publication: 'none', client: next.client === 'same-container' ? 'host' : next.client, target: next.target === 'container' ? 'host' : next.target };
    for (const { update } of choosers) update();
    drawing.innerHTML = drawReach(question, t).text;
    const outcome = sayOutcome(question, t);
    asks.textContent = sayQuestion(question, t);
    verdict.textContent = outcome.verdict;
    verdict.dataset['verdict'] = reach(question).verdict;
    saySentence(said, outcome.why);
    commands.textContent = [`# ${t('tryServer')}`, serverCommand(question), `# ${t(question.client === 'other-host' ? 'tryElsewhere' : 'tryClient', { port: portOf(question) })}`, clientCommand(question), `# ${t('tryEnd')}`, 'docker rm -f web'].join('\n');
  };
  body.append(
    el('div', { class: 'reach-choosers' }, ...choosers.map(({ element }) => element)),
    drawing,
    el('div', { class: 'picture-said', 'aria-live': 'polite', 'aria-atomic': 'true' }, asks, el('p', {}, verdict, ' ', said)),
    el('details', { class: 'picture-words' }, el('summary', {}, t('reachTry')), commands),
  );
  choose(question);
  return toDisposable(() => undefined);
}
