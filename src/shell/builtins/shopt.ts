import { findOption, setOptions } from '../state/options.ts';
import { type Builtin, fail, invalidOption, parseOptions, textArguments } from './builtin.ts';

export const shopt: Builtin = {
  name: 'shopt', usage: '[-pqsu] [-o] [optname ...]', summary: 'Set and unset shell options.',
  async run(shell, args) {
    const parsed = parseOptions(textArguments(args), 'opqsu');
    if (parsed.invalid) return invalidOption(shell, shopt, parsed.invalid);
    const { letters, rest } = parsed;
    if (letters.has('s') && letters.has('u')) return fail(shell, 'shopt', 'cannot set and unset shell options simultaneously');
    const ofSet = letters.has('o');
    const known = (name: string): boolean => (ofSet ? findOption(name) !== undefined : shell.options.knowsShopt(name));
    const get = (name: string): boolean => {
      const option = ofSet ? findOption(name) : undefined;
      return option ? shell.options.has(option) : shell.options.shopt(name);
    };
    const put = (name: string, on: boolean): void => {
      const option = ofSet ? findOption(name) : undefined;
      if (option) shell.options.put(option, on);
      else shell.options.putShopt(name, on);
    };
    const show = async (name: string): Promise<void> => {
      if (letters.has('q')) return;
      const on = get(name);
      const reusable = ofSet ? `set ${on ? '-' : '+'}o ${name}` : `shopt ${on ? '-s' : '-u'} ${name}`;
      await shell.write(1, letters.has('p') ? `${reusable}\n` : `${name.padEnd(15)}\t${on ? 'on' : 'off'}\n`);
    };
    const change = letters.has('s') ? true : letters.has('u') ? false : undefined;
    if (rest.length === 0) {
      const names = ofSet ? setOptions.map(([name]) => name as string) : shell.options.shoptNames();
      for (const name of names) if (change === undefined || get(name) === change) await show(name);
      return 0;
    }
    let status = 0;
    for (const name of rest) {
      if (!known(name)) {
        await shell.complain(`shopt: ${name}: invalid ${ofSet ? 'option name' : 'shell option name'}`);
        status = 1;
      } else if (change !== undefined) put(name, change);
      else {
        if (!get(name)) status = 1;
        await show(name);
      }
    }
    return status;
  },
};
