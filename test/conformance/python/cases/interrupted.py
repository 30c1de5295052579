# SIGINT and SIGTERM to programs that wait, as processes of their own and as process 1 of a PID namespace.
import os, signal, subprocess, sys

BLOCKS = {
    'sleep': 'import time\nready()\ntime.sleep(100)',
    'accept': 'import socket\nlistener = socket.create_server(("127.0.0.1", 0))\nready()\nlistener.accept()',
    'recv': 'import socket\none, other = socket.socketpair()\nready()\none.recv(1)',
    'input': 'ready()\ninput()',
    'select': 'import select, sys\nready()\nselect.select([sys.stdin], [], [])',
    'poll': 'import select\npoller = select.poll()\npoller.register(0, select.POLLIN)\nready()\npoller.poll()',
    'child': 'import subprocess\nready()\nsubprocess.call(["sleep", "5"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)',
    'wait': 'import os, subprocess\nsleeper = subprocess.Popen(["sleep", "5"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\nready()\nos.wait()',
    'computing': 'ready()\nwhile True:\n    pass',
    'server': 'import http.server\nserver = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)\nready()\nserver.serve_forever()',
    'caught': 'import time\ntry:\n    ready()\n    time.sleep(100)\nexcept KeyboardInterrupt:\n    print("caught")',
    'finally': 'import time\ntry:\n    ready()\n    time.sleep(100)\nfinally:\n    print("cleaned up")',
    'atexit': 'import atexit, time\natexit.register(print, "at exit")\nready()\ntime.sleep(100)',
    'exit': 'import signal, sys, time\nsignal.signal(signal.SIGTERM, lambda number, frame: sys.exit(number))\nready()\ntime.sleep(100)',
    'ignored': 'import signal, time\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nready()\ntime.sleep(0.3)\nprint("slept")',
    'default': 'import signal, time\nsignal.signal(signal.SIGINT, signal.SIG_DFL)\nready()\ntime.sleep(0.3)\nprint("slept")',
}
PREFIX = 'def ready():\n    print("ready", flush=True)\n'


def attempt(name, numbers, first):
    script = '/tmp/drydock-case/waiting.py'
    with open(script, 'w') as file:
        file.write(PREFIX + BLOCKS[name] + '\n')
    command = ['unshare', '-pf', sys.executable, script] if first else [sys.executable, script]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        process.stdout.readline()
        pid = int(subprocess.check_output(['pgrep', '-P', str(process.pid)])) if first else process.pid
        for number in numbers:
            os.kill(pid, number)
        out, error = process.communicate()
        print(name, *[signal.Signals(number).name for number in numbers], 'process 1' if first else 'process', process.returncode, repr(out), *error.splitlines()[-1:])


for name in BLOCKS:
    if name != 'exit':
        attempt(name, [signal.SIGINT], False)
for name in 'sleep', 'input', 'caught', 'ignored', 'default':
    attempt(name, [signal.SIGINT], True)
attempt('sleep', [signal.SIGTERM], False)
attempt('sleep', [signal.SIGTERM, signal.SIGINT], True)
for first in False, True:
    attempt('exit', [signal.SIGTERM], first)
