"""The command ``flask``."""
import importlib
import os
import platform
import re
import sys
import traceback

import click

from .helpers import get_debug_flag


class NoAppException(click.UsageError):
    pass


class AppGroup(click.Group):
    """Commands of an application."""


def show_server_banner(debug, app_import_path):
    from werkzeug.serving import is_running_from_reloader
    from . import _release
    if is_running_from_reloader():
        return
    if _release < (1, 0):
        return
    if app_import_path is not None:
        click.echo(f" * Serving Flask app '{app_import_path}'" if _release >= (2, 0) else f' * Serving Flask app "{app_import_path}" (lazy loading)')
    if _release < (2, 2):
        env = os.environ.get('FLASK_ENV') or 'production'
        click.echo(f' * Environment: {env}')
        if env == 'production':
            if _release < (2, 0):
                click.echo('   WARNING: This is a development server. Do not use it in a production deployment.\n   Use a production WSGI server instead.')
            else:
                click.secho('   WARNING: This is a development server. Do not use it in a production deployment.', fg='red')
                click.secho('   Use a production WSGI server instead.', dim=True)
    if debug is not None:
        click.echo(f" * Debug mode: {'on' if debug else 'off'}")


def find_best_app(module):
    from . import Flask
    for name in ('app', 'application'):
        app = getattr(module, name, None)
        if isinstance(app, Flask):
            return app
    matches = [value for value in module.__dict__.values() if isinstance(value, Flask)]
    if len(matches) == 1:
        return matches[0]
    if len(matches) > 1:
        raise NoAppException(f"Detected multiple Flask applications in module '{module.__name__}'. Use '{module.__name__}:name' to specify the correct one.")
    for name in ('create_app', 'make_app'):
        factory = getattr(module, name, None)
        if callable(factory):
            app = factory()
            if isinstance(app, Flask):
                return app
    raise NoAppException(f"Failed to find Flask application or factory in module '{module.__name__}'. Use '{module.__name__}:name' to specify one.")


def locate_app(name, app_name):
    try:
        __import__(name)
    except ImportError:
        if sys.exc_info()[2].tb_next:
            raise NoAppException(f'While importing {name!r}, an ImportError was raised:\n\n{traceback.format_exc()}') from None
        raise NoAppException(f'Could not import {name!r}.') from None
    module = sys.modules[name]
    if not app_name:
        return find_best_app(module)
    found = re.fullmatch(r'(\w+)(\(.*\))?', app_name.strip())
    app = getattr(module, found.group(1), None) if found else None
    if app is None:
        raise NoAppException(f'Failed to find attribute {app_name!r} in {name!r}.')
    from . import Flask
    if not isinstance(app, Flask) and callable(app):
        app = eval(f'app{found.group(2) or "()"}')
    return app


def load_app(path=None):
    path = path or os.environ.get('FLASK_APP')
    sys.path.insert(0, os.getcwd()) if os.getcwd() not in sys.path else None
    if path:
        name, _, app_name = re.match(r'^(.*?)(:?)((?<=:).*)?$', path).groups() if ':' in path else (path, '', '')
        if name.endswith('.py') or os.sep in name:
            folder, file = os.path.split(os.path.realpath(name))
            sys.path.insert(0, folder)
            name = file.removesuffix('.py')
        return locate_app(name, app_name)
    for name in ('wsgi', 'app'):
        if os.path.exists(name + '.py') or os.path.isdir(name):
            return locate_app(name, None)
    raise NoAppException("Could not locate a Flask application. Use the 'flask --app' option, 'FLASK_APP' environment variable, or a 'wsgi.py' or 'app.py' file in the current directory.")


def run_command(app_path, host, port, debug, reload, debugger, threads):
    """Run a development server."""
    from werkzeug.serving import run_simple
    if debug is not None:
        os.environ['FLASK_DEBUG'] = '1' if debug else '0'
    debug = get_debug_flag()
    os.environ['FLASK_RUN_FROM_CLI'] = 'true'
    reload = debug if reload is None else reload
    debugger = debug if debugger is None else debugger
    app = load_app(app_path)
    show_server_banner(debug, app_path or os.environ.get('FLASK_APP') or app.import_name)
    run_simple(host, port, app, use_reloader=reload, use_debugger=debugger, threaded=threads)


def main():
    from . import __version__
    args, prog = sys.argv[1:], 'flask'
    app_path = debug = None
    while args and args[0].startswith('-'):
        flag, _, value = args.pop(0).partition('=')
        if flag in ('--app', '-A'):
            app_path = value or args.pop(0)
            os.environ['FLASK_APP'] = app_path
        elif flag == '--debug':
            debug = True
        elif flag == '--no-debug':
            debug = False
        elif flag == '--version':
            import werkzeug
            click.echo(f'Python {platform.python_version()}\nFlask {__version__}\nWerkzeug {werkzeug.__version__}')
            return
        elif flag in ('--env-file', '-e'):
            value or args.pop(0)
        elif flag == '--help':
            args = []
            break
        else:
            click.echo(f"Usage: flask [OPTIONS] COMMAND [ARGS]...\nTry 'flask --help' for help.\n\nError: No such option: {flag}", err=True)
            sys.exit(2)
    if not args:
        click.echo('Usage: flask [OPTIONS] COMMAND [ARGS]...\n\n  A general utility script for Flask applications.\n\n  An application to load must be given with the \'--app\' option, \'FLASK_APP\'\n  environment variable, or with a \'wsgi.py\' or \'app.py\' file in the current\n  directory.\n\nOptions:\n  -A, --app IMPORT      The Flask application or factory function to load.\n  --debug / --no-debug  Set debug mode.\n  --version             Show the Flask version.\n  --help                Show this message and exit.\n\nCommands:\n  routes  Show the routes for the app.\n  run     Run a development server.\n  shell   Run a shell in the app context.')
        return
    command = args.pop(0)
    if debug is not None:
        os.environ['FLASK_DEBUG'] = '1' if debug else '0'
    group = click.Group(prog)
    group.add_command(_run(app_path, debug))
    try:
        if command not in ('run', 'routes', 'shell'):
            app = load_app(app_path)
            if command not in app.cli.commands:
                raise click.UsageError(f'No such command {command!r}.')
            with app.app_context():
                app.cli.commands[command].main(args, f'flask {command}')
            return
        if command == 'run':
            group.commands['run'].main(args, 'flask run')
        elif command == 'routes':
            routes(load_app(app_path))
        else:
            app = load_app(app_path)
            import code
            with app.app_context():
                code.interact(f'Python {sys.version} on {sys.platform}\nApp: {app.import_name}\nInstance: {app.instance_path}', local=app.make_shell_context())
    except click.ClickException as error:
        if isinstance(error, click.UsageError):
            click.echo(f"Usage: flask {command} [OPTIONS]\nTry 'flask {command} --help' for help.\n", err=True)
        error.show()
        sys.exit(error.exit_code)


def _run(app_path, debug):
    port = int(os.environ.get('FLASK_RUN_PORT', 5000))

    @click.option('--host', '-h', default=os.environ.get('FLASK_RUN_HOST', '127.0.0.1'))
    @click.option('--port', '-p', default=port)
    @click.option('--reload/--no-reload', default=None)
    @click.option('--debugger/--no-debugger', default=None)
    @click.option('--debug/--no-debug', default=None)
    @click.option('--with-threads/--without-threads', default=True)
    def run(host, port, reload, debugger, with_threads, **rest):
        chosen = rest.get('debug')
        run_command(app_path, host, port, debug if chosen in (None, False) and '--no-debug' not in sys.argv else chosen, reload or None, debugger or None, with_threads)
    return click.command('run', help='Run a local development server.')(run)


def routes(app):
    rules = sorted(app.url_map.iter_rules(), key=lambda rule: rule.endpoint)
    rows = [(rule.endpoint, ', '.join(sorted(rule.methods - {'HEAD', 'OPTIONS'})), rule.rule) for rule in rules]
    headers = ('Endpoint', 'Methods', 'Rule')
    widths = [max(len(row[index]) for row in [headers, *rows]) for index in range(3)]
    line = lambda row: '  '.join(text.ljust(width) for text, width in zip(row, widths)).rstrip()  # noqa: E731
    click.echo('\n'.join([line(headers), '  '.join('-' * width for width in widths), *(line(row) for row in rows)]))


_ = importlib
