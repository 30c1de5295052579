import { expect, it } from 'vitest';
import { unweighed, weighBuild, weighHistory, withBaseSize } from './weigh.ts';

const text = 'FROM alpine\n# tools\nRUN apk add \\\n  curl\nENV A=1\nRUN rm /big\nCMD ["x"]\n';
const step = { Cached: false, Size: 0, Added: [], Hidden: [], More: 0 };
const build = { Dockerfile: text, Image: 'sha256:1', Steps: [{ ...step, Start: 3, End: 4, Size: 500, Cached: true }, { ...step, Start: 6, End: 6, Hidden: [{ Path: '/big', Size: 70, Replaced: false }] }] };

it('weighs the build of this very text', () => {
  const weighed = weighBuild(text, [build]);
  expect(weighed?.rows.map(({ instruction, kind, size, cached }) => [instruction.name, instruction.start, instruction.end, kind, size, cached])).toEqual([
    ['FROM', 1, 1, 'base', undefined, undefined], ['RUN', 3, 4, 'layer', 500, true], ['ENV', 5, 5, 'settings', undefined, undefined], ['RUN', 6, 6, 'layer', 0, false], ['CMD', 7, 7, 'settings', undefined, undefined],
  ]);
  expect(weighed).toMatchObject({ source: 'build', stale: false, hiddenBytes: 70 });
});

it('keeps what is still the same after an edit, and says that it is old', () => {
  const weighed = weighBuild(text.replace('RUN rm /big', 'RUN rm /other'), [build]);
  expect(weighed?.stale).toBe(true);
  expect(weighed?.rows.map(({ kind }) => kind)).toEqual(['base', 'layer', 'settings', 'unknown', 'settings']);
  expect(weighBuild('FROM debian\nRUN other\n', [build])).toBeUndefined();
});

it('takes sizes from a history where there is nothing else', () => {
  const history = [{ CreatedBy: 'CMD ["x"]', Size: 0 }, { CreatedBy: 'RUN /bin/sh -c rm /big # buildkit', Size: 0 }, { CreatedBy: '/bin/sh -c #(nop)  ENV A=1', Size: 0 }, { CreatedBy: '/bin/sh -c apk add   curl', Size: 500 }, { CreatedBy: 'CMD ["/bin/sh"]', Size: 0 }, { CreatedBy: 'ADD rootfs / # buildkit', Size: 8000 }];
  expect(weighHistory(text, history)?.rows.map(({ size }) => size)).toEqual([8000, 500, undefined, 0, undefined]);
  expect(weighHistory(text, history.slice(1))).toBeUndefined();
  expect(withBaseSize(unweighed(text), history).rows[0]?.size).toBe(8000);
});
