"""Names that mean something else in each request."""
from contextvars import ContextVar


class LocalProxy:
    """Passes everything on to what ``find()`` gives now."""

    __slots__ = ('_LocalProxy__find', '__wrapped__')

    def __init__(self, find, name=None, unbound_message=None):
        object.__setattr__(self, '_LocalProxy__find', find)
        object.__setattr__(self, '__wrapped__', find)

    def _get_current_object(self):
        return object.__getattribute__(self, '_LocalProxy__find')()

    def __getattr__(self, name):
        return getattr(self._get_current_object(), name)

    def __setattr__(self, name, value):
        setattr(self._get_current_object(), name, value)

    def __delattr__(self, name):
        delattr(self._get_current_object(), name)

    def __repr__(self):
        try:
            return repr(self._get_current_object())
        except RuntimeError:
            return '<LocalProxy unbound>'

    def __bool__(self):
        try:
            return bool(self._get_current_object())
        except RuntimeError:
            return False

    @property
    def __class__(self):
        try:
            return type(self._get_current_object())
        except RuntimeError:
            return LocalProxy

    def __dir__(self):
        return dir(self._get_current_object())


for _name in ('getitem', 'setitem', 'delitem', 'len', 'iter', 'contains', 'call', 'str', 'eq', 'ne', 'lt', 'le', 'gt', 'ge', 'hash', 'add', 'radd', 'enter', 'exit', 'int', 'format', 'html'):
    def _method(name):
        def run(self, *args, **kwargs):
            target = self._get_current_object()
            return getattr(type(target), name)(target, *args, **kwargs)
        return run
    setattr(LocalProxy, f'__{_name}__', _method(f'__{_name}__'))


class LocalStack:
    def __init__(self):
        self._var = ContextVar('stack')

    def push(self, value):
        stack = [*self._var.get(()), value]
        self._var.set(stack)
        return stack

    def pop(self):
        stack = list(self._var.get(()))
        if not stack:
            return None
        value = stack.pop()
        self._var.set(stack)
        return value

    @property
    def top(self):
        stack = self._var.get(())
        return stack[-1] if stack else None


class Local:
    pass
