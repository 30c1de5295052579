import { readConfigFile, type TakeOption } from './config-file.ts';
import { helpText, versionText } from './help.ts';
import { InformationRequest, OptionError } from './option-error.ts';
import { type CurlOption, curlOptions, optionOfLetter } from './option-table.ts';
import { type GlobalSettings, Settings } from './settings.ts';
import { setPlain } from './switches.ts';
import { setText } from './text-options.ts';
import { expandVariables } from './variables.ts';

/** Reads the command line, and what it names, into settings: one between each two --next. */
export class CommandLine {
  readonly global: GlobalSettings;
  readonly operations: Settings[];

  constructor(global: GlobalSettings) {
    this.global = global;
    this.operations = [new Settings(global)];
  }

  get #current(): Settings {
    return this.operations.at(-1) ?? new Settings(this.global);
  }

  /** All words. Throws OptionError after saying what is wrong, InformationRequest for --help and its kin. */
  async read(words: readonly string[]): Promise<void> {
    let options = true;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? '';
      if (options && word === '--') {
        options = false;
        continue;
      }
      try {
        if (!options || !word.startsWith('-')) await this.take('--url', word);
        else if (await this.take(word, words[at + 1])) at++;
      } catch (error) {
        if (error instanceof OptionError) this.global.help(`option ${word}: ${error.message}`);
        throw error;
      }
    }
    if (!this.#current.on('remote-header-name') || this.#current.resume !== 'auto') return;
    const error = new OptionError('resume-header-name');
    this.global.help(error.message);
    throw error;
  }

  /** A configuration file. */
  async readFile(path: string): Promise<void> {
    await readConfigFile(this.global, path, this.take);
  }

  /** One word of options with the word behind it; true when that was used. */
  readonly take: TakeOption = async (word, next) => {
    if (word.startsWith('-') && !word.startsWith('--')) return await this.#takeLetters(word, next);
    const name = word.replace(/^--/, '');
    const negative = name.startsWith('no-');
    const expand = !negative && name.startsWith('expand-');
    const option = curlOptions.get(name.slice(negative ? 3 : expand ? 7 : 0));
    if (!option) throw new OptionError('unknown');
    if (negative && option.kind !== 'bool') throw new OptionError('no-prefix');
    if (!expand || next === undefined) return await this.#apply(option, !negative, next, 0);
    if (option.kind !== 'text' && option.kind !== 'file') throw new OptionError('expand');
    return await this.#apply(option, true, expandVariables(this.global, next), 0);
  };

  async #takeLetters(word: string, next: string | undefined): Promise<boolean> {
    let used = false;
    if (word === '-') throw new OptionError('unknown');
    for (let at = 1; at < word.length && !used; at++) {
      const option = optionOfLetter(word[at] ?? '');
      if (!option) throw new OptionError('unknown');
      const attached = word.slice(at + 1);
      const takes = option.kind === 'text' || option.kind === 'file';
      if (takes && attached !== '') {
        await this.#apply(option, true, attached, at - 1, true);
        return false;
      }
      used = await this.#apply(option, !option.negated, next, at - 1);
    }
    return used;
  }

  /** `before`: how many options the same word had. */
  async #apply(option: CurlOption, on: boolean, argument: string | undefined, before: number, attached = false): Promise<boolean> {
    const { global } = this;
    const { name, kind } = option;
    const takes = kind === 'text' || kind === 'file';
    if (name === 'help' && !attached) throw new InformationRequest(helpText(argument, global.columns));
    if (takes && argument === undefined) throw new OptionError('requires');
    if (option.deprecated) {
      global.warn(`--${name} is deprecated and has no function anymore`);
      return takes && !attached;
    }
    if (!takes) {
      if (name === 'next') this.#next();
      else if (name === 'version' && on) throw new InformationRequest({ out: versionText });
      else if (name === 'manual' && on) throw new InformationRequest(helpText('all', global.columns));
      else setPlain(this.#current, option, on, before);
      return false;
    }
    const value = argument ?? '';
    if (kind === 'file' && value.length > 1 && value.startsWith('-')) global.warn(`The filename argument '${value}' looks like a flag.`);
    else if (value.startsWith('\u201c')) global.warn(`The argument '${value}' starts with a Unicode quote where maybe an ASCII " was intended?`);
    if (name === 'config') await this.#config(value);
    else await setText(this.#current, name, value);
    return !attached;
  }

  async #config(path: string): Promise<void> {
    try {
      await this.readFile(path);
    } catch (error) {
      if (error instanceof OptionError) this.global.error(`cannot read config from '${path}'`);
      throw error;
    }
  }

  #next(): void {
    if (this.#current.nodes[0]?.url === undefined) {
      this.global.error('missing URL before --next');
      throw new OptionError('bad-use');
    }
    this.operations.push(new Settings(this.global));
  }
}
