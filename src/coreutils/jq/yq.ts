import { parseAllDocuments, stringify } from 'yaml';
import { rawProgram, readInput, reason, textOf, UsageError } from '../program/index.ts';
import { filterJson } from './filter.ts';

/** yq on jq's filters: YAML in, YAML out (`-o json` for JSON, `-r` for bare scalars). */
export const yq = rawProgram('yq', async (tool, words) => {
  const rest = [...words];
  const operands: string[] = [];
  let json = false;
  let nullInput = false;
  let inPlace = false;
  let raw = true;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '-o' || word === '--output-format') json = /^j/.test(rest.shift() ?? '');
    else if (/^(-o=?|--output-format=)j/.test(word) || word === '-j' || word === '--tojson') json = true;
    else if (word === '-n' || word === '--null-input') nullInput = true;
    else if (word === '-i' || word === '--inplace') inPlace = true;
    else if (word === '--unwrapScalar=false') raw = false;
    else if (word === '-V' || word === '--version') {
      tool.out.write('yq (https://github.com/mikefarah/yq/) version v4.44.3\n');
      return 0;
    } else if (word === 'eval' || word === 'e') continue;
    else if (!word.startsWith('-') || word === '-') operands.push(word);
  }
  let [filter = '.', ...files] = operands;
  if (operands.length === 1 && tool.process.exists(filter)) [filter, files] = ['.', [filter]];
  let status = 0;
  for (const name of nullInput ? [undefined] : files.length ? files : ['-']) {
    let text = '';
    try {
      text = name === undefined ? 'null' : textOf(await readInput(tool.process, name));
    } catch (error) {
      await tool.errorText(`Error: open ${name}: ${reason(error).toLowerCase()}\n`);
      return 1;
    }
    const documents = parseAllDocuments(text);
    const list = Array.isArray(documents) ? documents : [];
    const outputs: string[] = [];
    for (const document of list) {
      const [problem] = document.errors;
      if (problem) throw new UsageError(`Error: bad file '${name}': yaml: ${problem.message.split('\n')[0]}`, false);
      const result = await filterJson(tool.process, ['-c', filter], JSON.stringify(document.toJS() ?? null));
      if (result.stderr) {
        await tool.errorText(`Error: ${result.stderr.replace(/^jq: (parse )?error:? ?(\(at [^)]*\): )?/, '').replace(/^jq: \d+ compile errors?\n/m, '')}`);
        status = 1;
      }
      for (const line of result.stdout.split('\n').filter(Boolean)) {
        const value: unknown = JSON.parse(line);
        if (json) outputs.push(`${JSON.stringify(value, null, 2)}\n`);
        else outputs.push(typeof value === 'string' && raw ? `${value}\n` : stringify(value, { lineWidth: 0 }));
      }
    }
    const joined = list.length > 1 && !json ? outputs.join('---\n') : outputs.join('');
    if (inPlace && name !== undefined) tool.process.writeFile(name, joined);
    else tool.out.write(joined);
  }
  return status;
});
