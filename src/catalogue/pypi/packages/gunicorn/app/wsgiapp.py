"""The command ``gunicorn``."""
import argparse
import os
import shlex
import sys

from gunicorn import __version__
from gunicorn.arbiter import Arbiter


def parser():
    found = argparse.ArgumentParser(prog='gunicorn', usage='%(prog)s [OPTIONS] [APP_MODULE]')
    found.add_argument('app', nargs='?', help=argparse.SUPPRESS)
    found.add_argument('-v', '--version', action='version', version=f'gunicorn (version {__version__})', help="show program's version number and exit")
    add = found.add_argument
    add('-b', '--bind', action='append', metavar='ADDRESS', help="The socket to bind. [['127.0.0.1:8000']]")
    add('-w', '--workers', type=int, metavar='INT', default=int(os.environ.get('WEB_CONCURRENCY', 1)), help='The number of worker processes for handling requests. [1]')
    add('-k', '--worker-class', metavar='STRING', default='sync', help='The type of workers to use. [sync]')
    add('--threads', type=int, metavar='INT', default=1, help='The number of worker threads for handling requests. [1]')
    add('-t', '--timeout', type=int, metavar='INT', default=30, help='Workers silent for more than this many seconds are killed and restarted. [30]')
    add('--graceful-timeout', type=int, metavar='INT', default=30, help='Timeout for graceful workers restart. [30]')
    add('--keep-alive', type=int, metavar='INT', default=2, help='The number of seconds to wait for requests on a Keep-Alive connection. [2]')
    add('--chdir', metavar='STRING', default=os.getcwd(), help='Change directory to specified directory before loading apps.')
    add('-e', '--env', action='append', metavar='ENV', default=[], help='Set environment variables in the execution environment. [[]]')
    add('-p', '--pid', metavar='FILE', help='A filename to use for the PID file. [None]')
    add('--access-logfile', '--access-log', dest='accesslog', metavar='FILE', help='The Access log file to write to. [None]')
    add('--access-logformat', dest='access_log_format', metavar='STRING', default='%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s"', help='The access log format.')
    add('--error-logfile', '--log-file', dest='errorlog', metavar='FILE', default='-', help='The Error log file to write to. [-]')
    add('--log-level', dest='loglevel', metavar='LEVEL', default='info', help='The granularity of Error log outputs. [info]')
    add('-n', '--name', metavar='STRING', help='A base to use with setproctitle for process naming. [None]')
    add('-c', '--config', metavar='CONFIG', default='./gunicorn.conf.py', help='The Gunicorn config file. [./gunicorn.conf.py]')
    add('--reload', action='store_true', help='Restart workers when code changes. [False]')
    add('--preload', action='store_true', help='Load application code before the worker processes are forked. [False]')
    add('--max-requests', type=int, default=0, metavar='INT', help='The maximum number of requests a worker will process before restarting. [0]')
    add('--worker-tmp-dir', metavar='DIR', help='A directory to use for the worker heartbeat temporary file. [None]')
    add('--forwarded-allow-ips', metavar='STRING', default='127.0.0.1', help="Front-end's IPs from which allowed to handle set secure headers.")
    add('-u', '--user', metavar='USER', help='Switch worker processes to run as this user. [0]')
    add('-g', '--group', metavar='GROUP', help='Switch worker process to run as this group. [0]')
    return found


def address(text):
    if text.startswith('unix:'):
        return text[5:]
    host, separator, port = text.removeprefix('tcp://').rpartition(':')
    if not separator:
        host, port = port, '8000'
    if not port.isdigit():
        raise RuntimeError(f'{port!r} is not a valid port number.')
    return (host.strip('[]') or '0.0.0.0', int(port))


def run(prog=None):
    """Reads the command line and serves."""
    parse = parser()
    settings = parse.parse_args(shlex.split(os.environ.get('GUNICORN_CMD_ARGS', '')) + sys.argv[1:])
    config = settings.config.removeprefix('file:').removeprefix('python:')
    if os.path.exists(config):
        values = {'__file__': config}
        with open(config) as file:
            exec(compile(file.read(), config, 'exec'), values)
        given = {word for word in sys.argv[1:] if word.startswith('-')}
        for key, value in values.items():
            key = {'wsgi_app': 'app', 'worker_class': 'worker_class'}.get(key, key)
            if hasattr(settings, key) and not any(option in given for option in (f'--{key.replace("_", "-")}', f'-{key[0]}')):
                setattr(settings, key, [value] if key == 'bind' and isinstance(value, str) else value)
    elif config != './gunicorn.conf.py':
        sys.stderr.write(f"\nError: {config!r} doesn't exist\n")
        sys.exit(1)
    if not settings.app:
        sys.stderr.write(f'usage: gunicorn [OPTIONS] [APP_MODULE]\n\nError: No application module specified.\n')
        sys.exit(1)
    for item in settings.env:
        key, _, value = item.partition('=')
        os.environ[key] = value
    port = os.environ.get('PORT')
    try:
        settings.bind = [address(each) for text in (settings.bind or [f'0.0.0.0:{port}' if port else '127.0.0.1:8000']) for each in text.split(',')]
    except RuntimeError as error:
        sys.stderr.write(f'\nError: {error}\n')
        sys.exit(1)
    settings.chdir = os.path.abspath(settings.chdir)
    os.chdir(settings.chdir)
    if settings.pid:
        with open(settings.pid, 'w') as file:
            file.write(f'{os.getpid()}\n')
    try:
        Arbiter(settings).run()
    except KeyboardInterrupt:
        pass


if __name__ == '__main__':
    run()
