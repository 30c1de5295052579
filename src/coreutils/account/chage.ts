import { defineProgram, findUser, localTime, parseTime, passwordEntries, strftime, UsageError } from '../program/index.ts';
import { changeShadow, shadowEntry } from './password.ts';

const options = { lastDay: '-d --lastday=  set date of last password change to LAST_DAY', expire: '-E --expiredate=  set account expiration date to EXPIRE_DATE', iso: '-i --iso8601  use YYYY-MM-DD when printing dates', inactive: '-I --inactive=', list: '-l --list  show account aging information', min: '-m --mindays=', max: '-M --maxdays=', root: '-R --root=', warn: '-W --warndays=  set expiration warning days to WARN_DAYS' };

export const chage = defineProgram({
  name: 'chage', usage: '[options] LOGIN', options, version: '4.17.4', usageStatus: 2, run: (tool, args) => {
    const { process } = tool;
    const [name] = args.operands;
    if (name === undefined) throw new UsageError('Usage: chage [options] LOGIN', false);
    const own = passwordEntries(process).find((entry) => entry.uid === process.credentials.uid)?.name;
    if (process.credentials.uid !== 0 && !(args.has('list') && name === own)) throw new UsageError('Permission denied.', false, 1);
    if (!findUser(process, name)) throw new UsageError(`user '${name}' does not exist in /etc/passwd`, false, 1);
    const days = (text: string): string => {
      if (/^-?\d+$/.test(text)) return text === '-1' ? '' : text;
      const ms = parseTime(text, process.clock.now(), 'UTC');
      if (ms === undefined) throw new UsageError(`invalid date '${text}'`, false, 1);
      return String(Math.floor(ms / 86400000));
    };
    if (!args.has('list')) {
      const fields: Record<number, string> = {};
      for (const [key, index] of [['lastDay', 2], ['min', 3], ['max', 4], ['warn', 5], ['inactive', 6], ['expire', 7]] as const) {
        const value = args.value(key);
        if (value !== undefined) fields[index] = key === 'lastDay' || key === 'expire' ? days(value) : value === '-1' ? '' : value;
      }
      changeShadow(process, name, fields);
      return 0;
    }
    const [, , last = '', min = '', max = '', warn = '', inactive = '', expire = ''] = shadowEntry(process, name) ?? [];
    const date = (day: number): string => strftime(args.has('iso') ? '%Y-%m-%d' : '%b %d, %Y', localTime(day * 86400000, 'UTC'));
    const must = last === '0' ? 'password must be changed' : undefined;
    const limited = max !== '' && Number(max) < 10000 && last !== '';
    const rows: [string, string][] = [
      ['Last password change\t\t\t\t\t', must ?? (last === '' ? 'never' : date(Number(last)))],
      ['Password expires\t\t\t\t\t', must ?? (limited ? date(Number(last) + Number(max)) : 'never')],
      ['Password inactive\t\t\t\t\t', must ?? (limited && inactive !== '' ? date(Number(last) + Number(max) + Number(inactive)) : 'never')],
      ['Account expires\t\t\t\t\t\t', expire === '' ? 'never' : date(Number(expire))],
      ['Minimum number of days between password change\t\t', min || '-1'], ['Maximum number of days between password change\t\t', max || '-1'], ['Number of days of warning before password expires\t', warn || '-1'],
    ];
    tool.out.write(rows.map(([label, value]) => `${label}: ${value}\n`).join(''));
    return 0;
  },
});
