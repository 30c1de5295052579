import { expect, it } from 'vitest';
import { checkComposeFile } from './check-compose-file.ts';

/** Problems as `line:column text-in-the-file: message`. */
function check(text: string, options?: Parameters<typeof checkComposeFile>[1]): string[] {
  return checkComposeFile(text, options).map(({ line, column, from, to, message }) => `${line}:${column} ${text.slice(from, to)}: ${message}`);
}

it('says nothing of a good file', () => {
  expect(check('services:\n  web:\n    image: "nginx:${TAG:?set it}"\n    scale: ${N}\n    ports: ["80:80"]\n    depends_on: [db]\n  db:\n    image: redis\n    volumes: ["data:/data"]\nvolumes:\n  data:\n')).toEqual([]);
});

it('YAML that can not be read', () => {
  expect(check('services:\n\tweb:\n')).toEqual(['2:1 \tweb:: found character that cannot start any token']);
  expect(check('services:\n  web:\n    image: a: b\n')).toEqual(['3:13 : b: mapping values are not allowed in this context']);
});

it('keys that are there twice, each', () => {
  expect(check('services:\n  web:\n    image: a\n    image: b\n  db: {image: c, image: d}\n')).toEqual([
    '4:5 image: b: mapping key "image" already defined at line 3', '5:18 image: d}: mapping key "image" already defined at line 5',
  ]);
});

it('keys and values that are not allowed', () => {
  expect(check('services:\n  web:\n    imagee: a\n    ports: 80\n    restart: no\n    environment:\n      A: [b]\nbad: 1\n')).toEqual([
    '3:5 imagee: Additional property imagee is not allowed',
    '4:12 80: ports must be a list',
    '7:7 A: A must be a string, number, boolean or null',
    '8:1 bad: Additional property bad is not allowed',
  ]);
});

it('the format of version 1, and the version key', () => {
  expect(check('web:\n  image: a\n')).toEqual(['1:1 web: Additional property web is not allowed']);
  expect(checkComposeFile('version: "3"\nservices:\n  web: {image: a}\n').map(({ severity, line }) => ({ severity, line }))).toEqual([{ severity: 'warning', line: 1 }]);
});

it('references to what is not there, each at its place', () => {
  const text = 'services:\n  web:\n    image: a\n    networks: [back]\n    volumes:\n      - ./x:/x\n      - data:/data\n    depends_on:\n      db:\n        condition: service_started\n    secrets: [key]\n';
  expect(check(text)).toEqual([
    '4:16 back: service "web" refers to undefined network back', '7:9 data:/data: service "web" refers to undefined volume data', '9:7 db: service "web" depends on undefined service "db"', '11:15 key: service "web" refers to undefined secret key',
  ]);
  expect(check(text, { alone: false })).toEqual([]);
  expect(check('include: [other.yaml]\nservices:\n  web: {image: a, depends_on: [db]}\n')).toEqual([]);
});

it('a circle, a service without image, wrong sizes and ports', () => {
  expect(check('services:\n  a: {image: x, depends_on: [b]}\n  b: {image: x, depends_on: [a]}\n')).toEqual(['3:30 a: dependency cycle detected: a -> b -> a']);
  expect(check('services:\n  web:\n    command: a\n')).toEqual(['2:3 web: service "web" has neither an image nor a build context specified']);
  expect(check('services:\n  web:\n    image: a\n    mem_limit: 12x\n')).toEqual(["4:16 12x: invalid size: '12x'"]);
});

it('variables: what is known is looked at, what is not may be anything', () => {
  const text = 'services:\n  web:\n    image: a\n    scale: ${N}\n';
  expect(check(text)).toEqual([]);
  expect(check(text, { environment: { N: 'x' } })).toEqual(['4:12 ${N}: strconv.Atoi: parsing "x": invalid syntax']);
  expect(check('services:\n  web:\n    image: ${a b}\n')).toEqual(['3:12 ${a b}: invalid interpolation format. You may need to escape any $ with another $.']);
});

it('places behind aliases and merges', () => {
  expect(check('x-a: &a\n  prots: [80]\nservices:\n  web:\n    <<: *a\n    image: x\n')).toEqual(['2:3 prots: Additional property prots is not allowed']);
});
