import { expect, test } from 'vitest';
import { checksEn } from './checks-en.ts';
import { checksRu } from './checks-ru.ts';
import { editorEn } from './editor-en.ts';
import { editorRu } from './editor-ru.ts';
import { dockEn } from './dock-en.ts';
import { dockRu } from './dock-ru.ts';
import { mapEn } from './map-en.ts';
import { weightEn } from './weight-en.ts';
import { weightRu } from './weight-ru.ts';
import { mapRu } from './map-ru.ts';
import { localeOfPath, pathInLocale } from './locale.ts';
import { pageEn } from './page-en.ts';
import { pageRu } from './page-ru.ts';
import { pictureEn } from './picture-en.ts';
import { pictureRu } from './picture-ru.ts';
import { previewEn } from './preview-en.ts';
import { previewRu } from './preview-ru.ts';
import { xrayEn } from './xray-en.ts';
import { xrayRu } from './xray-ru.ts';
import { realDockerEn } from './real-docker-en.ts';
import { realDockerRu } from './real-docker-ru.ts';
import { webContainerEn } from './webcontainer-en.ts';
import { webContainerRu } from './webcontainer-ru.ts';
import { quizEn } from './quiz-en.ts';
import { quizRu } from './quiz-ru.ts';

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

test.each([
  ['page', pageEn, pageRu],
  ['dock', dockEn, dockRu],
  ['real docker', realDockerEn, realDockerRu],
  ['webcontainer', webContainerEn, webContainerRu],
  ['quiz', quizEn, quizRu],
  ['picture', pictureEn, pictureRu],
  ['map', mapEn, mapRu],
  ['weight', weightEn, weightRu],
  ['checks', checksEn, checksRu],
  ['editor', editorEn, editorRu],
  ['preview', previewEn, previewRu],
  ['xray', xrayEn, xrayRu],
] as const)('%s texts: both languages have the same keys and the same placeholders', (_, english, russian) => {
  const en: Record<string, string> = english;
  const ru: Record<string, string> = russian;
  expect(Object.keys(ru)).toEqual(Object.keys(en));
  for (const key of Object.keys(en)) expect([key, placeholders(ru[key] ?? '')]).toEqual([key, placeholders(en[key] ?? '')]);
});

test('Russian texts are Russian', () => {
  const mayBeLatin = new Set(['siteName', 'otherLanguage', 'otherLanguageLabel', 'keyCtrl', 'target_loopback', 'publication_all', 'publication_loopback', 'saidState', 'whereWebContainer']);
  const latin = [...Object.entries(pageRu), ...Object.entries(dockRu), ...Object.entries(realDockerRu), ...Object.entries(webContainerRu), ...Object.entries(quizRu), ...Object.entries(pictureRu), ...Object.entries(mapRu), ...Object.entries(weightRu), ...Object.entries(checksRu), ...Object.entries(editorRu), ...Object.entries(previewRu), ...Object.entries(xrayRu).filter(([key]) => key !== 'handshakeDone')].filter(([key, text]) => !mayBeLatin.has(key) && !/[а-яё]/i.test(text));
  expect(latin).toEqual([]);
});

test('an address is taken to the other language', () => {
  expect(pathInLocale('/en/dockerfile/cowsay/', 'ru')).toBe('/ru/dockerfile/cowsay/');
  expect(pathInLocale('/ru/', 'en')).toBe('/en/');
  expect(pathInLocale('/404.html', 'ru')).toBe('/ru/');
  expect(localeOfPath('/ru/errata/')).toBe('ru');
  expect(localeOfPath('/')).toBe('en');
});
