import type { FrontEnd } from './front-end.ts';

/** `dpkg-preconfigure --apt`, which apt runs before unpacking where debconf is installed: what it says about the terminals that it lacks. */
export async function preconfigure(front: FrontEnd, archives: readonly string[]): Promise<void> {
  const { process, tool } = front;
  if (!process.exists('/usr/sbin/dpkg-preconfigure')) return;
  await tool.out.flush();
  if (!process.exists('/usr/bin/apt-extracttemplates')) {
    await tool.errorText('debconf: delaying package configuration, since apt-utils is not installed\n');
    return;
  }
  if (process.env['DEBIAN_FRONTEND'] === 'noninteractive' || front.terminal) return;
  const dialog = process.env['TERM'] === undefined ? 'TERM is not set, so the dialog frontend is not usable.' : 'Dialog frontend will not work on a dumb terminal, an emacs shell buffer, or without a controlling terminal.';
  await tool.errorText([
    'unable to initialize frontend: Dialog', `(${dialog})`, 'falling back to frontend: Readline', 'unable to initialize frontend: Readline',
    `(Can't locate Term/ReadLine.pm in @INC (you may need to install the Term::ReadLine module) (@INC entries checked: /etc/perl /usr/local/lib/x86_64-linux-gnu/perl/5.40.1 /usr/local/share/perl/5.40.1 /usr/lib/x86_64-linux-gnu/perl5/5.40 /usr/share/perl5 /usr/lib/x86_64-linux-gnu/perl-base /usr/lib/x86_64-linux-gnu/perl/5.40 /usr/share/perl/5.40 /usr/local/lib/site_perl) at /usr/share/perl5/Debconf/FrontEnd/Readline.pm line 8, <STDIN> line ${archives.length}.)`,
    'falling back to frontend: Teletype', 'unable to initialize frontend: Teletype', '(This frontend requires a controlling tty.)', 'falling back to frontend: Noninteractive',
  ].map((line) => `debconf: ${line}\n`).join(''));
}
