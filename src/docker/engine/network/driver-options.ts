import { EngineError } from '../engine-error.ts';

/** A driver's option that is a Go boolean; true when it is not given. */
export function goBool(name: string, options: Readonly<Record<string, string>>): boolean {
  const value = options[name];
  if (value === undefined) return true;
  if (/^(1|t|T|true|TRUE|True)$/.test(value)) return true;
  if (/^(0|f|F|false|FALSE|False)$/.test(value)) return false;
  throw new EngineError('invalidParameter', `failed to parse ${name} value: ${value} (strconv.ParseBool: parsing ${JSON.stringify(value)}: invalid syntax)`);
}
