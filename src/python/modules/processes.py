"""What the interpreter's C library has no system call for: processes, signals, users, and how the release of Python shows itself."""
import builtins, errno, fcntl, io, json, math, os, select, signal, socket, sys, time, types
import _kernel

LIBRARY = '/lib/python3.14'
# An ioctl that there is not elsewhere: its argument is a call of the kernel as JSON, and becomes the answer.
KERNEL_CALL = 0x444b


def call(name, *args):
    """A call of the sandbox's kernel; fails as a system call does."""
    try:
        request = json.dumps([name, *args]).encode()
    except BaseException as error:
        # A signal's exception that came here is the program's: it does not tell of our list.
        error.__notes__ = [note for note in getattr(error, '__notes__', []) if not note.startswith('when serializing ')]
        if not error.__notes__:
            del error.__notes__
        raise
    buffer = bytearray(max(4096, len(request) + 1))
    buffer[:len(request)] = request
    length = fcntl.ioctl(0, KERNEL_CALL, buffer, True)
    return json.loads(buffer[:length])


def install(start):
    environment(start)
    release(start)
    streams(unbuffered=False)
    system_calls(start)
    signals()
    sockets()
    children(start)
    accounts()
    no_threads()
    tracebacks(start)
    errors()
    event_loop()


def environment(start):
    os.environ.clear()
    os.environ.update(start['env'])
    sys.executable = start['executable']
    sys.prefix = sys.exec_prefix = sys.base_prefix = sys.base_exec_prefix = start['prefix']
    sys.platform = 'linux'
    sys.dont_write_bytecode = bool(start['env'].get('PYTHONDONTWRITEBYTECODE'))
    library = f"{start['prefix']}/lib/python{'.'.join(start['version'].split('.')[:2])}"
    extra = [path for path in start['env'].get('PYTHONPATH', '').split(':') if path]
    own = os.path.join(start['env'].get('HOME', '/'), '.local/lib/python' + '.'.join(start['version'].split('.')[:2]), 'site-packages')
    own = [own] if os.path.isdir(own) and not start['env'].get('PYTHONNOUSERSITE') else []
    sys.path[:] = extra + [library, library + '/lib-dynload'] + own + list(start['sitePackages'])
    sys.path_importer_cache.clear()
    for module in list(sys.modules.values()):
        file = getattr(module, '__file__', None)
        if isinstance(file, str) and file.startswith(LIBRARY):
            module.__file__ = library + file[len(LIBRARY):]


def release(start):
    """sys.version and its kin say what the image has; the interpreter stays what it is."""
    import platform
    parts = [int(part) for part in start['version'].split('.')]
    sys.version = f"{start['version']} {start['build']}"
    address = id(sys.version_info)
    for offset in range(8, 40, 4):
        if _kernel.peek(address + offset) == id(3) and _kernel.peek(address + offset + 4) == id(14):
            for index, part in enumerate(parts):
                _kernel.poke(address + offset + 4 * index, id(part))
            break
    sys.hexversion = parts[0] << 24 | parts[1] << 16 | parts[2] << 8 | 0xf0
    sys.implementation.cache_tag = f'cpython-{parts[0]}{parts[1]}'
    platform._sys_version_cache.clear()
    platform._uname_cache = None
    kernel = open('/proc/sys/kernel/osrelease').read().strip() if os.path.exists('/proc/sys/kernel/osrelease') else '6.1.0'
    result = os.uname_result(('Linux', call('hostname'), kernel, '#1 SMP PREEMPT_DYNAMIC Debian', 'x86_64'))
    os.uname = lambda: result
    socket.gethostname = lambda: call('hostname')
    socket.getfqdn = lambda name='': socket.gethostname() if name.strip() in ('', '0.0.0.0', '::') else name.strip()


def streams(unbuffered):
    def stream(fd, mode, **options):
        try:
            raw = io.FileIO(fd, mode, closefd=False)
        except OSError:
            return None
        raw.name = {0: '<stdin>', 1: '<stdout>', 2: '<stderr>'}[fd]
        by_line = options.pop('lines', False) or raw.isatty()
        binary = io.BufferedReader(raw) if mode == 'r' else raw if unbuffered else io.BufferedWriter(raw)
        text = io.TextIOWrapper(binary, encoding=encoding, line_buffering=by_line, write_through=unbuffered, **options)
        text.mode = mode
        return text
    encoding, _, wanted = os.environ.get('PYTHONIOENCODING', 'utf-8').partition(':')
    lenient = wanted or ('surrogateescape' if os.environ.get('LC_ALL', os.environ.get('LANG', 'C')) in ('C', 'POSIX', '') else 'strict')
    sys.stdin = sys.__stdin__ = stream(0, 'r', errors=lenient)
    sys.stdout = sys.__stdout__ = stream(1, 'w', errors=lenient)
    sys.stderr = sys.__stderr__ = stream(2, 'w', errors='backslashreplace', lines=True)


def system_calls(start):
    pid = start['pid']
    os.getpid = lambda: pid
    for name in ('getppid', 'setsid'):
        setattr(os, name, lambda name=name: call(name))
    for name in ('getpgid', 'getsid', 'setpgid', 'tcsetpgrp'):
        setattr(os, name, lambda *args, name=name: call(name, *args))
    os.getpgrp = lambda: call('getpgid', 0)
    ids = call('ids')
    for name, key in (('getuid', 'uid'), ('geteuid', 'euid'), ('getgid', 'gid'), ('getegid', 'egid')):
        setattr(os, name, lambda key=key: call('ids')[key])
    os.getgroups = lambda: list(call('ids')['groups'])
    os.setuid = lambda uid: call('setIds', {'uid': uid, 'euid': uid})
    os.setgid = lambda gid: call('setIds', {'gid': gid, 'egid': gid})
    os.setgroups = lambda groups: call('setIds', {'groups': list(groups)})
    os.link = lambda src, dst, **_: call('link', os.fspath(src), os.fspath(dst))
    os.ttyname = lambda fd: call('ttyname', fd)
    os.getlogin = lambda: os.environ.get('LOGNAME', 'root')
    poller = select.poll()

    def sleep(seconds, /):
        if seconds < 0:
            raise ValueError('sleep length must be non-negative')
        poller.poll(math.ceil(seconds * 1000))
    sleep.__doc__ = time.sleep.__doc__
    time.sleep = sleep

    def select_by_poll(rlist, wlist, xlist, timeout=None, /):
        if timeout is not None and timeout < 0:
            raise ValueError('timeout must be non-negative')
        poller, wanted = select.poll(), {}
        lists = [[(each, descriptor(poller, each)) for each in files] for files in (rlist, wlist, xlist)]
        for files, events in zip(lists, (select.POLLIN, select.POLLOUT, select.POLLPRI)):
            for _, fd in files:
                wanted[fd] = wanted.get(fd, 0) | events
        for fd, events in wanted.items():
            poller.register(fd, events)
        found = dict(poller.poll(None if timeout is None else math.ceil(timeout * 1000)))
        if any(events & select.POLLNVAL for events in found.values()):
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        ready = select.POLLIN | select.POLLHUP | select.POLLERR, select.POLLOUT | select.POLLERR, select.POLLPRI
        return tuple([each for each, fd in files if found.get(fd, 0) & events] for files, events in zip(lists, ready))

    def descriptor(poller, file):
        # Refuses what is no descriptor, in select's words.
        poller.register(file, 0)
        return file if isinstance(file, int) else file.fileno()
    # The C library's own keeps no errno.
    select_by_poll.__doc__ = select.select.__doc__
    select.select = select_by_poll


def signals():
    old = signal.signal
    def kill(pid, number, /):
        call('kill', pid, int(number))
    os.kill = kill
    os.killpg = lambda group, number, /: kill(-group, number)
    signal.raise_signal = lambda number, /: kill(os.getpid(), number)

    def install(number, handler, /):
        before = old(number, handler)
        call('sigaction', int(number), 'ignore' if handler == signal.SIG_IGN else 'default' if handler == signal.SIG_DFL else 'handle')
        return before
    install.__doc__ = old.__doc__
    signal.signal = install
    old(signal.SIGINT, signal.default_int_handler)


def sockets():
    def setsockopt(self, level, option, value, *rest):
        call('setSocketOption', self.fileno(), level, option, value if isinstance(value, int) else int.from_bytes(value or b'\0', 'little'))
    socket.socket.setsockopt = setsockopt
    socket.socket.set_inheritable = lambda self, inheritable, /: os.set_inheritable(self.fileno(), inheritable)

    # What the C library here was built without.
    for name, value in {'AF_UNIX': 1, 'AF_NETLINK': 16, 'AF_VSOCK': 40, 'SO_REUSEADDR': 2, 'SO_REUSEPORT': 15, 'IPPROTO_SCTP': 132, 'NI_IDN': 32}.items():
        if not hasattr(socket, name):
            setattr(socket, name, value)
    real = {name: getattr(socket.socket, name) for name in ('connect', 'connect_ex', 'bind', 'getsockname', 'getpeername', 'accept')}

    def path_of(address):
        return {'family': 'unix', 'path': os.fsdecode(address)}

    def connect(self, address):
        return call('connect', self.fileno(), path_of(address)) if self.family == 1 else real['connect'](self, address)

    def connect_ex(self, address):
        if self.family != 1:
            return real['connect_ex'](self, address)
        try:
            return connect(self, address) or 0
        except OSError as error:
            return error.errno

    def bind(self, address):
        return call('bind', self.fileno(), path_of(address)) if self.family == 1 else real['bind'](self, address)

    def getsockname(self):
        return call('socketName', self.fileno())['path'] if self.family == 1 else real['getsockname'](self)

    def getpeername(self):
        return call('peerName', self.fileno())['path'] if self.family == 1 else real['getpeername'](self)

    def accept(self):
        accepted, address = real['accept'](self)
        return accepted, '' if self.family == 1 else address
    for method in (connect, connect_ex, bind, getsockname, getpeername, accept):
        setattr(socket.socket, method.__name__, method)

    def gethostbyname(host, /):
        for *_, address in socket.getaddrinfo(host, None, socket.AF_INET, socket.SOCK_STREAM):
            return address[0]
    socket.gethostbyname = gethostbyname
    lookup = socket._socket.getaddrinfo if hasattr(socket, '_socket') else sys.modules['_socket'].getaddrinfo

    def getaddrinfo(*args, **kwargs):
        try:
            return lookup(*args, **kwargs)
        except socket.gaierror as error:
            words = {-2: 'Name or service not known', -3: 'Temporary failure in name resolution'}
            raise socket.gaierror(error.errno, words.get(error.errno, error.strerror)) from None
    sys.modules['_socket'].getaddrinfo = getaddrinfo
    import socketserver
    # One request at a time: there are no threads to give them to.
    socketserver.ThreadingMixIn.process_request = socketserver.BaseServer.process_request


def children(start):
    # The C library here has close-on-exec, and Python was built not to use it.
    os.set_inheritable = lambda fd, inheritable, /: call('setCloexec', fd, not inheritable)

    def spawn(paths, argv, env, cwd, fds, new_session=False, group=-1, uid=None, gid=None, umask=-1):
        request = {'paths': paths, 'argv': argv, 'env': env, 'cwd': cwd, 'fds': fds, 'newSession': new_session, 'processGroup': group, 'uid': uid, 'gid': gid, 'umask': umask}
        return call('spawn', request)

    def text(value):
        return os.fsdecode(value)

    def fork_exec(args, executables, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, error_read, error_write,
                  restore_signals, new_session, group, gid, groups, uid, umask, preexec, *_):
        if preexec is not None:
            raise RuntimeError('preexec_fn is not supported here: there is no fork')
        # Without a list of its own the child gets what is inheritable.
        kept = pass_fds if close_fds else call('inherited')
        fds = {0: p2cread if p2cread != -1 else 0, 1: c2pwrite if c2pwrite != -1 else 1, 2: errwrite if errwrite != -1 else 2}
        fds.update({fd: fd for fd in kept if fd > 2 and fd != error_write})
        variables = None if env is None else dict(text(item).split('=', 1) for item in env)
        try:
            return spawn([text(path) for path in executables], [text(arg) for arg in args], variables, None if cwd is None else text(cwd), fds, bool(new_session), group, uid, gid, umask)
        except OSError as error:
            os.write(error_write, b'OSError:%x:%s' % (error.errno, b'noexec' if cwd is not None and not os.path.exists(cwd) else b''))
            call_pid = spawn(['/bin/false', '/usr/bin/false'], ['false'], None, None, {})
            return call_pid

    def waitpid(pid, options, /):
        found, status = call('wait', pid, options)
        return found, status

    os.waitpid = waitpid
    os.wait = lambda: waitpid(-1, 0)
    os.WIFEXITED = lambda status, /: status & 0x7f == 0
    os.WEXITSTATUS = lambda status, /: status >> 8 & 0xff
    os.WIFSIGNALED = lambda status, /: status & 0x7f not in (0, 0x7f)
    os.WTERMSIG = lambda status, /: status & 0x7f
    os.WIFSTOPPED = lambda status, /: status & 0xff == 0x7f
    os.WSTOPSIG = lambda status, /: status >> 8 & 0xff
    os.waitstatus_to_exitcode = lambda status: status >> 8 & 0xff if status & 0x7f == 0 else -(status & 0x7f)
    os.WNOHANG, os.WUNTRACED = 1, 2

    def system(command, /):
        sys.stdout and sys.stdout.flush()
        return waitpid(spawn(['/bin/sh'], ['sh', '-c', command], dict(os.environ), None, {0: 0, 1: 1, 2: 2}), 0)[1]
    os.system = system

    def execve(path, argv, env):
        call('exec', os.fspath(path), [text(arg) for arg in argv], {text(key): text(value) for key, value in env.items()})

    def execvpe(file, argv, env):
        paths = [file] if '/' in file else [f'{folder}/{file}' for folder in env.get('PATH', '/usr/local/bin:/usr/bin:/bin').split(':')]
        for path in paths:
            if os.path.exists(path):
                execve(path, argv, env)
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), file)
    os.execve, os.execvpe = execve, execvpe
    os.execv = lambda path, argv: execve(path, argv, os.environ)
    os.execvp = lambda file, argv: execvpe(file, argv, os.environ)
    os.execl = lambda path, *argv: execve(path, argv, os.environ)
    os.execlp = lambda file, *argv: execvpe(file, argv, os.environ)

    def fork():
        raise OSError(38, 'the Python of this sandbox cannot fork; use subprocess')
    os.fork = fork

    def supervise(argv, env, again, before):
        """Gives this interpreter up: the process only waits for a child, and starts it anew as long as it ends with `again`."""
        flush()
        call('supervise', [text(arg) for arg in argv], {text(key): text(value) for key, value in env.items()}, again, before)

    def flush():
        for stream in (sys.stdout, sys.stderr):
            stream and stream.flush()
    os._supervise = supervise

    # subprocess looks at the platform when it is imported, so it is imported now, as on Linux.
    import _posixsubprocess
    _posixsubprocess.fork_exec = fork_exec
    old = sys.modules.pop('subprocess', None)
    import subprocess
    if old is not None:
        old.__dict__.update(subprocess.__dict__)
    subprocess._fork_exec = fork_exec
    subprocess._USE_POSIX_SPAWN = subprocess._USE_VFORK = False


def accounts():
    def table(path):
        try:
            with open(path) as lines:
                return [line.rstrip('\n').split(':') for line in lines if ':' in line and not line.startswith('#')]
        except OSError:
            return []

    def module(name, path, fields, numbers, key, number, kind):
        from collections import namedtuple
        entry = namedtuple(f'struct_{kind}', fields)

        def read():
            found = []
            for row in table(path):
                row = (row + [''] * len(fields))[:len(fields)]
                for index in numbers:
                    row[index] = int(row[index] or 0)
                if name == 'grp':
                    row[3] = [member for member in row[3].split(',') if member]
                found.append(entry(*row))
            return found

        def by(index, message):
            def look(wanted):
                for row in read():
                    if row[index] == wanted:
                        return row
                raise KeyError(message.format(wanted))
            return look
        made = types.ModuleType(name)
        setattr(made, f'get{key}all', read)
        setattr(made, f'get{key}nam', by(0, f"get{key}nam(): name not found: '{{}}'"))
        setattr(made, f'get{key}{number}', by(2, f'get{key}{number}(): {number} not found: {{}}'))
        setattr(made, f'struct_{kind}', entry)
        sys.modules[name] = made
    module('pwd', '/etc/passwd', ['pw_name', 'pw_passwd', 'pw_uid', 'pw_gid', 'pw_gecos', 'pw_dir', 'pw_shell'], [2, 3], 'pw', 'uid', 'passwd')
    module('grp', '/etc/group', ['gr_name', 'gr_passwd', 'gr_gid', 'gr_mem'], [2], 'gr', 'gid', 'group')


def no_threads():
    import _thread, threading

    def start(*_args, **_kwargs):
        raise RuntimeError("can't start new thread: the Python of this sandbox has none")
    _thread.start_new_thread = _thread.start_new = start
    _thread.start_joinable_thread = threading._start_joinable_thread = threading._start_new_thread = start


def event_loop():
    """asyncio's own loop, which waits as programs do, in place of the browser's."""
    import asyncio
    asyncio.events._event_loop_policy = None
    asyncio.events._set_running_loop(None)


def tracebacks(start):
    """Files of the standard library are shown where the image has them."""
    import traceback
    library = f"{start['prefix']}/lib/python{'.'.join(start['version'].split('.')[:2])}"
    old = traceback.FrameSummary.__init__

    def initialize(self, filename, *args, **kwargs):
        if filename.startswith(LIBRARY):
            filename = '<frozen runpy>' if filename == LIBRARY + '/runpy.py' else library + filename[len(LIBRARY):]
        old(self, filename, *args, **kwargs)
    traceback.FrameSummary.__init__ = initialize


# Numbers of Linux by name, for what is shown: inside, the interpreter has those of WASI.
LINUX = {
    'EPERM': 1, 'ENOENT': 2, 'ESRCH': 3, 'EINTR': 4, 'EIO': 5, 'ENXIO': 6, 'E2BIG': 7, 'ENOEXEC': 8, 'EBADF': 9, 'ECHILD': 10, 'EAGAIN': 11, 'ENOMEM': 12, 'EACCES': 13, 'EBUSY': 16,
    'EEXIST': 17, 'EXDEV': 18, 'ENODEV': 19, 'ENOTDIR': 20, 'EISDIR': 21, 'EINVAL': 22, 'ENFILE': 23, 'EMFILE': 24, 'ENOTTY': 25, 'ETXTBSY': 26, 'EFBIG': 27, 'ENOSPC': 28, 'ESPIPE': 29,
    'EROFS': 30, 'EMLINK': 31, 'EPIPE': 32, 'EDOM': 33, 'ERANGE': 34, 'EDEADLK': 35, 'ENAMETOOLONG': 36, 'ENOSYS': 38, 'ENOTEMPTY': 39, 'ELOOP': 40, 'ENOTSOCK': 88, 'EDESTADDRREQ': 89,
    'EMSGSIZE': 90, 'ENOPROTOOPT': 92, 'EPROTONOSUPPORT': 93, 'EOPNOTSUPP': 95, 'EAFNOSUPPORT': 97, 'EADDRINUSE': 98, 'EADDRNOTAVAIL': 99, 'ENETDOWN': 100, 'ENETUNREACH': 101,
    'ECONNABORTED': 103, 'ECONNRESET': 104, 'ENOBUFS': 105, 'EISCONN': 106, 'ENOTCONN': 107, 'ETIMEDOUT': 110, 'ECONNREFUSED': 111, 'EHOSTUNREACH': 113, 'EALREADY': 114, 'EINPROGRESS': 115,
}


def errors():
    """str(OSError) says Linux's number."""
    shown = {getattr(errno, name): number for name, number in LINUX.items() if hasattr(errno, name)}
    # The C library's words where they are not those of glibc.
    words = {errno.ENOTEMPTY: 'Directory not empty', errno.EADDRINUSE: 'Address already in use', errno.EHOSTUNREACH: 'No route to host', errno.ECONNREFUSED: 'Connection refused',
             errno.ENOTSOCK: 'Socket operation on non-socket', errno.EIO: 'Input/output error', errno.EADDRNOTAVAIL: 'Cannot assign requested address', errno.EINPROGRESS: 'Operation now in progress',
             errno.EBADF: 'Bad file descriptor', errno.ENOTCONN: 'Transport endpoint is not connected', errno.ETIMEDOUT: 'Connection timed out', errno.EXDEV: 'Invalid cross-device link', errno.ENOTTY: 'Inappropriate ioctl for device'}
    strerror = os.strerror
    old_words = {strerror(number): text for number, text in words.items()}
    usual = {strerror(number) for number in shown} | set(words.values())
    old = OSError.__str__

    def show(self):
        text = old(self)
        if isinstance(self.errno, int) and text.startswith(f'[Errno {self.errno}] ') and self.errno in shown:
            rest = text[len(f'[Errno {self.errno}] '):]
            message = str(self.strerror)
            if message not in usual:
                return text
            if rest.startswith(message) and message in old_words:
                rest = old_words[message] + rest[len(message):]
            return f'[Errno {shown[self.errno]}] {rest}'
        return text
    os.strerror = lambda code, /: words.get(code, strerror(code))
    replace_str(OSError, show)


def replace_str(kind, show):
    """Gives a built-in class another __str__: its dictionary and its slot, which Python itself does not let one change."""
    import gc

    class Ours:
        def __str__(self):
            return ''
    slot = 68
    old, new = _kernel.peek(id(kind) + slot), _kernel.peek(id(Ours) + slot)
    if _kernel.peek(id(kind) + 84) != kind.__flags__ & 0xffffffff:
        return
    gc.get_referents(kind.__dict__)[0]['__str__'] = show
    kinds = [kind]
    for each in kinds:
        kinds += each.__subclasses__()
        if _kernel.peek(id(each) + slot) == old:
            _kernel.poke(id(each) + slot, new)
    sys._clear_type_cache()
