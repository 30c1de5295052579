// The site: Starlight as its shell, lessons from content/, the course map from content/course.yaml.
import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
import { lessonCode } from './src/site/code/code-blocks.ts';
import { finishing, interpreter, webContainerPage } from './src/site/build/index.ts';

// In this order: narrow screens come last.
const styles = ['tokens', 'page', 'header', 'course-map', 'first-page', 'reading', 'search', 'lesson', 'blocks', 'tasks', 'dock', 'strip', 'editor', 'side-panes', 'sheet', 'narrow'].map((name) => `./src/site/styles/${name}.css`);
const frame = (name) => `./src/site/components/frame/${name}.astro`;

export default defineConfig({
  srcDir: './src/site',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  prefetch: { prefetchAll: true, defaultStrategy: 'hover' },
  integrations: [
    starlight({
      title: { en: 'Drydock', ru: 'Drydock' },
      locales: { en: { label: 'English', lang: 'en' }, ru: { label: 'Русский', lang: 'ru' } },
      defaultLocale: 'en',
      disable404Route: true,
      pagefind: true,
      tableOfContents: false,
      lastUpdated: false,
      credits: false,
      customCss: styles,
      markdown: { processedDirs: ['./content'], headingLinks: true },
      expressiveCode: lessonCode(),
      components: {
        Head: frame('Head'),
        ThemeProvider: frame('ThemeProvider'),
        PageFrame: frame('PageFrame'),
        Header: frame('Header'),
        Sidebar: frame('CourseMap'),
        TwoColumnContent: frame('Column'),
        ContentPanel: frame('Panel'),
        PageTitle: frame('PageTitle'),
        Footer: frame('Footer'),
        SkipLink: frame('SkipLink'),
      },
    }),
    interpreter(),
    // Finished last: what comes after it would not be compressed.
    webContainerPage(),
    finishing(),
  ],
  vite: {
    // While developing, the service worker lies among the sources.
    server: { headers: { 'Service-Worker-Allowed': '/' } },
    // One script holds all that a prompt needs: many small ones cost a round trip each.
    worker: { format: 'es', rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'machine', test: /src\/(host\/service\/(host-service|warm-up)|shell\/interactive\/loop)\.ts$/ }] } } } },
    build: { target: 'es2022', assetsInlineLimit: 0 },
    // A worker's first import of it is too late for the development server to look for it.
    optimizeDeps: { include: ['jq-wasm/dist/build/jq.js'] },
  },
});
