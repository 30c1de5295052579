"""Applications by name."""
import ast
import importlib
import traceback


class AppImportError(Exception):
    pass


def import_app(module):
    name, _, obj = module.partition(':')
    obj = obj or 'application'
    try:
        mod = importlib.import_module(name)
    except ImportError:
        if name.endswith('.py'):
            raise ImportError(f"Failed to find application, did you mean '{name.rsplit('.', 1)[0]}:{obj}'?") from None
        raise
    try:
        expression = ast.parse(obj, mode='eval').body
    except SyntaxError:
        raise AppImportError(f'Failed to parse {obj!r} as an attribute name or function call.') from None
    target = expression.func.id if isinstance(expression, ast.Call) else obj
    try:
        app = mod
        for part in target.split('.'):
            app = getattr(app, part)
    except AttributeError:
        raise AppImportError(f'Failed to find attribute {target!r} in {name!r}.') from None
    if isinstance(expression, ast.Call):
        app = app(*[ast.literal_eval(arg) for arg in expression.args], **{keyword.arg: ast.literal_eval(keyword.value) for keyword in expression.keywords})
    if app is None:
        raise AppImportError(f'Failed to find application object: {obj!r}')
    if not callable(app):
        raise AppImportError('Application object must be callable.')
    return app


_ = traceback
