import type { DeviceRequest } from '../../api/index.ts';
import { FlagValueError, parseCsv, type Flag } from '../flags/index.ts';

/** `--gpus all`, `--gpus 2`, `--gpus '"device=0,1",capabilities=utility'`. */
export function gpusFlag(help: string): Flag<readonly DeviceRequest[]> {
  return { help, type: 'gpu-request', initial: [], parse: (text, previous = []) => [...previous, parseRequest(text)], support: { partly: 'there are no GPUs here' } };
}

function parseRequest(text: string): DeviceRequest {
  if (text === '') throw new FlagValueError('EOF');
  const request: Required<DeviceRequest> = { Driver: '', Count: 0, DeviceIDs: null, Capabilities: [['gpu']], Options: {} };
  const seen = new Set<string>();
  for (const field of parseCsv(text)) {
    const [key = '', value] = field.split(/=([^]*)/);
    if (seen.has(key)) throw new FlagValueError(`gpu request key '${key}' can be specified only once`);
    seen.add(key);
    if (value === undefined) seen.add('count');
    if (value === undefined || key === 'count') request.Count = parseCount(value ?? key);
    else if (key === 'driver') request.Driver = value;
    else if (key === 'device') request.DeviceIDs = value.split(',');
    else if (key === 'capabilities') request.Capabilities = [[...value.split(','), 'gpu']];
    else if (key === 'options') request.Options = Object.fromEntries(parseCsv(value).map((option) => option.split(/=([^]*)/).slice(0, 2)));
    else throw new FlagValueError(`unexpected key '${key}' in '${field}'`);
  }
  if (!seen.has('count') && request.DeviceIDs === null) request.Count = 1;
  return request;
}

function parseCount(text: string): number {
  if (text === 'all') return -1;
  if (!/^[+-]?\d+$/.test(text)) throw new FlagValueError(`count must be an integer: strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
  return Number(text);
}
