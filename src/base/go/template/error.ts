/** A template that does not parse or cannot be executed; the message is Go's, with `template: NAME:LINE` before it. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}
