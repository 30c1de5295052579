import { defineProgram, readInput, textOf } from '../program/index.ts';

const reference = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g;

export const envsubst = defineProgram({
  name: 'envsubst', usage: '[OPTION] [SHELL-FORMAT]', summary: 'Substitutes the values of environment variables.', options: { variables: '-v --variables  output the variables occurring in SHELL-FORMAT' }, version: '(GNU gettext-runtime) 0.23.1', run: async (tool, args) => {
    const [shape] = args.operands;
    const named = (text: string): string[] => [...text.matchAll(reference)].map(([, braced, bare]) => braced ?? bare ?? '');
    if (args.has('variables')) {
      for (const name of named(shape ?? '')) tool.out.write(`${name}\n`);
      return 0;
    }
    const wanted = shape === undefined ? undefined : new Set(named(shape));
    const text = textOf(await readInput(tool.process, '-'));
    tool.out.write(text.replace(reference, (whole, braced: string | undefined, bare: string | undefined) => {
      const name = braced ?? bare ?? '';
      return wanted && !wanted.has(name) ? whole : tool.process.env[name] ?? '';
    }));
    return 0;
  },
});
