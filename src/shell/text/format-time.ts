const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function pad(value: number, width = 2, fill = '0'): string {
  return String(value).padStart(width, fill);
}

/** strftime(3) in UTC and the C locale. `ms`: milliseconds since the epoch. */
export function formatTime(format: string, ms: number): string {
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
      case 's': return String(Math.floor(ms / 1000));
      case 'D': case 'x': return formatTime('%m/%d/%y', ms);
      case 'F': return formatTime('%Y-%m-%d', ms);
      case 'T': case 'X': return formatTime('%H:%M:%S', ms);
      case 'R': return formatTime('%H:%M', ms);
      case 'r': return formatTime('%I:%M:%S %p', ms);
      case 'c': return formatTime('%a %b %e %H:%M:%S %Y', ms);
      case 'z': return '+0000';
      case 'Z': return 'UTC';
      case 'n': return '\n';
      case 't': return '\t';
      case '%': return '%';
      default: return undefined;
    }
  }
}
