import { type ReadInstruction, stagesOf, variablesIn } from '../read-dockerfile.ts';
import type { CheckName, Finding } from './finding.ts';

const platformArgs = new Set(['TARGETPLATFORM', 'TARGETOS', 'TARGETARCH', 'TARGETVARIANT', 'BUILDPLATFORM', 'BUILDOS', 'BUILDARCH', 'BUILDVARIANT']);

/** The rules about FROM: names, casing, platforms, variables. */
export function* checkStages(instructions: readonly ReadInstruction[]): Generator<Finding> {
  const seen = new Set<string>();
  const declared = argsBeforeFrom(instructions);
  for (const { from, base, as, name } of stagesOf(instructions)) {
    const found = (rule: CheckName, values: Finding['values'] = {}): Finding => ({ rule, start: from.start, end: from.end, values });
    if (as !== '' && casingOf(as) !== casingOf(from.word)) yield found('FromAsCasing', { as, from: from.word });
    if (name !== '' && name !== name.toLowerCase()) yield found('StageNameCasing', { name });
    const stage = name.toLowerCase();
    if (stage === 'scratch' || stage === 'context') yield found('ReservedStageName', { name });
    if (stage !== '' && seen.has(stage)) yield found('DuplicateStageName', { name });
    const known = seen.has(base.toLowerCase());
    if (stage !== '') seen.add(stage);
    const platform = from.flags.find((flag) => flag.name === 'platform')?.value ?? '';
    if (/^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(platform)) yield found('RedundantTargetPlatform');
    else if (platform !== '' && !platform.includes('$')) yield found('FromPlatformFlagConstDisallowed', { platform });
    const undeclared = variablesIn(`${base} ${platform}`).filter((variable) => !variable.hasDefault && !declared.has(variable.name) && !platformArgs.has(variable.name));
    for (const variable of undeclared) yield found('UndefinedArgInFrom', { name: variable.name });
    if (!known && undeclared.length === 0 && base.includes('$') && !validReference(withDefaults(base, declared))) yield found('InvalidDefaultArgInFrom', { base });
  }
}

/** ARGs before the first FROM; without a default: an empty text. */
function argsBeforeFrom(instructions: readonly ReadInstruction[]): Map<string, string> {
  const args = new Map<string, string>();
  for (const { name, rest } of instructions) {
    if (name === 'FROM') break;
    if (name !== 'ARG') continue;
    for (const [, key = '', value = ''] of rest.matchAll(/([a-zA-Z_]\w*)(?:=("[^"]*"|'[^']*'|\S*))?/g)) args.set(key, withDefaults(value.replace(/^(["'])(.*)\1$/, '$2'), args));
  }
  return args;
}

function withDefaults(text: string, args: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:([a-zA-Z_]\w*)|\{([a-zA-Z_]\w*)(?::?([-+])([^}]*))?\})/g, (_, plain: string | undefined, braced: string | undefined, modifier: string | undefined, word = '') => {
    const value = args.get(plain ?? braced ?? '') ?? (platformArgs.has(plain ?? braced ?? '') ? 'x' : '');
    if (modifier === '-') return value || word;
    return modifier === '+' ? (value === '' ? '' : word) : value;
  });
}

/** Whether FROM could take it. */
function validReference(text: string): boolean {
  return /^[a-zA-Z0-9](?:[\w.-]*[a-zA-Z0-9])?(?::\d+)?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*(?::\w[\w.-]*)?(?:@[\w+.-]+:[0-9a-fA-F]{32,})?$/.test(text);
}

/** `upper`, `lower` or `mixed`. */
export function casingOf(word: string): 'upper' | 'lower' | 'mixed' {
  return word === word.toUpperCase() ? 'upper' : word === word.toLowerCase() ? 'lower' : 'mixed';
}
