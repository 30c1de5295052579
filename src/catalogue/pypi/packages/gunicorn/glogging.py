"""The logs."""
import datetime
import sys
import time


class Logger:
    levels = {'debug': 10, 'info': 20, 'warning': 30, 'error': 40, 'critical': 50}

    def __init__(self, settings):
        self.level = self.levels.get(settings.loglevel, 20)
        self.access_file = self._open(settings.accesslog) if settings.accesslog else None
        self.access_format = settings.access_log_format
        self.stream = sys.stderr if settings.errorlog in ('-', None) else open(settings.errorlog, 'a', buffering=1)

    def _open(self, name):
        return sys.stdout if name == '-' else open(name, 'a', buffering=1)

    def write(self, level, pid, message):
        if self.levels[level] < self.level:
            return
        now = datetime.datetime.now().astimezone().strftime('%Y-%m-%d %H:%M:%S %z')
        self.stream.write(f'[{now}] [{pid}] [{level.upper()}] {message}\n')
        self.stream.flush()

    def access(self, environ, status, sent, started):
        if self.access_file is None:
            return
        now = time.strftime('[%d/%b/%Y:%H:%M:%S %z]')
        atoms = {'h': environ.get('REMOTE_ADDR', '-'), 'l': '-', 'u': '-', 't': now, 'r': f"{environ['REQUEST_METHOD']} {environ['RAW_URI']} {environ['SERVER_PROTOCOL']}", 's': status.split()[0], 'b': str(sent) if sent else '-',
                 'f': environ.get('HTTP_REFERER', '-'), 'a': environ.get('HTTP_USER_AGENT', '-'), 'm': environ['REQUEST_METHOD'], 'U': environ['PATH_INFO'], 'q': environ['QUERY_STRING'], 'T': int(time.time() - started), 'D': int((time.time() - started) * 1e6), 'L': f'{time.time() - started:.6f}', 'p': f'<{environ["gunicorn.pid"]}>'}
        self.access_file.write(self.access_format % atoms + '\n')
        self.access_file.flush()
