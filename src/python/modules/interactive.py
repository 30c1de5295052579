"""The command line of python(1), and the interactive interpreter."""
import builtins, io, os, signal, sys, types

USAGE = 'usage: python3 [option] ... [-c cmd | -m mod | file | -] [arg] ...\n'
TAKES_VALUE = 'WX'


class Options:
    command = module = None
    interactive = inspect = unbuffered = isolated = quiet = version = False
    no_bytecode = no_site = False


def parse(argv):
    options = Options()
    args = list(argv[1:])
    while args and args[0].startswith('-') and args[0] != '-':
        word = args.pop(0)
        if word == '--':
            break
        if word in ('--help', '--version'):
            options.version = word == '--version'
            options.help = word == '--help'
            continue
        if word.startswith('--'):
            return f"unknown option {word}\n" + usage(argv[0])
        letters = word[1:]
        while letters:
            letter, letters = letters[0], letters[1:]
            if letter in 'cm':
                value = letters or (args.pop(0) if args else None)
                if value is None:
                    return f'Argument expected for the -{letter} option\n' + usage(argv[0])
                setattr(options, 'command' if letter == 'c' else 'module', value)
                return options, args
            if letter in TAKES_VALUE:
                value = letters or (args.pop(0) if args else '')
                if letter == 'W':
                    sys.warnoptions.append(value)
                letters = ''
            elif letter == 'u':
                options.unbuffered = True
            elif letter == 'i':
                options.inspect = True
            elif letter == 'q':
                options.quiet = True
            elif letter == 'V':
                options.version = True
            elif letter == 'B':
                sys.dont_write_bytecode = True
            elif letter in 'hI':
                options.help = letter == 'h' or getattr(options, 'help', False)
                options.isolated = letter == 'I' or options.isolated
            elif letter not in 'bdEOPsSvx':
                return f'Unknown option: -{letter}\n' + usage(argv[0])
    return options, args


def usage(name):
    return f"usage: {name} [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `python -h' for more information.\n"


def strip(traceback):
    """The traceback without frames of ours."""
    frames = []
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename not in ('<sandbox>', '<start>', '<exec>'):
            frames.append(traceback)
        traceback = traceback.tb_next
    following = None
    for each in reversed(frames):
        following = types.TracebackType(following, each.tb_frame, each.tb_lasti, each.tb_lineno)
    return following


def main(start):
    from _sandbox_processes import call, streams
    parsed = parse(start['argv'])
    if isinstance(parsed, str):
        sys.stderr.write(parsed)
        return 2
    options, args = parsed
    if options.version:
        print('Python ' + start['version'])
        return finish(0)
    if getattr(options, 'help', False):
        print(usage(start['argv'][0]), end='')
        return finish(0)
    unbuffered = options.unbuffered or bool(os.environ.get('PYTHONUNBUFFERED'))
    if unbuffered:
        streams(unbuffered=True)
    sys.orig_argv = list(start['argv'])
    module = types.ModuleType('__main__')
    module.__dict__.update(__builtins__=builtins, __annotations__={}, __spec__=None, __doc__=None)
    sys.modules['__main__'] = module
    site()
    status = guard(lambda: execute(options, args, module))
    if (options.inspect or os.environ.get('PYTHONINSPECT')) and sys.stdin.isatty():
        status = guard(lambda: interact(module, quiet=True))
    return finish(status)


def site():
    """What site(1) puts among the builtins, and the .pth files."""
    import _sitebuiltins
    builtins.quit = _sitebuiltins.Quitter('quit', 'Ctrl-D (i.e. EOF)')
    builtins.exit = _sitebuiltins.Quitter('exit', 'Ctrl-D (i.e. EOF)')
    builtins.help = _sitebuiltins._Helper()
    builtins.copyright = _sitebuiltins._Printer('copyright', 'Copyright (c) 2001 Python Software Foundation.\nAll Rights Reserved.')
    builtins.license = _sitebuiltins._Printer('license', 'See https://www.python.org/psf/license/')
    builtins.credits = _sitebuiltins._Printer('credits', 'Thanks to CWI, CNRI, BeOpen, Zope Corporation, the Python Software Foundation,\nand a cast of thousands for supporting Python development.  See www.python.org for more information.')


def execute(options, args, module):
    if options.command is not None:
        sys.argv = ['-c'] + args
        sys.path.insert(0, '')
        exec(compile(options.command, '<string>', 'exec'), module.__dict__)
    elif options.module is not None:
        import runpy
        sys.argv = ['-m'] + args
        sys.path.insert(0, os.getcwd())
        runpy._run_module_as_main(options.module)
    elif args and args[0] != '-':
        script(args, module)
    else:
        sys.argv = args or ['']
        sys.path.insert(0, '')
        if sys.stdin is None:
            return
        if sys.stdin.isatty() or options.inspect:
            interact(module, options.quiet)
        else:
            exec(compile(sys.stdin.buffer.read(), '<stdin>', 'exec'), module.__dict__)


def script(args, module):
    import io, tokenize
    path = args[0]
    sys.argv = args
    if os.path.isdir(path) or path.endswith(('.zip', '.pyz')):
        import runpy
        sys.path.insert(0, path)
        runpy._run_module_as_main('__main__', alter_argv=False)
        return
    try:
        with io.open_code(os.path.abspath(path) if False else path) as file:
            source = file.read()
    except OSError as error:
        sys.stderr.write(f"{sys.executable if os.environ.get('PATH') is None else sys.orig_argv[0]}: can't open file '{os.path.abspath(path)}': {error!s}\n".replace(f": '{path}'", ''))
        raise SystemExit(2) from None
    sys.path.insert(0, os.path.dirname(os.path.realpath(path)))
    module.__file__ = os.path.abspath(path) if sys.version_info >= (3, 9) else path
    module.__cached__ = None
    from importlib.machinery import SourceFileLoader
    module.__loader__ = SourceFileLoader('__main__', path)
    exec(compile(source, module.__file__ if sys.version_info >= (3, 9) else path, 'exec'), module.__dict__)


def guard(body):
    """Runs it and says how it ended: an exit status, or minus the signal."""
    try:
        body()
        return 0
    except SystemExit as error:
        return exit_status(error.code)
    except KeyboardInterrupt as error:
        show(error)
        return -int(signal.SIGINT)
    except BaseException as error:
        show(error)
        return 1


def exit_status(code):
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xff
    flush(sys.stdout)
    if sys.stderr is not None:
        sys.stderr.write(f'{code}\n')
    return 1


def show(error):
    flush(sys.stdout)
    error = error.with_traceback(strip(error.__traceback__))
    sys.last_exc, sys.last_type, sys.last_value, sys.last_traceback = error, type(error), error, error.__traceback__
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except SystemExit:
        raise
    except BaseException:
        sys.__excepthook__(*sys.exc_info())


def flush(stream):
    try:
        if stream is not None and not stream.closed:
            stream.flush()
        return True
    except (OSError, ValueError):
        return False


def finish(status):
    """atexit, then the streams: what python(1) does at its end."""
    import atexit, threading
    try:
        threading._shutdown()
    except BaseException:
        pass
    atexit._run_exitfuncs()
    try:
        if sys.stdout is not None and not sys.stdout.closed:
            sys.stdout.flush()
    except OSError as error:
        sys.stderr.write(f"Exception ignored in: {sys.stdout!r}\n{type(error).__name__}: {error}\n")
        status = 120
    flush(sys.stderr)
    return status


def interact(module, quiet=False):
    import code
    sys.ps1, sys.ps2 = getattr(sys, 'ps1', '>>> '), getattr(sys, 'ps2', '... ')
    if not quiet:
        version = sys.version
        sys.stderr.write(f'Python {version} on {sys.platform}\nType "help", "copyright", "credits" or "license" for more information.\n')
    console = code.InteractiveConsole(module.__dict__, filename='<stdin>')

    def showtraceback():
        kind, value, traceback = sys.exc_info()
        traceback = strip(traceback.tb_next)
        sys.last_type, sys.last_value, sys.last_traceback = kind, value, traceback
        sys.excepthook(kind, value.with_traceback(traceback), traceback)
    console.showtraceback = showtraceback
    more = False
    while True:
        try:
            try:
                line = console.raw_input(str(sys.ps2 if more else sys.ps1))
            except EOFError:
                sys.stderr.write('\n')
                return
            more = console.push(line)
        except KeyboardInterrupt:
            sys.stderr.write('\nKeyboardInterrupt\n')
            console.resetbuffer()
            more = False
