import { rawProgram } from '../program/index.ts';

/** The NIS domain: there is none. */
export const domainname = rawProgram('domainname', (tool) => {
  tool.out.write('(none)\n');
  return 0;
});

export const dnsdomainname = rawProgram('dnsdomainname', (tool) => {
  const { process } = tool;
  const own = process.hostname();
  const lines = process.exists('/etc/hosts') ? process.readTextFile('/etc/hosts').split('\n').map((line) => line.replace(/#.*/, '').trim().split(/\s+/).slice(1)) : [];
  const name = lines.find((names) => names.includes(own))?.[0] ?? own;
  if (name.includes('.')) tool.out.write(`${name.slice(name.indexOf('.') + 1)}\n`);
  return 0;
});
