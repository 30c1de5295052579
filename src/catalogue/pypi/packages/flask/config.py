"""Settings."""
import errno
import json
import os
import types


class Config(dict):
    def __init__(self, root_path, defaults=None):
        super().__init__(defaults or {})
        self.root_path = root_path

    def from_object(self, obj):
        if isinstance(obj, str):
            from werkzeug.utils import import_string
            obj = import_string(obj)
        for key in dir(obj):
            if key.isupper():
                self[key] = getattr(obj, key)

    def from_mapping(self, mapping=None, **kwargs):
        for key, value in {**(mapping or {}), **kwargs}.items():
            if key.isupper():
                self[key] = value
        return True

    def from_pyfile(self, filename, silent=False):
        path = os.path.join(self.root_path, filename)
        module = types.ModuleType('config')
        module.__file__ = path
        try:
            with open(path, 'rb') as file:
                exec(compile(file.read(), path, 'exec'), module.__dict__)
        except OSError as error:
            if silent and error.errno in (errno.ENOENT, errno.EISDIR, errno.ENOTDIR):
                return False
            error.strerror = f'Unable to load configuration file ({error.strerror})'
            raise
        self.from_object(module)
        return True

    def from_envvar(self, variable_name, silent=False):
        path = os.environ.get(variable_name)
        if not path:
            if silent:
                return False
            raise RuntimeError(f'The environment variable {variable_name!r} is not set and as such configuration could not be loaded. Set this variable and make it point to a configuration file')
        return self.from_pyfile(path, silent)

    def from_prefixed_env(self, prefix='FLASK', *, loads=json.loads):
        for key, value in sorted(os.environ.items()):
            if key.startswith(prefix + '_'):
                try:
                    value = loads(value)
                except Exception:
                    pass
                self[key[len(prefix) + 1:]] = value
        return True

    def from_file(self, filename, load, silent=False, text=True):
        with open(os.path.join(self.root_path, filename), 'r' if text else 'rb') as file:
            return self.from_mapping(load(file))

    def get_namespace(self, namespace, lowercase=True, trim_namespace=True):
        return {(key[len(namespace):] if trim_namespace else key).lower() if lowercase else key: value for key, value in self.items() if key.startswith(namespace)}
