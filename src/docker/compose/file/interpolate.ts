import { GoFloat } from '../../../base/go/index.ts';
import { ComposeFileError } from './compose-error.ts';
import { type Path, pathText, rowFor } from './path.ts';
import { MissingVariable, substitute, type Substitution, TemplateProblem } from './template.ts';
import { isList, isTree, type Tree, type Value } from './tree.ts';

/** Fills in the variables of all values, and makes numbers and booleans of strings where such are wanted. Throws ComposeFileError. */
export function interpolate(tree: Tree, substitution: Substitution): Tree {
  const out: Tree = new Map();
  for (const [key, value] of tree) out.set(key, interpolateValue(value, [key], substitution));
  return out;
}

function interpolateValue(value: Value, path: Path, substitution: Substitution): Value {
  if (isTree(value)) return new Map([...value].map(([key, item]) => [key, interpolateValue(item, [...path, key], substitution)]));
  if (isList(value)) return value.map((item) => interpolateValue(item, [...path, '[]'], substitution));
  if (typeof value !== 'string') return value;
  let text: string;
  try {
    text = substitute(value, substitution);
  } catch (error) {
    if (error instanceof TemplateProblem) throw new ComposeFileError('parse', `invalid interpolation format for ${pathText(path)}.\nYou may need to escape any $ with another $.\n${error.template}`, path);
    if (error instanceof MissingVariable) throw new ComposeFileError('parse', `error while interpolating ${pathText(path)}: ${error.message}`, path);
    throw error;
  }
  const cast = rowFor(casts, path);
  if (!cast) return text;
  try {
    return cast(text, substitution);
  } catch (error) {
    if (error instanceof CastProblem) throw new ComposeFileError('parse', `error while interpolating ${pathText(path)}: failed to cast to expected type: ${error.message}`, path);
    throw error;
  }
}

/** A string that is no number or boolean; the message is Go's. */
export class CastProblem extends Error {
  override readonly name = 'CastProblem';
}

type Warner = Pick<Substitution, 'warn'>;
type Cast = (text: string, warner: Warner) => Value;

function numberProblem(call: string, text: string, reason = 'invalid syntax'): CastProblem {
  return new CastProblem(`strconv.${call}: parsing ${JSON.stringify(text)}: ${reason}`);
}

function whole(call: string): Cast {
  return (text) => {
    if (!/^[+-]?\d+$/.test(text)) throw numberProblem(call, text);
    const value = BigInt(text);
    if (value < -(2n ** 63n) || value >= 2n ** 63n) throw numberProblem(call, text, 'value out of range');
    return Number(value);
  };
}

/** strconv.Atoi. */
export const toInt = whole('Atoi');
/** strconv.ParseInt. */
export const toInt64 = whole('ParseInt');

/** strconv.ParseFloat. */
export const toFloat = (text: string): GoFloat => {
  if (!/^[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) && !/^[+-]?(?:inf|infinity|nan)$/i.test(text)) throw numberProblem('ParseFloat', text);
  return new GoFloat(Number(text.replace(/inf(inity)?/i, 'Infinity')));
};

/** A boolean as YAML 1.1 had them; those that 1.2 has not are warned about. */
export const toBoolean: (text: string, warner: Warner) => boolean = (text, warner) => {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  const yes = ['y', 'yes', 'on'].includes(word);
  if (!yes && !['n', 'no', 'off'].includes(word)) throw new CastProblem(`invalid boolean: ${text}`);
  warner.warn(`${JSON.stringify(text)} for boolean is not supported by YAML 1.2, please use \`${yes}\``);
  return yes;
};

const casts: Readonly<Record<string, Cast>> = {
  ...Object.fromEntries(
    ['cpu_count', 'cpu_period', 'cpu_quota', 'cpu_rt_period', 'cpu_rt_runtime', 'cpu_shares', 'oom_score_adj', 'pids_limit'].map((key) => [`services.*.${key}`, toInt64]),
  ),
  ...Object.fromEntries(
    ['cpu_percent', 'cpus', 'deploy.update_config.max_failure_ratio', 'deploy.rollback_config.max_failure_ratio'].map((key) => [`services.*.${key}`, toFloat]),
  ),
  ...Object.fromEntries(
    [
      'configs.[].mode', 'deploy.replicas', 'deploy.update_config.parallelism', 'deploy.rollback_config.parallelism', 'deploy.restart_policy.max_attempts', 'deploy.placement.max_replicas_per_node',
      'healthcheck.retries', 'ports.[].target', 'scale', 'secrets.[].mode', 'ulimits.*', 'ulimits.*.hard', 'ulimits.*.soft',
    ].map((key) => [`services.*.${key}`, toInt]),
  ),
  ...Object.fromEntries(
    ['init', 'healthcheck.disable', 'oom_kill_disable', 'privileged', 'read_only', 'stdin_open', 'tty', 'volumes.[].read_only', 'volumes.[].volume.nocopy'].map((key) => [`services.*.${key}`, toBoolean]),
  ),
  ...Object.fromEntries(
    ['networks.*.external', 'networks.*.internal', 'networks.*.attachable', 'networks.*.enable_ipv4', 'networks.*.enable_ipv6', 'volumes.*.external', 'secrets.*.external', 'configs.*.external'].map((key) => [key, toBoolean]),
  ),
};
