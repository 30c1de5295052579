import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootHost, type Host } from '../host/index.ts';

let host: Host;
beforeAll(async () => {
  host = await bootHost();
});
afterAll(() => host.dispose());

/** Runs a script with python3 on the host. */
async function python(source: string, args = ''): Promise<{ stdout: string; stderr: string; exitCode: number }> {
  host.files.write('/tmp/script.py', new TextEncoder().encode(source));
  return host.exec(`python3 /tmp/script.py ${args}`);
}

describe('the command line', () => {
  it('runs commands, files, modules and standard input', async () => {
    const { stdout, exitCode } = await host.exec(`
      python3 -V
      python3 -c 'import sys; print(sys.argv, sys.version_info[:2], sys.platform)' a b
      echo 'print("from stdin")' | python3 - x
      echo '{"a": 1}' | python3 -m json.tool --compact
      printf '#!/usr/bin/env python3\\nimport sys; sys.exit(3)\\n' > /tmp/three; chmod +x /tmp/three; /tmp/three
    `);
    expect({ stdout, exitCode }).toEqual({ stdout: "Python 3.13.5\n['-c', 'a', 'b'] (3, 13) linux\nfrom stdin\n{\"a\":1}\n", exitCode: 3 });
  });

  it('words failures as python does', async () => {
    const { stderr, exitCode } = await python('open("/nonexistent")');
    expect(stderr).toBe(`Traceback (most recent call last):
  File "/tmp/script.py", line 1, in <module>
    open("/nonexistent")
    ~~~~^^^^^^^^^^^^^^^^
FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent'
`);
    expect(exitCode).toBe(1);
  });

  it('ends as its exit says', async () => {
    expect(await python('import sys; print("out"); sys.exit("message")')).toEqual({ stdout: 'out\n', stderr: 'message\n', exitCode: 1 });
    expect((await host.exec("python3 -c 'import os; os._exit(7)'")).exitCode).toBe(7);
    expect((await host.exec('python3 /tmp/nosuch.py')).exitCode).toBe(2);
  });
});

describe('the kernel seen from Python', () => {
  it('has files, processes and pipes', async () => {
    const { stdout, stderr } = await python(`
import os, pathlib, subprocess, sys
os.makedirs('/tmp/d/e'); pathlib.Path('/tmp/d/e/f.txt').write_text('one\\ntwo\\n')
print(sorted(os.listdir('/tmp/d')), os.stat('/tmp/d/e/f.txt').st_size, oct(os.stat('/tmp/d').st_mode & 0o777))
print(subprocess.run(['wc', '-l'], input='a\\nb\\n', text=True, capture_output=True).stdout.strip())
print(subprocess.run('exit 4', shell=True).returncode, os.path.exists('/proc/%d' % os.getpid()))
os.rename('/tmp/d/e/f.txt', '/tmp/d/g'); print(open('/tmp/d/g').readlines())
try: subprocess.run(['nosuchprogram'])
except OSError as error: print(error)
`);
    expect(stderr).toBe('');
    expect(stdout).toBe("['e'] 8 0o755\n2\n4 True\n['one\\n', 'two\\n']\n[Errno 2] No such file or directory: 'nosuchprogram'\n");
  });

  it('has sockets that the rest of the host sees', async () => {
    const { stdout } = await host.exec(`cd /tmp/ && mkdir -p www && echo hello > www/index.html
      python3 -m http.server -d www 8000 2>log & until curl -s localhost:8000/; do sleep 0.05; done; curl -s localhost:8000/nosuch -o /dev/null -w '%{http_code}\\n'
      python3 -c 'import urllib.request; print(urllib.request.urlopen("http://localhost:8000/").read())' 2>&1; kill %1; wait %1; echo $?`);
    expect(stdout).toBe("hello\n404\nb'hello\\n'\n143\n");
  });

  it('sends signals, to what computes and to what waits', async () => {
    const { stdout, stderr } = await host.exec(`cd /tmp; mkfifo in; exec 3<>in
      python3 -c 'import signal, sys
signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(number))
print("ready", flush=True)
while True: pass' > one & until grep -qs ready one; do sleep 0.05; done; kill $!; wait $!; echo $?
      python3 -c 'import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
print("waits", flush=True); input()' < in > two & until grep -qs waits two; do sleep 0.05; done; kill -INT $!; wait $!; echo $?
      python3 -c 'print("here", flush=True); input()' < in > three & until grep -qs here three; do sleep 0.05; done; kill $!; wait $!; echo $?`);
    expect(stdout).toBe('15\n130\n143\n');
    expect(stderr).toBe('Traceback (most recent call last):\n  File "<string>", line 3, in <module>\nKeyboardInterrupt\n');
  });

  it('tells of a signal as soon as the call is over in which it came, not in a callback that ignores it', async () => {
    const { stdout, stderr } = await python(`
import os, subprocess, sys, weakref
class Thing: pass
def forget(_):
    for _ in range(200): pass
lost = []
sys.unraisablehook = lambda what: lost.append(what.exc_type.__name__)
killer = subprocess.Popen(['sh', '-c', f'while read -r line; do kill -INT {os.getpid()}; done'], stdin=subprocess.PIPE)
told = 0
while told < 20 and not lost:
    try:
        os.write(killer.stdin.fileno(), b'again\\n')
        while not lost:
            os.close(os.dup(0))
            thing = Thing()
            watcher = weakref.ref(thing, forget)
            del thing
    except KeyboardInterrupt:
        told += 1
print(told, lost)
killer.communicate()
`);
    expect({ stdout, stderr }).toEqual({ stdout: '20 []\n', stderr: '' });
  });

  it('says of descriptors to select what Linux says', async () => {
    const { stdout } = await python(`
import os, select
read, write = os.pipe()
print(select.select([read], [write], [read, write], 0) == ([], [write], []))
os.write(write, b'x')
print(select.select([read], [], []) == ([read], [], []), select.select([], [], [], 0.01))
for file in -1, 77, None:
    try: select.select([file], [], [], 0)
    except Exception as error: print(type(error).__name__, error)
try: select.select([], [], [], -1)
except ValueError as error: print(error)
`);
    expect(stdout).toBe('True\nTrue ([], [], [])\nValueError file descriptor cannot be a negative integer (-1)\nOSError [Errno 9] Bad file descriptor\nTypeError argument must be an int, or have a fileno() method.\ntimeout must be non-negative\n');
  });

  it('lets three run at a time', async () => {
    const { stdout, stderr } = await host.exec(`cd /tmp; mkfifo wait; exec 4<>wait
      for i in 1 2 3; do python3 -c "print('up', flush=True); input()" < wait > out$i & done
      for i in 1 2 3; do until grep -qs up out$i; do sleep 0.05; done; done; python3 -c 1; echo $?; kill %1 %2 %3; wait; python3 -c 'print("again")'`);
    expect(stdout).toBe('1\nagain\n');
    expect(stderr).toBe('python3: three Python processes run already, and no more fit into this sandbox (EAGAIN): end one of them first\n');
  });
});

describe('an interpreter that cannot suspend', () => {
  it('waits in shared memory', async () => {
    const other = await bootHost({ python: { wait: 'shared' } });
    try {
      expect(await other.exec(`echo '{"a": [1]}' | python3 -c 'import json, os, sys; print(json.load(sys.stdin), os.listdir("/home"), os.system("exit 3") >> 8)'`)).toEqual({ stdout: "{'a': [1]} ['learner'] 3\n", stderr: '', exitCode: 0 });
      other.files.write('/tmp/signals.py', new TextEncoder().encode(`
import os, signal, subprocess
told = []
for number in signal.SIGUSR1, signal.SIGUSR2: signal.signal(number, lambda number, frame: told.append(number))
subprocess.run(['sh', '-c', f'p={os.getpid()}; kill -STOP $p; kill -USR2 $p; kill -USR1 $p; kill -CONT $p'])
print(told)
`));
      expect(await other.exec('python3 /tmp/signals.py')).toEqual({ stdout: '[10, 12]\n', stderr: '', exitCode: 0 });
    } finally {
      await other.dispose();
    }
  });
});
