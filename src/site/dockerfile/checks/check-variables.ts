import { type ReadInstruction, variablesIn } from '../read-dockerfile.ts';
import type { Finding } from './finding.ts';

/** Set in every stage, or by whoever builds. */
const given = /^(?:PATH|(?:https?|ftp|no|all)_proxy|SOURCE_DATE_EPOCH|BUILDKIT_\w+)$/i;
const declarable = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT|OSVERSION)$/;
const expanded = new Set(['ADD', 'COPY', 'ENV', 'EXPOSE', 'LABEL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR', 'ARG']);
const secretWords = /(?:^|_)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token|api_key)(?:_|$)/i;
const publicWords = /(?:^|_)(?:public|pub)(?:_|$)/i;

/** UndefinedVar, LegacyKeyValueFormat and SecretsUsedInArgOrEnv. */
export function* checkVariables(instructions: readonly ReadInstruction[]): Generator<Finding> {
  // A stage that starts from a stage has its variables.
  const stages = new Map<string, Set<string>>();
  let known = new Set<string>();
  let fromImage = false;
  for (const instruction of instructions) {
    const { name, rest, start, end } = instruction;
    if (name === 'FROM') {
      const [base = '', , as = ''] = rest.split(/\s+/);
      const below = stages.get(base.toLowerCase());
      fromImage = below === undefined && base.toLowerCase() !== 'scratch';
      known = new Set(below);
      if (as !== '') stages.set(as.toLowerCase(), known);
      continue;
    }
    if (expanded.has(name)) {
      for (const { name: variable, hasDefault } of variablesIn(rest)) {
        if (hasDefault || known.has(variable) || given.test(variable)) continue;
        // What the image itself sets cannot be known here: only a near miss of a known name is told then.
        const near = [...known].find((each) => isNear(each, variable));
        if (!fromImage || near !== undefined || declarable.test(variable)) yield { rule: 'UndefinedVar', start, end, values: { name: variable, near: near ?? '' } };
      }
    }
    const names = name === 'ENV' || name === 'ARG' ? namesSet(name, rest) : [];
    for (const each of names) {
      if (secretWords.test(each) && !publicWords.test(each)) yield { rule: 'SecretsUsedInArgOrEnv', start, end, values: { name: each, instruction: name } };
      known.add(each);
    }
    if ((name === 'ENV' || name === 'LABEL') && rest !== '' && !(rest.split(/\s/)[0] ?? '').includes('=')) yield { rule: 'LegacyKeyValueFormat', start, end, values: { instruction: name, name: rest.split(/\s/)[0] ?? '' } };
  }
}

function namesSet(name: string, rest: string): string[] {
  if (name === 'ENV' && !(rest.split(/\s/)[0] ?? '').includes('=')) return [rest.split(/\s/)[0] ?? ''];
  const bare = rest.replace(/"(?:\\.|[^"])*"|'[^']*'/g, '');
  return bare.split(/(?<!\\)\s+/).map((word) => word.split('=')[0] ?? '').filter((word) => /^\w+$/.test(word));
}

/** One letter more, less, other, or in other case. */
function isNear(a: string, b: string): boolean {
  if (a.toLowerCase() === b.toLowerCase()) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || long.length < 3) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at) === long.slice(at + 1) || (short.length === long.length && short.slice(at + 1) === long.slice(at + 1));
}
