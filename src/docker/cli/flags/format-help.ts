import type { Flag } from './flag.ts';
import { string } from './scalar.ts';

const reference = 'Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates';

/** `--format` of the listing commands. */
export function listFormat(): Flag<string> {
  return string(`Format output using a custom template:
'table':            Print output in table format with column headers (default)
'table TEMPLATE':   Print output in table format using the given Go template
'json':             Print in JSON format
'TEMPLATE':         Print output using the given Go template.
${reference}`);
}

/** `--format` of the inspecting commands. */
export function inspectFormat(shorthand = true): Flag<string> {
  return string(
    `Format output using a custom template:
'json':             Print in JSON format
'TEMPLATE':         Print output using the given Go template.
${reference}`,
    shorthand ? { shorthand: 'f' } : {},
  );
}
