import { definePlugin, type ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import { addClassName, h, type Element } from '@astrojs/starlight/expressive-code/hast';
import type { StarlightExpressiveCodeOptions } from '@astrojs/starlight/expressive-code';
import { pageTexts, type PageTexts, type SiteLocale } from '../i18n/page-texts.ts';
import { codeThemes } from './code-themes.ts';
import { commandLines, type Fence, parseFence } from './fence-meta.ts';

/** Characters of a line that fit on every screen. */
const longestThatFits = 24;

const captions: Record<string, string> = { dockerfile: 'Dockerfile', yaml: 'YAML', json: 'JSON', ini: 'INI', python: 'Python' };

function button(action: string, text: string, label: string): Element {
  return h('button', { type: 'button', className: ['block-button', `block-${action}`], 'data-block': action, ariaLabel: label }, [
    h('span', { className: ['block-icon'], ariaHidden: 'true' }),
    h('span', { className: ['block-word'] }, text),
  ]);
}

function caption(fence: Fence, language: string, t: PageTexts): string {
  return fence.title ?? fence.save ?? captions[language] ?? (language === 'sh' || language === 'bash' ? (fence.host ?? 'bash') : t('code'));
}

function frame(pre: Element, fence: Fence, language: string, code: string, t: PageTexts): Element {
  if (fence.output) {
    return h('details', { className: ['block', 'block-output'], open: fence.open }, [
      h('summary', {}, [h('span', {}, fence.title ?? t('outputTitle'))]),
      pre,
    ]);
  }
  const actions = [
    ...(fence.run ? [button('run', t('run'), t('runLabel'))] : []),
    ...(fence.save === undefined ? [] : [button('save', t('save'), t('saveLabel', { path: fence.save }))]),
    button('copy', t('copy'), t('copyLabel')),
  ];
  const data = {
    'data-code': code,
    ...(fence.run ? { 'data-run': '' } : {}),
    ...(fence.host === undefined ? {} : { 'data-host': fence.host }),
    ...(fence.save === undefined ? {} : { 'data-save': fence.save }),
    ...(fence.mode === undefined ? {} : { 'data-mode': fence.mode.toString(8) }),
  };
  return h('figure', { className: ['block'], ...data }, [
    h('figcaption', { className: ['block-bar'], 'data-pagefind-ignore': '' }, [
      h('span', { className: ['block-title'] }, caption(fence, language, t)),
      h('span', { className: ['block-said'], role: 'status' }),
      h('span', { className: ['block-actions'] }, actions),
    ]),
    pre,
  ]);
}

/** Puts Run, Save and Copy on the code blocks of lessons, folds recorded output, and draws prompt signs that are not copied. */
function lessonBlocks(): ExpressiveCodePlugin {
  const fences = new WeakMap<object, Fence>();
  const languages = new WeakMap<object, string>();
  return definePlugin({
    name: 'drydock-blocks',
    hooks: {
      preprocessLanguage({ codeBlock }) {
        languages.set(codeBlock, codeBlock.language);
        fences.set(codeBlock, parseFence(codeBlock.language, codeBlock.meta));
        if (codeBlock.language === 'output') codeBlock.language = 'text';
      },
      postprocessRenderedLine({ codeBlock, lineIndex, renderData }) {
        if (!fences.get(codeBlock)?.run) return;
        if (commandLines(codeBlock.code)[lineIndex]) addClassName(renderData.lineAst, 'command');
      },
      postprocessRenderedBlock({ codeBlock, renderData }) {
        const fence = fences.get(codeBlock);
        if (fence === undefined) return;
        // A line that may not fit makes the block scroll, and what scrolls must be reachable by keyboard.
        if (codeBlock.code.split('\n').some((line) => line.length > longestThatFits)) renderData.blockAst.properties['tabIndex'] = 0;
        const path = (codeBlock.parentDocument?.sourceFilePath ?? '').replaceAll('\\', '/');
        const locale: SiteLocale = path.includes('/content/ru/') ? 'ru' : 'en';
        renderData.blockAst = frame(renderData.blockAst, fence, languages.get(codeBlock) ?? 'text', codeBlock.code, pageTexts(locale));
      },
    },
  });
}

/** How the site shows code: Shiki through Starlight's code blocks, with the blocks of ours around it. */
export function lessonCode(): StarlightExpressiveCodeOptions {
  return {
    themes: codeThemes,
    // The themes' colours are chosen for contrast; they need no adjusting.
    minSyntaxHighlightingColorContrast: 0,
    frames: false,
    useStarlightUiThemeColors: false,
    plugins: [lessonBlocks()],
    styleOverrides: {
      borderWidth: '0px',
      borderRadius: '0px',
      codeFontFamily: 'var(--font-mono)',
      codeFontSize: 'var(--code-size)',
      codeLineHeight: '1.55',
      uiFontFamily: 'var(--font-text)',
      codePaddingBlock: '0.75rem',
      codePaddingInline: '1rem',
      focusBorder: 'var(--focus)',
      textMarkers: { markBackground: 'color-mix(in srgb, var(--warm-fill) 12%, transparent)', markBorderColor: 'var(--warm-fill)' },
    },
  };
}
