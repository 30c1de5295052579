import type { PictureTexts } from '../../i18n/picture-texts.ts';
import { type Markup, tag } from '../markup.ts';
import { containerAddress, hostAddress, inContainer, listening, type Outcome, portOf, publishedPort, type Question, reach, type Station } from './reach.ts';

type Point = readonly [x: number, y: number];

const stations: Readonly<Record<Station, Point>> = {
  'other-host': [124, 44], 'elsewhere-lo': [166, 26], nowhere: [236, 44],
  host: [132, 152], 'host-lo': [182, 152], 'host-eth0': [87, 92], 'host-server': [216, 152],
  forward: [194, 181], 'bridge-other': [82, 216], 'bridge-web': [194, 216],
  'other-container': [82, 268], 'other-lo': [116, 268], 'web-eth0': [194, 240], 'same-container': [190, 296], 'web-lo': [214, 296], 'web-server': [232, 296],
};
/** Bends on the way between two stations. */
const bends: Readonly<Record<string, readonly Point[]>> = {
  'other-host host-eth0': [[87, 44]],
  'other-host elsewhere-lo': [[166, 44]],
  'host-eth0 host-server': [[87, 116], [200, 116], [200, 152]],
  'host host-eth0': [[148, 152], [148, 104], [87, 104]],
  'host-eth0 forward': [[87, 116], [166, 116], [166, 181]],
  'host-lo forward': [[182, 181]],
  'host bridge-web': [[144, 152], [144, 216]],
  'bridge-other host-eth0': [[20, 216], [20, 104], [87, 104]],
  'bridge-web host-eth0': [[20, 216], [20, 104], [87, 104]],
  'web-eth0 web-server': [[194, 264], [224, 264], [224, 296]],
  'same-container web-eth0': [[194, 296]],
};

function points(path: readonly Station[]): Point[] {
  return path.flatMap((station, index) => {
    const from = path[index - 1];
    return [...(from === undefined ? [] : (bends[`${from} ${station}`] ?? [])), stations[station]];
  });
}

/** The host with what is on it, and the way of the question through it. */
export function drawReach(question: Question, t: PictureTexts): Markup {
  const { server, publication, client } = question;
  const outcome = reach(question);
  const contained = inContainer(server);
  const box = (x: number, y: number, width: number, height: number, className: string, on = false): Markup => tag('rect', { x, y, width, height, rx: 5, class: className, 'data-on': on });
  const text = (x: number, y: number, className: string, words: string, anchor = 'start'): Markup => tag('text', { x, y, class: className, 'text-anchor': anchor }, words);
  const program = (x: number, y: number, width: number, on: boolean, words: string): Markup => tag('g', { class: 'program' }, box(x, y, width, 32, 'program-box', on), text(x + width / 2, y + 20, 'program-name', words, 'middle'));
  const serverBox = (x: number, y: number, width: number): Markup => tag('g', { class: 'server' }, box(x, y, width, 40, 'server-box'), text(x + width / 2, y + 16, 'program-name', t('reachServer'), 'middle'), text(x + width / 2, y + 31, 'address', listening(server), 'middle'));
  const dot = ([x, y]: Point): Markup => tag('circle', { cx: x, cy: y, r: 4, class: 'door' });
  return tag('svg', { class: 'reach-drawing', viewBox: '0 0 360 336', width: 360, height: 336, 'aria-hidden': 'true' },
    box(12, 10, 176, 46, 'machine', client === 'other-host'), text(24, 30, 'machine-name', t('client_other-host')), text(24, 48, 'address', '10.0.2.16'), dot(stations['elsewhere-lo']), text(156, 30, 'address', 'lo', 'end'),
    tag('path', { class: 'cable', d: 'M87 56V92' }),
    box(12, 92, 336, 236, 'machine'), text(336, 111, 'machine-name', t('reachHost'), 'end'), dot(stations['host-eth0']), text(96, 86, 'address', `eth0 ${hostAddress}`),
    program(28, 136, 104, client === 'host', t('reachProgram')),
    dot(stations['host-lo']), text(182, 143, 'address', 'lo', 'middle'),
    tag('path', { class: 'bridge', d: 'M28 216H332' }), text(332, 211, 'address', 'docker0 172.17.0.1', 'end'),
    tag('path', { class: 'cable', d: 'M82 216V240' }), box(28, 240, 108, 78, 'container', client === 'other-container'), text(40, 306, 'machine-name', t('reachOther')), dot([82, 240]), dot(stations['other-lo']), text(116, 260, 'address', 'lo', 'middle'),
    contained
      ? [
          tag('path', { class: 'cable', d: 'M194 216V240' }), box(148, 240, 186, 78, 'container', client === 'same-container'), dot(stations['web-eth0']), text(326, 256, 'address', containerAddress, 'end'), text(158, 258, 'machine-name', 'web'),
          program(156, 280, 34, client === 'same-container', 'sh'), dot(stations['web-lo']), text(214, 288, 'address', 'lo', 'middle'), serverBox(232, 274, 96),
          publication === 'none' ? undefined : tag('g', { class: 'forward' }, tag('rect', { x: 156, y: 170, width: 184, height: 22, rx: 11 }), text(334, 185, 'address', `-p ${publication === 'loopback' ? '127.0.0.1:' : ''}${publishedPort}:80`, 'end')),
        ]
      : serverBox(216, 132, 118),
    drawWay(outcome));
}

function drawWay({ verdict, path }: Outcome): Markup {
  const all = points(path);
  const [x, y] = all.at(-1) ?? [0, 0];
  const sign = { connected: 'M-4 0l3 3.5l5.5 -7', refused: 'M-4 -4l8 8m0 -8l-8 8', reset: 'M-4 -4l8 8m0 -8l-8 8', timeout: 'M-4.5 0h.1m4.4 0h.1m4.4 0h.1' }[verdict];
  return tag('g', { class: 'way', 'data-verdict': verdict },
    tag('polyline', { points: all.map((point) => point.join(',')).join(' '), pathLength: 1 }),
    tag('circle', { cx: all[0]?.[0], cy: all[0]?.[1], r: 3.5, class: 'start' }),
    tag('g', { class: 'sign', transform: `translate(${x} ${y})` }, tag('circle', { r: 9 }), tag('path', { d: sign })));
}

/** Who asks for what. */
export function sayQuestion(question: Question, t: PictureTexts): string {
  const address = { loopback: '127.0.0.1', host: hostAddress, container: containerAddress }[question.target];
  return t('reachQuestion', { client: t(`client_${question.client}`), address: `${address}:${portOf(question)}`, server: listening(question.server) });
}

/** The verdict and why. */
export function sayOutcome(question: Question, t: PictureTexts): { verdict: string; why: string } {
  const { verdict, why } = reach(question);
  const address = { loopback: '127.0.0.1', host: hostAddress, container: containerAddress }[question.target];
  return { verdict: t(`verdict_${verdict}`), why: t(`why_${why}`, { address, listens: listening(question.server), port: publishedPort, container: containerAddress }) };
}
