import { goQuote } from '../../../base/go/index.ts';
import { cut, FlagValueError, type Validator } from '../flags/index.ts';

/** Whether `text` is an IPv4 or IPv6 address. */
export function isIpAddress(text: string): boolean {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return text.split('.').every((part) => Number(part) <= 255 && (part === '0' || !part.startsWith('0')));
  return text.includes(':') && /^[0-9a-fA-F:]+(:\d+\.\d+\.\d+\.\d+)?$/.test(text) && (text.match(/::/g)?.length ?? 0) <= 1;
}

/** `KEY=value`, or `KEY` for its value in the environment. */
export const environmentVariable: Validator = (text, { env }) => {
  const [key, value] = cut(text, '=');
  if (key === '') throw new FlagValueError(`invalid environment variable: ${text}`);
  const inherited = env[key];
  return value === undefined && inherited !== undefined ? `${key}=${inherited}` : text;
};

export const label: Validator = (text) => {
  const key = cut(text, '=')[0].replace(/^[ \t]+/, '');
  if (key === '') throw new FlagValueError(`invalid label '${text}': empty name`);
  if (/[ \t]/.test(key)) throw new FlagValueError(`label '${key}' contains whitespaces`);
  return text;
};

export const attachStream: Validator = (text) => {
  const name = text.toLowerCase();
  if (!['stdin', 'stdout', 'stderr'].includes(name)) throw new FlagValueError('valid streams are STDIN, STDOUT and STDERR');
  return name;
};

export const ipAddress: Validator = (text) => {
  if (!isIpAddress(text.trim())) throw new FlagValueError(`IP address is not correctly formatted: ${text}`);
  return text.trim();
};

const domain = /^(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*\.?\s*$/;

export const dnsSearch: Validator = (text) => {
  const value = text.replace(/^ +| +$/g, '');
  if (value !== '.' && (!/[a-zA-Z]/.test(value) || !domain.test(value))) throw new FlagValueError(`${value} is not a valid domain`);
  return value;
};

/** `host:ip`, or `host=ip`. */
export const extraHost: Validator = (text) => {
  let [name, address] = cut(text, '=');
  if (address === undefined) [name, address] = cut(text, ':');
  if (address === undefined || name === '' || name.includes(':')) throw new FlagValueError(`bad format for add-host: ${goQuote(text)}`);
  const bare = /^\[.+\]$/.test(address) ? address.slice(1, -1) : address;
  if (bare !== 'host-gateway' && !isIpAddress(bare.trim())) throw new FlagValueError(`invalid IP address in add-host: ${goQuote(bare)}`);
  return `${name}:${bare}`;
};

export const link: Validator = (text) => {
  if (text === '') throw new FlagValueError('empty string specified for links');
  if (text.split(':').length > 2) throw new FlagValueError(`bad format for links: ${text}`);
  return text;
};

const sysctls = ['kernel.msgmax', 'kernel.msgmnb', 'kernel.msgmni', 'kernel.sem', 'kernel.shmall', 'kernel.shmmax', 'kernel.shmmni', 'kernel.shm_rmid_forced'];

export const sysctl: Validator = (text) => {
  const [key, value] = cut(text, '=');
  if (value === undefined || key === '' || !(sysctls.includes(key) || key.startsWith('net.') || key.startsWith('fs.mqueue.'))) throw new FlagValueError(`sysctl '${text}' is not allowed`);
  return text;
};

export const deviceCgroupRule: Validator = (text) => {
  if (!/^[acb] ([0-9]+|\*):([0-9]+|\*) [rwm]{1,3}$/.test(text)) throw new FlagValueError(`invalid device cgroup format '${text}'`);
  return text;
};
