# Flask's development server, with and without its reloader, is stopped by signals: as a process and as process 1 of a PID namespace.
import os, signal, socket, subprocess, sys, time, urllib.error, urllib.request

PROGRAM = '''import flask
app = flask.Flask(__name__)

@app.route('/')
def index():
    return 'here'

app.run(port={}, debug={})
'''


def free_port():
    with socket.create_server(('127.0.0.1', 0)) as server:
        return server.getsockname()[1]


def ask(process, port):
    while process.poll() is None:
        try:
            with urllib.request.urlopen(f'http://127.0.0.1:{port}/') as answer:
                return answer.read()
        except urllib.error.URLError:
            time.sleep(0.05)


def attempt(debug, numbers, first):
    script, port = '/tmp/drydock-case/served.py', free_port()
    with open(script, 'w') as file:
        file.write(PROGRAM.format(port, debug))
    command = ['unshare', '-pf', sys.executable, script] if first else [sys.executable, script]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert ask(process, port) == b'here'
            assert any('"GET / HTTP/1.1" 200' in line for line in process.stderr)
            pid = int(subprocess.check_output(['pgrep', '-P', str(process.pid)])) if first else process.pid
            for number in numbers:
                os.kill(pid, number)
            process.wait(60)
        except BaseException:
            process.kill()
            raise
        print('debug' if debug else 'plain', *[signal.Signals(number).name for number in numbers], 'process 1' if first else 'process', process.wait(), repr(process.stderr.read()))


for debug in False, True:
    for first in False, True:
        attempt(debug, [signal.SIGINT], first)
attempt(False, [signal.SIGTERM], False)
attempt(False, [signal.SIGTERM, signal.SIGINT], True)
for first in False, True:
    attempt(True, [signal.SIGTERM], first)
