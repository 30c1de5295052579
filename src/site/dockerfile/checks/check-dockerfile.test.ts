import { expect, it } from 'vitest';
import { checkDockerfile } from './check-dockerfile.ts';
import { checkNames } from './finding.ts';

/** A Dockerfile that breaks the rule, once, and one beside it that keeps it. */
const cases: Record<(typeof checkNames)[number], [string, string]> = {
  StageNameCasing: ['FROM alpine AS Build', 'FROM alpine AS build'],
  FromAsCasing: ['FROM alpine as build', 'from alpine as build'],
  NoEmptyContinuation: ['FROM alpine\nRUN a \\\n\n  b', 'FROM alpine\nRUN a \\\n# why\n  b'],
  ConsistentInstructionCasing: ['FROM alpine\nRun a\nRUN b', 'from alpine\nrun a'],
  DuplicateStageName: ['FROM alpine AS a\nFROM alpine AS a', 'FROM alpine AS a\nFROM alpine AS b'],
  ReservedStageName: ['FROM alpine AS scratch', 'FROM scratch AS mine'],
  JSONArgsRecommended: ['FROM alpine\nCMD run it', 'FROM alpine\nCMD ["run", "it"]'],
  MaintainerDeprecated: ['FROM alpine\nMAINTAINER me', 'FROM alpine\nLABEL org.opencontainers.image.authors=me'],
  UndefinedArgInFrom: ['FROM alpine:${TAG}', 'ARG TAG=1\nFROM alpine:${TAG}'],
  WorkdirRelativePath: ['FROM alpine\nWORKDIR app', 'FROM alpine\nWORKDIR /app\nWORKDIR sub'],
  UndefinedVar: ['FROM alpine\nARG FOO=1\nCOPY $FO /', 'FROM alpine\nARG FOO=1\nCOPY $FOO /'],
  MultipleInstructionsDisallowed: ['FROM alpine\nCMD ["a"]\nCMD ["b"]', 'FROM alpine AS a\nCMD ["a"]\nFROM alpine\nCMD ["b"]'],
  LegacyKeyValueFormat: ['FROM alpine\nENV A b', 'FROM alpine\nENV A=b'],
  RedundantTargetPlatform: ['FROM --platform=$TARGETPLATFORM alpine', 'FROM --platform=$BUILDPLATFORM alpine'],
  SecretsUsedInArgOrEnv: ['FROM alpine\nARG DB_PASSWORD', 'FROM alpine\nARG PUBLIC_KEY'],
  InvalidDefaultArgInFrom: ['ARG TAG\nFROM alpine:${TAG}', 'ARG TAG\nFROM alpine:${TAG:-latest}'],
  FromPlatformFlagConstDisallowed: ['FROM --platform=linux/amd64 alpine', 'FROM --platform=$BUILDPLATFORM alpine'],
  CopyIgnoredFile: ['FROM alpine\nCOPY ./ignored /', 'FROM alpine\nCOPY --from=a ignored /'],
  InvalidDefinitionDescription: ['# the version\nARG VERSION=1\nFROM alpine', '# VERSION is the version\nARG VERSION=1\n# aside\n\nFROM alpine AS a'],
  ExposeProtoCasing: ['FROM alpine\nEXPOSE 80/TCP', 'FROM alpine\nEXPOSE 80/tcp'],
  ExposeInvalidFormat: ['FROM alpine\nEXPOSE 127.0.0.1:80:80', 'FROM alpine\nEXPOSE 80-90'],
};

const rules = (text: string): string[] => checkDockerfile(text, (path) => path === 'ignored').map(({ rule }) => rule);

it.each(checkNames)('%s', (name) => {
  const [wrong, right] = cases[name];
  expect(rules(wrong)).toEqual([name]);
  expect(rules(right)).toEqual([]);
});

it('is quiet about half a line and an empty file', () => {
  expect(checkDockerfile('')).toEqual([]);
  expect(checkDockerfile('FROM\nRUN \\\n')).toEqual([]);
});

it('names the lines, and what is meant', () => {
  expect(checkDockerfile('FROM alpine AS a\n\nRUN x\nFROM a\nENV FOO=1\nRUN <<E\nCMD not an instruction\nE\nWORKDIR $FO0\n')).toEqual([{ rule: 'UndefinedVar', start: 9, end: 9, values: { name: 'FO0', near: 'FOO' } }]);
});
