/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What a lesson's components know of the page they stand on. */
    lesson?: LessonOnPage;
  }
}

declare module '*.astro' {
  const component: (props: Record<string, unknown>) => unknown;
  export default component;
}
