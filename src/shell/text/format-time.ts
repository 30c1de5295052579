const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function pad(value: number, width = 2, fill = '0'): string {
  return String(value).padStart(width, fill);
}

/** Minutes east of Greenwich and the name of the time zone that TZ names, at a moment; UTC when it names none. */
function zoneAt(ms: number, zone: string): { offset: number; name: string } {
  const plain = /^([A-Za-z]{3,})([+-]?)(\d{1,2})(?::?(\d\d))?$/.exec(zone);
  // `MSK-3`: what is west of Greenwich is positive.
  if (plain) return { offset: (plain[2] === '-' ? 1 : -1) * (Number(plain[3]) * 60 + Number(plain[4] ?? 0)), name: plain[1] ?? '' };
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone.replace(/^:/, ''), hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', timeZoneName: 'short' }).formatToParts(ms);
    const get = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
    const local = Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'));
    const offset = Math.round((local - Math.floor(ms / 1000) * 1000) / 60000);
    const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
    return { offset, name: /^(?:GMT|UTC)[+-]/.test(name) ? offsetText(offset).replace(/00$/, '') : name };
  } catch {
    return { offset: 0, name: 'UTC' };
  }
}

function offsetText(minutes: number): string {
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}${pad(Math.abs(minutes) % 60)}`;
}

/** strftime(3) in the C locale. `moment`: milliseconds since the epoch; `zone`: as in TZ. */
export function formatTime(format: string, moment: number, zone = ''): string {
  const { offset, name } = zone === '' ? { offset: 0, name: 'UTC' } : zoneAt(moment, zone);
  const ms = moment + offset * 60000;
  const date = new Date(ms);
  const hour12 = date.getUTCHours() % 12 || 12;
  const startOfYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  const dayOfYear = Math.floor((ms - startOfYear) / 86400000);
  return format.replace(/%([-_0^#]?)([A-Za-z%])/g, (whole, flag: string, letter: string) => {
    const value = conversion(letter);
    if (value === undefined) return whole;
    return flag === '-' ? value.replace(/^[0 ]+(?=.)/, '') : flag === '_' ? value.replace(/^0+(?=.)/, (zeros) => ' '.repeat(zeros.length)) : flag === '^' ? value.toUpperCase() : value;
  });

  function conversion(letter: string): string | undefined {
    switch (letter) {
      case 'Y': return String(date.getUTCFullYear());
      case 'C': return pad(Math.floor(date.getUTCFullYear() / 100));
      case 'y': return pad(date.getUTCFullYear() % 100);
      case 'm': return pad(date.getUTCMonth() + 1);
      case 'd': return pad(date.getUTCDate());
      case 'e': return pad(date.getUTCDate(), 2, ' ');
      case 'H': return pad(date.getUTCHours());
      case 'I': return pad(hour12);
      case 'k': return pad(date.getUTCHours(), 2, ' ');
      case 'l': return pad(hour12, 2, ' ');
      case 'M': return pad(date.getUTCMinutes());
      case 'S': return pad(date.getUTCSeconds());
      case 'N': return pad(Math.floor((ms % 1000) * 1e6), 9);
      case 'p': return date.getUTCHours() < 12 ? 'AM' : 'PM';
      case 'P': return date.getUTCHours() < 12 ? 'am' : 'pm';
      case 'a': return (days[date.getUTCDay()] ?? '').slice(0, 3);
      case 'A': return days[date.getUTCDay()];
      case 'b': case 'h': return (months[date.getUTCMonth()] ?? '').slice(0, 3);
      case 'B': return months[date.getUTCMonth()];
      case 'j': return pad(dayOfYear + 1, 3);
      case 'u': return String(date.getUTCDay() || 7);
      case 'w': return String(date.getUTCDay());
      case 'U': return pad(Math.floor((dayOfYear + 7 - date.getUTCDay()) / 7));
      case 's': return String(Math.floor(moment / 1000));
      case 'D': case 'x': return formatTime('%m/%d/%y', moment, zone);
      case 'F': return formatTime('%Y-%m-%d', moment, zone);
      case 'T': case 'X': return formatTime('%H:%M:%S', moment, zone);
      case 'R': return formatTime('%H:%M', moment, zone);
      case 'r': return formatTime('%I:%M:%S %p', moment, zone);
      case 'c': return formatTime('%a %b %e %H:%M:%S %Y', moment, zone);
      case 'z': return offsetText(offset);
      case 'Z': return name;
      case 'n': return '\n';
      case 't': return '\t';
      case '%': return '%';
      default: return undefined;
    }
  }
}
