/// <reference types="astro/client" />
/// <reference path="../../.astro/types.d.ts" />

declare namespace App {
  interface Locals {
    /** What a lesson's components know of the page they stand on. */
    lesson?: {
      chapter: import('./course/index.ts').Chapter;
      locale: import('./i18n/index.ts').SiteLocale;
      outcomes: readonly string[];
    };
  }
}

declare module '*.astro' {
  const component: (props: Record<string, unknown>) => unknown;
  export default component;
}
