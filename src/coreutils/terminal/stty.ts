import { isSystemError, type Termios } from '../../kernel/uapi/index.ts';
import { quote, rawProgram, reason } from '../program/index.ts';

const flags: Record<string, keyof Termios> = { icanon: 'canonical', echo: 'echo', isig: 'signals', icrnl: 'crToNl', onlcr: 'nlToCrNl', opost: 'nlToCrNl', ixon: 'flowControl', tostop: 'stopBackgroundOutput' };

export const stty = rawProgram('stty', async (tool, words) => {
  const { process } = tool;
  let termios: Termios;
  let fd = 0;
  const rest = [...words];
  if (rest[0] === '-F') {
    rest.shift();
    fd = process.open(rest.shift() ?? '', 'r+');
  }
  try {
    termios = process.tcgetattr(fd);
  } catch (error) {
    await tool.error(`${quote('standard input')}: ${reason(error)}`);
    return 1;
  }
  const { rows, columns } = process.windowSize(fd);
  const [first] = rest;
  if (first === undefined || first === '-a' || first === '--all') {
    const show = (name: string, on: boolean): string => (on ? name : `-${name}`);
    if (first === undefined) {
      const odd = [!termios.canonical && '-icanon', !termios.echo && '-echo', !termios.signals && '-isig', !termios.crToNl && '-icrnl', !termios.nlToCrNl && '-opost'].filter(Boolean);
      tool.out.write(`speed 38400 baud; line = 0;\n${odd.length ? `${odd.join(' ')}\n` : ''}`);
    } else {
      tool.out.write(`speed 38400 baud; rows ${rows}; columns ${columns}; line = 0;\nintr = ^C; quit = ^\\; erase = ^?; kill = ^U; eof = ^D; eol = <undef>;\neol2 = <undef>; swtch = <undef>; start = ^Q; stop = ^S; susp = ^Z; rprnt = ^R;\nwerase = ^W; lnext = ^V; discard = ^O; min = 1; time = 0;\n-parenb -parodd -cmspar cs8 -hupcl -cstopb cread -clocal -crtscts\n-ignbrk -brkint -ignpar -parmrk -inpck -istrip -inlcr -igncr ${show('icrnl', termios.crToNl)} ${show('ixon', termios.flowControl)} -ixoff\n-iuclc -ixany -imaxbel -iutf8\n${show('opost', termios.nlToCrNl)} -olcuc -ocrnl ${show('onlcr', termios.nlToCrNl)} -onocr -onlret -ofill -ofdel nl0 cr0 tab0 bs0 vt0 ff0\n${show('isig', termios.signals)} ${show('icanon', termios.canonical)} iexten ${show('echo', termios.echo)} echoe echok -echonl -noflsh -xcase ${show('tostop', termios.stopBackgroundOutput)} -echoprt\nechoctl echoke -flusho -extproc\n`);
    }
    return 0;
  }
  if (first === 'size') {
    tool.out.write(`${rows} ${columns}\n`);
    return 0;
  }
  if (first === '-g') {
    tool.out.write(`${[termios.crToNl, termios.nlToCrNl, termios.canonical, termios.echo, termios.signals, termios.flowControl, termios.stopBackgroundOutput].map(Number).join(':')}\n`);
    return 0;
  }
  try {
    while (rest.length) {
      const word = rest.shift() ?? '';
      const name = word.replace(/^-/, '');
      const flag = flags[name];
      if (flag) process.tcsetattr(fd, { [flag]: !word.startsWith('-') });
      else if (word === 'sane') process.tcsetattr(fd, { canonical: true, echo: true, signals: true, crToNl: true, nlToCrNl: true });
      else if (name === 'raw' || word === '-cooked') process.tcsetattr(fd, word === '-raw' ? { canonical: true, signals: true, crToNl: true, nlToCrNl: true } : { canonical: false, signals: false, crToNl: false, nlToCrNl: false });
      else if (word === 'cooked' || word === 'cbreak' || word === '-cbreak') process.tcsetattr(fd, { canonical: word !== 'cbreak' });
      else if (word === 'rows' || word === 'cols' || word === 'columns') process.setWindowSize(fd, { ...process.windowSize(fd), [word === 'rows' ? 'rows' : 'columns']: Number(rest.shift()) });
      else if (/^[01](:[01]){6}$/.test(word)) {
        const [crToNl, nlToCrNl, canonical, echo, signals, flowControl, stopBackgroundOutput] = word.split(':').map((bit) => bit === '1');
        process.tcsetattr(fd, Object.fromEntries(Object.entries({ crToNl, nlToCrNl, canonical, echo, signals, flowControl, stopBackgroundOutput }).filter(([, value]) => value !== undefined)));
      } else if (['intr', 'quit', 'erase', 'kill', 'eof', 'susp', 'min', 'time'].includes(word)) rest.shift();
      else if (!/^-?(echoe|echok|echoctl|echoke|ixany|iexten|iutf8|hupcl|brkint|inlcr|igncr|ixoff|onlret|noflsh)$/.test(word)) {
        await tool.error(`invalid argument ${quote(word)}`);
        await tool.errorText("Try 'stty --help' for more information.\n");
        return 1;
      }
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    await tool.error(`standard input: ${reason(error)}`);
    return 1;
  }
  return 0;
});
