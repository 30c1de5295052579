const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const longMonths = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** Minutes west of Greenwich. */
const zones: Readonly<Record<string, number>> = { gmt: 0, ut: 0, utc: 0, wet: 0, bst: -60, wat: 60, ast: 240, adt: 180, est: 300, edt: 240, cst: 360, cdt: 300, mst: 420, mdt: 360, pst: 480, pdt: 420, hst: 600, cet: -60, met: -60, mest: -120, cest: -120, eet: -120, z: 0 };

/** A date as curl_getdate(3) takes it, in any order of its parts; seconds since the epoch, undefined for anything else. */
export function parseCurlDate(text: string, _now?: number): number | undefined {
  const found: { day?: number; month?: number; year?: number; time?: number; zone?: number; weekday?: boolean } = {};
  let yearNext = false;
  let parts = 0;
  for (const { 0: token, index } of text.matchAll(/[A-Za-z]+|\d{1,2}:\d{1,2}(?::\d{1,2})?|\d+/g)) {
    if (++parts > 6) break;
    const word = token.toLowerCase();
    if (/^[a-z]/.test(word)) {
      const month = Math.max(months.indexOf(word), longMonths.indexOf(word));
      const zone = zones[word];
      if (!found.weekday && days.includes(word)) found.weekday = true;
      else if (found.month === undefined && month >= 0) found.month = month;
      else if (found.zone === undefined && zone !== undefined) found.zone = zone * 60;
      else return undefined;
      continue;
    }
    if (token.includes(':')) {
      const [hours = 0, minutes = 0, seconds = 0] = token.split(':').map(Number);
      if (found.time !== undefined || hours > 23 || minutes > 59 || seconds > 60) return undefined;
      found.time = (hours * 60 + minutes) * 60 + seconds;
      continue;
    }
    const value = Number(token);
    const sign = text[index - 1];
    if (token.length > 8) return undefined;
    if (found.zone === undefined && token.length === 4 && value <= 1400 && (sign === '+' || sign === '-')) found.zone = (Math.floor(value / 100) * 60 + (value % 100)) * 60 * (sign === '+' ? -1 : 1);
    else if (token.length === 8 && found.year === undefined && found.month === undefined && found.day === undefined) Object.assign(found, { year: Math.floor(value / 10_000), month: Math.floor((value % 10_000) / 100) - 1, day: value % 100 });
    else if (!yearNext && found.day === undefined && value > 0 && value < 32) {
      found.day = value;
      yearNext = true;
    } else if (found.year === undefined) {
      found.year = value < 100 ? value + (value > 70 ? 1900 : 2000) : value;
      yearNext = false;
    } else return undefined;
  }
  const { day, month, year, time = 0, zone = 0 } = found;
  if (day === undefined || month === undefined || year === undefined || year < 1583 || day > 31 || month > 11 || month < 0) return undefined;
  return Date.UTC(year, month, day) / 1000 + time + zone;
}
