import { OptionError } from './option-error.ts';
import type { CurlOption } from './option-table.ts';
import type { GlobalSettings, Settings } from './settings.ts';

const authKinds: Readonly<Record<string, string>> = { basic: 'Basic', digest: 'Digest', negotiate: 'Negotiate', ntlm: 'NTLM' };

/** Sets an option without an argument. `before`: how many options the same word had. */
export function setPlain(settings: Settings, { name, kind }: CurlOption, on: boolean, before: number): void {
  const { global } = settings;
  if (kind === 'none') return setOnce(settings, name);
  settings.setFlag(name, on);
  const exclusive = (wrong: boolean, text: string): void => {
    if (!wrong) return;
    global.error(text);
    throw new OptionError('bad-use');
  };
  switch (name) {
    case 'silent':
      global.silent = on;
      break;
    case 'show-error':
      global.showError = on;
      break;
    case 'progress-meter':
      global.noProgress = !on;
      break;
    case 'progress-bar':
      global.progressBar = on;
      break;
    case 'parallel':
      global.parallel = on;
      break;
    case 'fail-early':
      global.failEarly = on;
      break;
    case 'styled-output':
      global.styled = on;
      break;
    case 'buffer':
      global.io.unbuffered = !on;
      break;
    case 'trace-time':
      global.traceTime = on;
      break;
    case 'trace-ids':
      global.traceIds = on;
      break;
    case 'verbose':
      setVerbose(global, on, before);
      break;
    case 'basic':
    case 'digest':
    case 'negotiate':
    case 'ntlm':
      if (on) settings.auth.add(authKinds[name] ?? '');
      else settings.auth.delete(authKinds[name] ?? '');
      break;
    case 'proxy-digest':
      settings.proxyAuth.add('Digest');
      break;
    case 'proxy-anyauth':
      for (const one of ['Basic', 'Digest']) settings.proxyAuth.add(one);
      break;
    case 'ssl':
    case 'ftp-ssl':
      if (on) global.warn(`--${name} is an insecure option, consider --ssl-reqd instead`);
      break;
    case 'include':
      settings.setFlag('show-headers', on);
      break;
    case 'location-trusted':
      settings.setFlag('location', on);
      break;
    case 'head':
      settings.setFlag('show-headers', on);
      if (!settings.choose(on ? 'HEAD' : 'GET')) throw new OptionError('bad-use');
      break;
    case 'remote-name': {
      if (!on && !settings.on('remote-name-all')) break;
      const node = settings.node(({ outputSet }) => !outputSet);
      Object.assign(node, { output: undefined, remoteName: on, outputSet: true });
      break;
    }
    case 'fail':
    case 'fail-with-body':
      exclusive(settings.on('fail') && settings.on('fail-with-body'), 'You must select either --fail or --fail-with-body, not both.');
      break;
    case 'remove-on-error':
      exclusive(settings.resume !== undefined && on, '--continue-at is mutually exclusive with --remove-on-error');
      break;
    case 'clobber':
      exclusive(settings.resume !== undefined && !on, '--continue-at is mutually exclusive with --no-clobber');
      break;
    default:
      break;
  }
}

function setOnce(settings: Settings, name: string): void {
  if (name.startsWith('http')) {
    if (settings.httpVersion !== undefined && settings.httpVersion !== name) settings.global.warn('Overrides previous HTTP version option');
    settings.httpVersion = name;
  } else if (name.startsWith('tlsv')) settings.tlsMin = name.slice(4);
  else if (name === 'anyauth') for (const one of ['Basic', 'Digest']) settings.auth.add(one);
  else if (name === 'ipv4' || name === 'ipv6') settings.setText('ip', name);
}

/** -v, and what more of them in one word (`-vvv`) show. */
function setVerbose(global: GlobalSettings, on: boolean, before: number): void {
  if (!on || before === 0) {
    global.verbosity = 0;
    global.traceTime = false;
    global.traceIds = false;
    if (!on) global.traceKind = 'none';
  }
  if (!on) return;
  global.verbosity++;
  if (global.verbosity === 1) {
    global.traceFile = '%';
    if (global.traceKind !== 'none' && global.traceKind !== 'plain') global.warn('-v, --verbose overrides an earlier trace option');
    global.traceKind = 'plain';
  } else if (global.verbosity === 2) global.traceTime = global.traceIds = true;
  else if (global.verbosity === 3) global.traceKind = 'ascii';
}
