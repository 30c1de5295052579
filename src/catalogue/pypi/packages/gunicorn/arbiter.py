"""The process that listens and serves. There is one: arbiter and worker are the same here, whatever number of workers is asked for."""
import os
import re
import select
import signal
import socket
import sys
import time
import traceback

from . import __version__
from .glogging import Logger
from .util import AppImportError, import_app
from .worker import Connection


class Arbiter:
    def __init__(self, settings):
        self.settings, self.log, self.pid = settings, Logger(settings), os.getpid()
        self.sockets = []

    def say(self, message, level='info'):
        self.log.write(level, self.pid, message)

    def bind(self):
        for address in self.settings.bind:
            for attempt in range(6):
                try:
                    self.sockets.append(self._listen(address))
                    break
                except OSError as error:
                    number = int((re.match(r'\[Errno (\d+)\]', str(error)) or [0, 0])[1])
                    if number == 98:
                        self.say(f'Connection in use: {address if isinstance(address, str) else tuple(address)}', 'error')
                        if attempt < 5:
                            self.say('Retrying in 1 second.', 'error')
                            time.sleep(1)
                            continue
                    elif number == 13:
                        self.say(f'Invalid address: {address if isinstance(address, str) else tuple(address)}', 'error')
                        sys.exit(1)
                    else:
                        self.say(f'Invalid address: {address if isinstance(address, str) else tuple(address)}', 'error')
                        sys.exit(1)
                    self.say(f"Can't connect to {address if isinstance(address, str) else tuple(address)}", 'error')
                    sys.exit(1)

    def _listen(self, address):
        if isinstance(address, str):
            if os.path.exists(address):
                os.unlink(address)
            made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        else:
            made = socket.socket(socket.AF_INET6 if ':' in address[0] else socket.AF_INET, socket.SOCK_STREAM)
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(2048)
        return made

    def run(self):
        self.say(f'Starting gunicorn {__version__}')
        self.bind()
        shown = ','.join(f'unix:{each.getsockname()}' if each.family == socket.AF_UNIX else 'http://%s:%d' % each.getsockname()[:2] for each in self.sockets)
        self.say(f'Listening at: {shown} ({self.pid})')
        self.say('Using worker: sync')
        for name in ('SIGTERM', 'SIGINT', 'SIGQUIT'):
            signal.signal(getattr(signal, name), self.stop)
        signal.signal(signal.SIGHUP, lambda *_: self.reload())
        self.boot()
        self.serve()

    def boot(self):
        self.say(f'Booting worker with pid: {self.pid}')
        try:
            sys.path.insert(0, self.settings.chdir)
            self.app = import_app(self.settings.app)
        except Exception as error:
            if isinstance(error, AppImportError):
                self.say(str(error), 'error')
                code = 4
            else:
                self.say('Exception in worker process\n' + traceback.format_exc().rstrip('\n'), 'error')
                code = 3
            self.say(f'Worker exiting (pid: {self.pid})')
            self.say('Shutting down: Master')
            self.say('Reason: ' + ('App failed to load.' if code == 4 else 'Worker failed to boot.'))
            sys.exit(code)

    def reload(self):
        self.say('Handling signal: hup')
        self.say(f'Hang up: Master')
        for name in [name for name, module in sys.modules.items() if str(getattr(module, '__file__', '')).startswith(self.settings.chdir)]:
            del sys.modules[name]
        self.boot()

    def stop(self, number, frame):
        if number == signal.SIGTERM:
            self.say('Handling signal: term')
        elif number == signal.SIGINT:
            self.log.stream.write('\n')
            self.say('Handling signal: int')
        else:
            self.say('Handling signal: quit')
        self.say(f'Worker exiting (pid: {self.pid})')
        self.say('Shutting down: Master')
        for each in self.sockets:
            if each.family == socket.AF_UNIX:
                os.unlink(each.getsockname())
            each.close()
        sys.exit(0)

    def serve(self):
        poller = select.poll()
        listening = {each.fileno(): each for each in self.sockets}
        for number in listening:
            poller.register(number, select.POLLIN)
        while True:
            for number, _ in poller.poll():
                connection, address = listening[number].accept()
                Connection(self, connection, address, listening[number].getsockname()).handle()
