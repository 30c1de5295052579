"""What Flask's command line needs of click: styled output, and commands with options and arguments."""
import sys

__version__ = '@VERSION@'

_colors = {name: 30 + index for index, name in enumerate(('black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'))}


class ClickException(Exception):
    exit_code = 1

    def __init__(self, message):
        super().__init__(message)
        self.message = message

    def show(self):
        echo(f'Error: {self.message}', err=True)


class UsageError(ClickException):
    exit_code = 2


class BadParameter(UsageError):
    pass


class Abort(RuntimeError):
    pass


def style(text, fg=None, bg=None, bold=None, underline=None, reset=True, **_):
    codes = ([f'\033[{_colors[fg]}m'] if fg else []) + ([f'\033[{_colors[bg] + 10}m'] if bg else []) + (['\033[1m'] if bold else []) + (['\033[4m'] if underline else [])
    return ''.join(codes) + str(text) + ('\033[0m' if reset else '')


def echo(message=None, file=None, nl=True, err=False, color=None):
    stream = file or (sys.stderr if err else sys.stdout)
    stream.write(('' if message is None else str(message)) + ('\n' if nl else ''))
    stream.flush()


def secho(message=None, file=None, nl=True, err=False, color=None, **styles):
    stream = file or (sys.stderr if err else sys.stdout)
    echo(style(message, **styles) if message is not None and stream.isatty() else message, file=stream, nl=nl)


class Command:
    def __init__(self, name, callback, params=(), help=None):
        self.name, self.callback, self.params = name, callback, list(params)
        self.help = help if help is not None else (callback.__doc__ or '').strip() if callback else ''

    def __call__(self, *args, **kwargs):
        return self.main(*args, **kwargs)

    def main(self, args=None, prog_name=None, standalone_mode=True, **_):
        args = sys.argv[1:] if args is None else list(args)
        try:
            return self.invoke(args, prog_name or sys.argv[0].rsplit('/', 1)[-1])
        except ClickException as error:
            if isinstance(error, UsageError):
                echo(f'Usage: {prog_name or self.name} [OPTIONS]\nTry \'{prog_name or self.name} --help\' for help.\n', err=True)
            error.show()
            sys.exit(error.exit_code)

    def invoke(self, args, prog):
        if '--help' in args:
            echo(f'Usage: {prog} [OPTIONS]' + ''.join(f' {param.name.upper()}' for param in self.params if not param.flags) + f'\n\n  {self.help}')
            return None
        values, rest = {}, []
        while args:
            word = args.pop(0)
            if word.startswith('-') and word != '-':
                flag, _, value = word.partition('=')
                param = next((each for each in self.params if flag in each.flags), None)
                if param is None:
                    raise UsageError(f'No such option: {flag}')
                if param.is_flag:
                    values[param.name] = not param.negative(flag)
                else:
                    if '=' not in word and not args:
                        raise UsageError(f"Option '{flag}' requires an argument.")
                    values[param.name] = param.convert(value if '=' in word else args.pop(0))
            else:
                rest.append(word)
        for param in self.params:
            if not param.flags:
                if rest:
                    values[param.name] = param.convert(rest.pop(0))
                elif param.required:
                    raise UsageError(f"Missing argument '{param.name.upper()}'.")
            values.setdefault(param.name, param.default)
        if rest:
            raise UsageError(f'Got unexpected extra argument ({rest[0]})')
        return self.callback(**values)


class Group(Command):
    def __init__(self, name, callback=None, params=(), help=None):
        super().__init__(name, callback, params, help)
        self.commands = {}

    def add_command(self, command, name=None):
        self.commands[name or command.name] = command

    def command(self, name=None, **kwargs):
        def add(function):
            made = command(name, **kwargs)(function)
            self.add_command(made)
            return made
        return add

    def invoke(self, args, prog):
        if not args or args[0] == '--help':
            echo(f'Usage: {prog} [OPTIONS] COMMAND [ARGS]...\n\n  {self.help}\n\nOptions:\n  --help  Show this message and exit.\n\nCommands:')
            for name in sorted(self.commands):
                echo(f'  {name}  {(self.commands[name].help or "").splitlines()[0] if self.commands[name].help else ""}'.rstrip())
            return None
        name = args.pop(0)
        if name not in self.commands:
            raise UsageError(f"No such command '{name}'.")
        return self.commands[name].main(args, f'{prog} {name}')


class _Param:
    def __init__(self, names, default=None, type=None, is_flag=False, required=None, **_):
        self.flags = [part for name in names for part in name.split('/') if part.startswith('-')]
        self.off = [name.split('/')[1] for name in names if '/' in name]
        plain = [name for name in names if not name.startswith('-')]
        self.name = plain[0] if plain else max(self.flags, key=len).lstrip('-') if not self.off else next(name for name in names if '/' in name).split('/')[0].lstrip('-')
        self.name = self.name.replace('-', '_')
        self.is_flag = is_flag or bool(self.off)
        self.default = default if default is not None or not self.is_flag else False
        self.type = type or (default.__class__ if default is not None else str)
        self.required = default is None if required is None else required

    def negative(self, flag):
        return flag in self.off

    def convert(self, value):
        try:
            return self.type(value)
        except ValueError:
            raise BadParameter(f"Invalid value for '{self.flags[0] if self.flags else self.name}': {value!r} is not a valid {'integer' if self.type is int else self.type.__name__}.") from None


def _adding(param):
    def add(function):
        if isinstance(function, Command):
            function.params.insert(0, param)
        else:
            function.__click_params__ = [param, *getattr(function, '__click_params__', [])]
        return function
    return add


def option(*names, **attributes):
    return _adding(_Param(names, **attributes))


def argument(*names, **attributes):
    return _adding(_Param(names, **attributes))


def command(name=None, cls=Command, help=None, **_):
    def make(function):
        return cls(name or function.__name__.replace('_', '-'), function, getattr(function, '__click_params__', []), help)
    if callable(name):
        function, name = name, None
        return make(function)
    return make


def group(name=None, **kwargs):
    return command(name, cls=Group, **kwargs)
