/** A date that YAML read from a plain scalar, as Go's time.Time. */
export class Timestamp {
  readonly #date: string;
  readonly #time: string;
  readonly #fraction: string;
  /** `Z` or `+02:00`. */
  readonly #zone: string;

  constructor(date: string, time: string, fraction: string, zone: string) {
    this.#date = date;
    this.#time = time;
    this.#fraction = fraction.replace(/0+$/, '');
    this.#zone = zone;
  }

  /** Time.String. */
  toString(): string {
    const zone = this.#zone === 'Z' ? '+0000 UTC' : `${this.#zone.replace(':', '')} ${this.#zone.replace(':', '')}`;
    return `${this.#date} ${this.#time}${this.#fraction && `.${this.#fraction}`} ${zone}`;
  }

  /** RFC3339Nano, as it stands in YAML and JSON. */
  rfc3339(): string {
    return `${this.#date}T${this.#time}${this.#fraction && `.${this.#fraction}`}${this.#zone}`;
  }
}

const pattern = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,](\d+))?(Z|[+-]\d\d:\d\d)?)?$/;

/** The forms of dates that go-yaml knows; undefined for anything else. */
export function parseTimestamp(text: string): Timestamp | undefined {
  const [whole, year = '', month = '', day = '', separator, hour = '0', minute = '0', second = '0', fraction = '', zone] = pattern.exec(text) ?? [];
  if (whole === undefined || (separator !== undefined && (separator === ' ') !== (zone === undefined))) return undefined;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > days || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const two = (digits: string): string => digits.padStart(2, '0');
  return new Timestamp(`${year}-${two(month)}-${two(day)}`, `${two(hour)}:${two(minute)}:${two(second)}`, fraction, zone ?? 'Z');
}
