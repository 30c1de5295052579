import { isSystemError } from '../../kernel/uapi/index.ts';
import { rawProgram } from '../program/index.ts';
import { findUnit, unitName, unitNames } from './manager.ts';

/** service(8): hands on to systemctl where systemd is pid 1, as Debian's does. */
export const service = rawProgram('service', async (tool, words) => {
  const { process, out } = tool;
  const [name, command] = words;
  if (name === '--version') {
    out.write('service ver. 1.68\n');
    return 0;
  }
  if (name === '--status-all') {
    for (const unit of unitNames(process).filter((one) => one.endsWith('.service'))) out.write(` [ ${findUnit(process, unit)?.enabled ? '+' : '-'} ]  ${unit.slice(0, -8)}\n`);
    return 0;
  }
  if (name === undefined || command === undefined) {
    await tool.errorText('Usage: service < option > | --status-all | [ service_name [ command | --full-restart ] ]\n');
    return 1;
  }
  if (!process.exists('/run/systemd') || !findUnit(process, unitName(name))) {
    await tool.errorText(process.exists('/run/systemd') && command !== 'status' ? `Failed to ${command} ${unitName(name)}: Unit ${unitName(name)} not found.\n` : process.exists('/run/systemd') ? `Unit ${unitName(name)} could not be found.\n` : `${name}: unrecognized service\n`);
    return process.exists('/run/systemd') ? (command === 'status' ? 4 : 5) : 1;
  }
  const verb = command === '--full-restart' ? 'restart' : command;
  try {
    return await process.exec('/usr/bin/systemctl', ['systemctl', ...(verb === 'status' ? ['--no-pager'] : []), verb, unitName(name)]);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.errorText(`${name}: unrecognized service\n`);
    return 1;
  }
});
