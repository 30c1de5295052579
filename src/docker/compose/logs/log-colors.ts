/** The colours of log prefixes, in the order in which containers get them. */
const codes = ['36', '33', '32', '35', '34', '36;1', '33;1', '32;1', '35;1', '34;1'];

export type Paint = (text: string) => string;

/** Leaves text as it is. */
export const monochrome: Paint = (text) => text;

/** Gives each caller the next colour. */
export function rainbow(): () => Paint {
  let next = 0;
  return () => {
    const code = codes[next++ % codes.length];
    return (text) => `\x1b[${code}m${text}\x1b[0m`;
  };
}
