import type { GlobalSettings } from './settings.ts';

/** What libcurl speaks. */
export const protocolNames: readonly string[] = 'dict file ftp ftps gopher gophers http https imap imaps ldap ldaps mqtt pop3 pop3s rtmp rtmpe rtmps rtmpt rtmpte rtmpts rtsp scp sftp smb smbs smtp smtps telnet tftp ws wss'.split(' ');

/** --proto's argument: names to allow, with `-` to deny, with `=` alone. */
export function protocolSet(global: GlobalSettings, first: readonly string[], text: string): ReadonlySet<string> {
  let set = new Set(first);
  for (const part of text.split(',')) {
    const [, action = '', name = ''] = /^([-+=]?)(.*)$/.exec(part) ?? [];
    if (part === '') continue;
    if (name.toLowerCase() === 'all') set = new Set(action === '-' ? [] : protocolNames);
    else if (protocolNames.includes(name.toLowerCase())) {
      if (action === '=') set = new Set();
      if (action === '-') set.delete(name.toLowerCase());
      else set.add(name.toLowerCase());
    } else {
      if (action === '=') set = new Set();
      global.warn(`unrecognized protocol '${name}'`);
    }
  }
  return set;
}
