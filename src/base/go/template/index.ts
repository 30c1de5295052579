export { TemplateError } from './error.ts';
export { GoTemplate } from './template.ts';
