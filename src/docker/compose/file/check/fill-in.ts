import { ComposeFileError } from '../compose-error.ts';
import { interpolate } from '../interpolate.ts';
import { isList, isTree, type Tree, treeOf, type Value } from '../tree.ts';
import { MissingVariable, substitute, TemplateProblem } from '../template.ts';

/** Fills in the variables that are known. A text with others stays as it is: it may be anything; `unknown` says that there are such. `tell` gets what can't be read as a template. */
export function fillIn(tree: Tree, environment: Readonly<Record<string, string>>, tell: (path: readonly string[], message: string) => void): { tree: Tree; unknown: boolean } {
  let unknown = false;
  const walk = (value: Value, path: readonly string[], pattern: readonly string[]): Value => {
    if (isTree(value)) return new Map([...value].map(([key, item]) => [key, walk(item, [...path, key], [...pattern, key])]));
    if (isList(value)) return value.map((item, index) => walk(item, [...path, String(index)], [...pattern, '[]']));
    if (typeof value !== 'string') return value;
    let known = true;
    const substitution = {
      lookup: (name: string): string => {
        known &&= Object.hasOwn(environment, name);
        return environment[name] ?? '';
      },
      warn: () => undefined,
    };
    try {
      substitute(value, substitution);
      unknown ||= !known;
      return known ? castAt(pattern, value, substitution) : value;
    } catch (error) {
      unknown = true;
      if (error instanceof TemplateProblem) tell(path, 'invalid interpolation format. You may need to escape any $ with another $.');
      else if (error instanceof MissingVariable) {
        if (known) tell(path, error.message);
      } else if (error instanceof ComposeFileError) tell(path, error.message.replace(/^error while interpolating \S+: (?:failed to cast to expected type: )?/, ''));
      return value;
    }
  };
  return { tree: walk(tree, [], []) as Tree, unknown };
}

/** The value that a text has at a place of the model: a number or a boolean where such is wanted. */
function castAt(pattern: readonly string[], text: string, substitution: Parameters<typeof interpolate>[1]): Value {
  const [first = '', ...rest] = pattern;
  const nested = rest.reduceRight<Value>((value, key) => (key === '[]' ? [value] : treeOf({ [key]: value })), text);
  let value: Value = interpolate(treeOf({ [first]: nested }), substitution);
  for (const key of pattern) value = (isTree(value) ? value.get(key) : isList(value) ? value[0] : undefined) ?? null;
  return value;
}
