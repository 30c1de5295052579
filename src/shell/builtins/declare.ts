import { type Argument, assignmentText, type ExpandedAssignment } from '../state/argument.ts';
import { assignElements } from '../execute/assignment.ts';
import { formatArray } from '../expand/transform.ts';
import { compareText } from '../expand/glob.ts';
import { parse } from 'unbash';
import { ShellFailure } from '../state/control.ts';
import type { Shell } from '../state/shell.ts';
import type { Variable } from '../state/variable.ts';
import { isIdentifier, parseReference } from '../state/reference.ts';
import { printFunction } from '../syntax/print-function.ts';
import { quoteReusable } from '../text/quote.ts';
import { type Builtin, invalidOption } from './builtin.ts';
import { declarationLine, parseDeclaration } from './declaration.ts';
import { splitOptions } from './export.ts';

const attributeLetters = 'aAilnrtuxc';

interface Request {
  builtin: Builtin;
  on: Set<string>;
  off: Set<string>;
  print: boolean;
  functions: boolean;
  functionNames: boolean;
  global: boolean;
  inherit: boolean;
  local: boolean;
}

async function run(shell: Shell, builtin: Builtin, args: readonly Argument[]): Promise<number> {
  const { options, rest } = splitOptions(args);
  const request: Request = { builtin, on: new Set(), off: new Set(), print: false, functions: false, functionNames: false, global: false, inherit: false, local: false };
  for (const option of options) {
    if (option === '--') continue;
    for (const letter of option.slice(1)) {
      if (attributeLetters.includes(letter)) (option.startsWith('-') ? request.on : request.off).add(letter);
      else if (letter === 'p') request.print = true;
      else if (letter === 'f') request.functions = true;
      else if (letter === 'F') request.functionNames = request.functions = true;
      else if (letter === 'g') request.global = true;
      else if (letter === 'I') request.inherit = true;
      else return invalidOption(shell, builtin, `${option[0]}${letter}`);
    }
  }
  if (builtin.name === 'readonly') request.on.add('r');
  if (builtin.name === 'local') {
    if (!shell.variables.inFunction) {
      await shell.complain('local: can only be used in a function');
      return 1;
    }
    request.local = true;
  } else request.local = shell.variables.inFunction && !request.global && builtin.name !== 'readonly';
  if (rest.length === 0) return list(shell, request);
  let status = 0;
  for (const arg of rest) if (!(await declareOne(shell, request, arg))) status = 1;
  return status;
}

async function list(shell: Shell, request: Request): Promise<number> {
  if (request.functions) {
    const all = [...shell.functions.values()].sort((a, b) => compareText(a.name, b.name));
    const lines = all.map((one) => (request.functionNames ? `declare -f${one.readonly ? 'r' : ''}${one.trace ? 't' : ''}${one.exported ? 'x' : ''} ${one.name}\n` : `${printFunction(one)}\n`));
    await shell.write(1, lines.join(''));
    return 0;
  }
  const { variables } = shell;
  const names = request.builtin.name === 'local' ? variables.locals().sort(compareText) : variables.names();
  const wanted = names.filter((name) => [...request.on].every((letter) => variables.own(name)?.flags.includes(letter)));
  if (request.builtin.name !== 'local' && request.on.size === 0 && !request.print) {
    const lines = wanted.filter((name) => variables.own(name)?.isSet).map((name) => `${plainLine(shell, name)}\n`);
    await shell.write(1, lines.join(''));
  } else await shell.write(1, wanted.map((name) => `${declarationLine(shell, name)}\n`).join(''));
  return 0;
}

/** A variable as `set` shows it. */
export function plainLine(shell: Shell, name: string): string {
  const variable = shell.variables.own(name);
  if (variable && (variable.isArray || variable.dynamic?.array)) return `${name}=${formatArray(variable)}`;
  return `${name}=${quoteReusable(variable?.scalar ?? '')}`;
}

async function declareOne(shell: Shell, request: Request, arg: Argument): Promise<boolean> {
  const { builtin } = request;
  const complain = async (message: string): Promise<boolean> => {
    await shell.complain(`${builtin.name}: ${message}`);
    return false;
  };
  if (request.functions) return declareFunction(shell, request, String(arg));
  if (request.print && builtin.name !== 'readonly') {
    const name = typeof arg === 'string' ? arg : assignmentText(arg);
    if (!shell.variables.own(name) || (builtin.name === 'local' && !shell.variables.isLocal(name))) return complain(`${name}: not found`);
    await shell.write(1, `${declarationLine(shell, name)}\n`);
    return true;
  }
  if (arg === '-' && builtin.name === 'local') return true;
  const declaration = parseDeclaration(arg);
  if (!declaration || !isIdentifier(declaration.name) || (builtin.name === 'readonly' && declaration.subscript !== undefined)) return complain(`\`${typeof arg === 'string' ? arg : arg.name}': not a valid identifier`);
  try {
    const problem = apply(shell, request, declaration);
    return problem === undefined ? true : await complain(problem);
  } catch (error) {
    if (!(error instanceof ShellFailure)) throw error;
    return complain(error.message);
  }
}

async function declareFunction(shell: Shell, request: Request, name: string): Promise<boolean> {
  const own = shell.functions.get(name);
  if (!own) {
    if (request.builtin.name === 'readonly') await shell.complain(`readonly: ${name}: not a function`);
    return false;
  }
  if (request.on.has('x')) own.exported = true;
  if (request.on.has('t')) own.trace = true;
  if (request.on.has('r')) own.readonly = true;
  if (request.on.size > 0 || request.off.size > 0) {
    if (request.off.has('x')) own.exported = false;
    return true;
  }
  await shell.write(1, request.functionNames ? (shell.options.shopt('extdebug') ? `${name} ${own.line} ${own.source}\n` : `${name}\n`) : `${printFunction(own)}\n`);
  return true;
}

function apply(shell: Shell, request: Request, declaration: ExpandedAssignment): string | undefined {
  const { variables } = shell;
  const { on, off } = request;
  let { name } = declaration;
  if (!on.has('n') && !off.has('n')) {
    const target = variables.own(name)?.nameref && !(request.local && !variables.isLocal(name)) ? variables.resolve(name).name : name;
    name = target || name;
  }
  if (on.has('n')) {
    const { value } = declaration;
    if (value !== undefined && value !== '' && !parseReference(value)) return `\`${value}': invalid variable name for name reference`;
    if (value === name) return `${name}: nameref variable self references not allowed`;
  }
  if (on.has('n') && declaration.value === undefined) {
    const value = variables.own(name)?.value;
    if (value !== undefined && value !== '' && !parseReference(value)) return `\`${value}': invalid variable name for name reference`;
  }
  const existing = request.global ? variables.global(name) : request.local ? variables.makeLocal(name, request.inherit || shell.options.shopt('localvar_inherit')) : variables.obtain(name);
  if (existing.readonly && (declaration.value !== undefined || declaration.elements || off.has('r') || on.has('a') || on.has('A'))) return `${name}: readonly variable`;
  const variable = existing;
  if (on.has('A') && variable.indexed && variable.indexed.size > 0) return `${name}: cannot convert indexed to associative array`;
  if (on.has('a') && variable.assoc) return `${name}: cannot convert associative to indexed array`;
  if (off.has('a') || off.has('A')) {
    if (variable.isArray) return `${name}: cannot destroy array variables in this way`;
  }
  const empty = request.builtin.name === 'readonly' && declaration.value === undefined && !declaration.elements;
  if (on.has('A') && !empty) {
    if (variable.indexed) variable.indexed = undefined;
    variables.makeArray(variable, 'assoc');
  } else if ((on.has('a') && !empty) || (declaration.subscript !== undefined && !variable.assoc) || (declaration.elements && !variable.assoc)) variables.makeArray(variable, 'indexed');
  setAttributes(variable, on, off);
  if (declaration.elements) {
    assignElements(shell, variable, declaration.elements, declaration.append, name);
    variable.assigned = true;
  } else if (declaration.value !== undefined) assignTo(shell, variable, declaration, name);
  if (on.has('r')) variable.readonly = true;
  if (shell.options.has('allexport') && declaration.value !== undefined) variable.exported = true;
  variables.forgetEnvironment();
  variables.onChange(name);
  return undefined;
}

function assignTo(shell: Shell, variable: Variable, declaration: ExpandedAssignment, name: string): void {
  const { variables } = shell;
  const { value = '', append, subscript } = declaration;
  if (variable.isArray && subscript === undefined && /^\([^]*\)$/.test(value)) {
    // `declare -a 'x=(1 2)'` and `declare -a x=$y`: the text of an array is read as one.
    const command = parse(`${name}=${value}`).commands[0]?.command;
    const assignment = command?.type === 'Command' ? command.prefix[0] : undefined;
    if (assignment?.type === 'Assignment' && assignment.value.type === 'ArrayValue' && assignment.value.elements.every((word) => !/[$`]/.test(word.text))) {
      const elements = assignment.value.elements.map((word) => {
        const keyed = /^\[([^\]]*)\]=([^]*)$/.exec(word.value);
        return { key: keyed?.[1], append: false, value: keyed?.[2] ?? word.value };
      });
      assignElements(shell, variable, elements, append, name);
      variable.assigned = true;
      return;
    }
  }
  if (variable.assoc) {
    const key = subscript ?? '0';
    variable.assoc.set(key, variables.convert(variable, value, append ? (variable.assoc.get(key) ?? '') : undefined));
  } else if (variable.indexed) {
    const key = subscript === undefined ? 0 : Number(variables.key(variable, subscript, name));
    variable.indexed.set(key, variables.convert(variable, value, append ? (variable.indexed.get(key) ?? '') : undefined));
  } else if (variable.dynamic) variable.dynamic.set?.(value);
  else if (variable.nameref) variable.value = append ? (variable.value ?? '') + value : value;
  else variable.value = variables.convert(variable, value, append ? (variable.value ?? '') : undefined);
}

function setAttributes(variable: Variable, on: ReadonlySet<string>, off: ReadonlySet<string>): void {
  if (on.has('i')) variable.integer = true;
  if (on.has('l')) {
    variable.lower = true;
    variable.upper = false;
  }
  if (on.has('u')) {
    variable.upper = true;
    variable.lower = false;
  }
  if (on.has('l') && on.has('u')) variable.lower = variable.upper = false;
  if (on.has('c')) variable.capitalize = true;
  if (on.has('n')) variable.nameref = true;
  if (on.has('t')) variable.trace = true;
  if (on.has('x')) variable.exported = true;
  if (off.has('i')) variable.integer = false;
  if (off.has('l')) variable.lower = false;
  if (off.has('u')) variable.upper = false;
  if (off.has('c')) variable.capitalize = false;
  if (off.has('n')) variable.nameref = false;
  if (off.has('t')) variable.trace = false;
  if (off.has('x')) variable.exported = false;
}

export const declare: Builtin = {
  name: 'declare', declaration: true, usage: '[-aAfFgiIlnrtux] [name[=value] ...] or declare -p [-aAfFilnrtux] [name ...]', summary: 'Set variable values and attributes.',
  run: (shell, args) => run(shell, declare, args),
};

export const typeset: Builtin = {
  name: 'typeset', declaration: true, usage: '[-aAfFgiIlnrtux] name[=value] ... or typeset -p [-aAfFilnrtux] [name ...]', summary: 'Set variable values and attributes.',
  run: (shell, args) => run(shell, typeset, args),
};

export const local: Builtin = {
  name: 'local', declaration: true, usage: '[option] name[=value] ...', summary: 'Define local variables.',
  run: (shell, args) => run(shell, local, args),
};

export const readonly: Builtin = {
  name: 'readonly', special: true, declaration: true, usage: '[-aAf] [name[=value] ...] or readonly -p', summary: 'Mark shell variables as unchangeable.',
  run: (shell, args) => run(shell, readonly, args),
};
