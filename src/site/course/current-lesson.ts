/** The lesson that a component stands in; a sentence for the author when it stands elsewhere. */
export function lessonOf(locals: App.Locals, tag: string): NonNullable<App.Locals['lesson']> {
  if (!locals.lesson) throw new Error(`<${tag}> belongs into a lesson below content/`);
  return locals.lesson;
}
