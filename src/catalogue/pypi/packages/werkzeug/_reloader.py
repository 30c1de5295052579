"""Starts the program anew when one of its files changes."""
import os
import re
import select
import signal
import subprocess
import sys

from .serving import _log


def errno_of(error):
    """Linux's number of an OSError, as its words show it."""
    found = re.match(r'\[Errno (-?\d+)\]', str(error))
    return int(found.group(1)) if found else error.errno


def watched(extra=()):
    """Files of modules outside of the standard library, with their times."""
    library = os.path.dirname(os.__file__)
    found = set(extra or ())
    for module in list(sys.modules.values()):
        path = getattr(module, '__file__', None)
        if isinstance(path, str) and path.endswith('.py') and not (path.startswith(library + os.sep) and '-packages' + os.sep not in path):
            found.add(os.path.abspath(path))
    times = {}
    for path in found:
        try:
            times[path] = os.stat(path).st_mtime
        except OSError:
            pass
    return times


def arguments():
    """The command line that starts this program again."""
    main = sys.modules['__main__']
    if getattr(main, '__package__', None) and getattr(main, '__spec__', None):
        name = main.__spec__.name
        return [sys.executable, '-m', name.removesuffix('.__main__'), *sys.argv[1:]]
    script = os.path.abspath(sys.argv[0])
    if os.path.exists(script) and os.access(script, os.X_OK) and not script.endswith('.py'):
        return [script, *sys.argv[1:]]
    return [sys.executable, script, *sys.argv[1:]]


def restart_with_reloader():
    """The parent: runs the program as a child as long as it ends with 3."""
    environ = {**os.environ, 'WERKZEUG_RUN_MAIN': 'true'}
    supervise = getattr(os, '_supervise', None)
    if supervise is not None:
        # The sandbox keeps a parent that only waits outside of the interpreter.
        supervise(arguments(), environ, 3, ' * Restarting with stat\n')
    while True:
        _log('info', ' * Restarting with stat')
        status = subprocess.call(arguments(), env=environ, close_fds=False)
        if status != 3:
            return status


def run_with_reloader(server, extra_files, interval):
    """The child: serves, and looks at its files between requests."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    before = watched(extra_files)
    poller = select.poll()
    poller.register(server.fileno(), select.POLLIN)
    try:
        while True:
            ready = poller.poll(interval * 1000)
            for path, changed in watched(extra_files).items():
                if before.setdefault(path, changed) != changed:
                    _log('info', f' * Detected change in {path!r}, reloading')
                    sys.exit(3)
            if ready:
                server.handle_request()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
