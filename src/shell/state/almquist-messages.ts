/** A message as a shell of Almquist's family words it. */
export interface AlmquistMessage {
  builtin: string | undefined;
  text: string;
  /** A shell that is not interactive ends with it. */
  fatal: boolean;
  /** Nothing stands before it. */
  bare: boolean;
}

/** Bash's words (after the name of the builtin, when there is one) and what dash and busybox's ash make of them; `$1` is what matched. */
interface Row {
  form: RegExp;
  dash: string;
  ash: string;
  /** The group that holds the builtin's name; ash leaves it out where `ashBare`. */
  builtin?: boolean;
  ashBare?: boolean;
  fatal?: boolean;
  bare?: boolean;
}

const special = 'break|continue|eval|exit|export|readonly|return|set|shift|trap|unset|\\.';

const rows: readonly Row[] = [
  { form: /^(exit|return|shift|break|continue): (.*): numeric argument required$/, dash: 'Illegal number: $2', ash: 'Illegal number: $2', builtin: true, fatal: true },
  { form: /^(unset): (\S+): cannot unset: readonly variable$/, dash: '$2: is read only', ash: '$2: is read only', builtin: true, fatal: true },
  { form: /^()(\S+): readonly variable$/, dash: '$2: is read only', ash: '$2: is read only', fatal: true },
  { form: /^()(\S+): parameter null or not set$/, dash: '$2: parameter not set or null', ash: '$2: parameter not set or null' },
  { form: /^(export|readonly|local|unset|read): `(.*)': not a valid identifier$/, dash: '$2: bad variable name', ash: '$2: bad variable name', builtin: true, fatal: true },
  { form: new RegExp(`^(${special}): (-.): invalid option$`), dash: 'Illegal option $2', ash: 'illegal option $2', builtin: true, fatal: true },
  { form: /^([\w[]+): (-.): invalid option$/, dash: 'Illegal option $2', ash: 'illegal option $2', builtin: true },
  { form: /^(local): can only be used in a function$/, dash: 'not in a function', ash: 'not in a function', builtin: true, fatal: true },
  { form: /^(shift): shift count out of range$/, dash: "can't shift that many", ash: "can't shift that many", builtin: true, fatal: true },
  { form: /^(test|\[): (.*): integer expression expected$/, dash: 'Illegal number: $2', ash: '$2: bad number', builtin: true, ashBare: true },
  { form: /^(test|\[): (.*): binary operator expected$/, dash: '$2: unexpected operator', ash: '$2: unknown operand', builtin: true, ashBare: true },
  { form: /^(\[): missing `\]'$/, dash: 'missing ]', ash: 'missing ]', builtin: true, ashBare: true },
  { form: /^(printf): (.*): invalid number$/, dash: '$2: expected numeric value', ash: "invalid number '$2'", builtin: true, ashBare: true },
  { form: /^()(.*): division by 0 \(error token is .*\)$/s, dash: 'arithmetic expression: division by zero: "$2"', ash: 'divide by zero', fatal: true },
  { form: /^()(.*): syntax error: operand expected \(error token is .*\)$/s, dash: 'arithmetic expression: expecting primary: "$2"', ash: 'arithmetic syntax error', fatal: true },
  { form: /^()(.*): [^:]* \(error token is .*\)$/s, dash: 'arithmetic expression: expecting EOF: "$2"', ash: 'arithmetic syntax error', fatal: true },
  { form: /^(alias|unalias): (.*): not found$/, dash: '$1: $2 not found', ash: '$1: $2 not found', bare: true },
  { form: /^(trap): (.*): invalid signal specification$/, dash: '$1: $2: bad trap', ash: '$1: $2: invalid signal specification', bare: true },
  { form: /^(fg|bg): no job control$/, dash: 'No current job', ash: 'No current job', builtin: true },
];

/** Bash's message in the words of dash or ash; undefined when they are the same. */
export function almquistMessage(dialect: 'ash' | 'dash', message: string): AlmquistMessage | undefined {
  for (const row of rows) {
    const match = row.form.exec(message);
    if (!match) continue;
    const text = row[dialect].replace(/\$([12])/g, (_, group: string) => match[Number(group)] ?? '');
    return { builtin: row.builtin && !(dialect === 'ash' && row.ashBare) ? match[1] : undefined, text, fatal: row.fatal ?? false, bare: row.bare ?? false };
  }
  return undefined;
}
