"""Expressions: parsed into functions of a context."""
import operator

from markupsafe import Markup, escape

from .exceptions import TemplateAssertionError, TemplateRuntimeError, TemplateSyntaxError
from .runtime import attribute, call, item, undefined

_COMPARE = {'==': operator.eq, '!=': operator.ne, '<': operator.lt, '>': operator.gt, '<=': operator.le, '>=': operator.ge}
_BINARY = [[('~', None)], [('+', operator.add), ('-', operator.sub)], [('*', operator.mul), ('/', operator.truediv), ('//', operator.floordiv), ('%', operator.mod)]]


class Parser:
    """Takes tokens from the front."""

    def __init__(self, found, line, environment, name=None):
        self.tokens, self.line, self.environment, self.name = found, line, environment, name
        self.at = 0

    def fail(self, message, kind=TemplateSyntaxError):
        raise kind(message, self.line, self.name)

    @property
    def current(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else ('end', None)

    def is_next(self, kind, *values):
        return self.current[0] == kind and (not values or self.current[1] in values)

    def take(self, kind, *values):
        if self.is_next(kind, *values):
            self.at += 1
            return self.tokens[self.at - 1][1]
        return None

    def expect(self, kind, value=None):
        if not self.is_next(kind, *([value] if value is not None else [])):
            got = self.current[1] if self.current[0] != 'end' else 'end of print statement'
            self.fail(f'expected token {value or kind!r}, got {got!r}')
        self.at += 1
        return self.tokens[self.at - 1][1]

    def end(self):
        if self.current[0] != 'end':
            self.fail(f"expected token 'end of print statement', got {self.current[1]!r}")

    def expression(self):
        value = self.or_()
        while self.is_next('name', 'if'):
            self.at += 1
            test = self.or_()
            other = self.expression() if self.take('name', 'else') else None
            value = (lambda value, test, other: lambda c: value(c) if test(c) else other(c) if other else undefined(c, 'the inline if-expression'))(value, test, other)
        return value

    def or_(self):
        value = self.and_()
        while self.take('name', 'or'):
            value = (lambda a, b: lambda c: a(c) or b(c))(value, self.and_())
        return value

    def and_(self):
        value = self.not_()
        while self.take('name', 'and'):
            value = (lambda a, b: lambda c: a(c) and b(c))(value, self.not_())
        return value

    def not_(self):
        if self.take('name', 'not'):
            value = self.not_()
            return lambda c: not value(c)
        return self.compare()

    def compare(self):
        value = self.binary(0)
        while True:
            operation = self.take('operator', *_COMPARE)
            if operation:
                test = _COMPARE[operation]
            elif self.take('name', 'in'):
                test = lambda a, b: a in b  # noqa: E731
            elif self.is_next('name', 'not') and self.tokens[self.at + 1:self.at + 2] == [('name', 'in')]:
                self.at += 2
                test = lambda a, b: a not in b  # noqa: E731
            else:
                return value
            value = (lambda a, b, test: lambda c: test(a(c), b(c)))(value, self.binary(0), test)

    def binary(self, level):
        if level == len(_BINARY):
            return self.unary()
        value = self.binary(level + 1)
        functions = dict(_BINARY[level])
        while self.is_next('operator', *functions):
            function = functions[self.take('operator', *functions)]
            other = self.binary(level + 1)
            if function is None:
                value = (lambda a, b: lambda c: _concat(c, a(c), b(c)))(value, other)
            else:
                value = (lambda a, b, function: lambda c: function(a(c), b(c)))(value, other, function)
        return value

    def unary(self, filtered=True):
        if self.take('operator', '-'):
            value = (lambda a: lambda c: -a(c))(self.unary(False))
        elif self.take('operator', '+'):
            value = self.unary(False)
        else:
            value = self.primary()
            if self.take('operator', '**'):
                value = (lambda a, b: lambda c: a(c) ** b(c))(value, self.unary(False))
        return self.filters(value) if filtered else value

    def primary(self):
        kind, value = self.current
        if kind in ('integer', 'float'):
            self.at += 1
            return self.postfix(lambda c: value)
        if kind == 'string':
            text = ''
            while self.is_next('string'):
                text += self.take('string')
            return self.postfix(lambda c: text)
        if kind == 'name':
            self.at += 1
            constant = {'true': True, 'True': True, 'false': False, 'False': False, 'none': None, 'None': None}
            if value in constant:
                return self.postfix(lambda c: constant[value])
            return self.postfix(lambda c: c.resolve(value))
        if self.take('operator', '('):
            items, comma = self.items(')')
            if len(items) == 1 and not comma:
                return self.postfix(items[0])
            return self.postfix(lambda c: tuple(each(c) for each in items))
        if self.take('operator', '['):
            items, _ = self.items(']')
            return self.postfix(lambda c: [each(c) for each in items])
        if self.take('operator', '{'):
            pairs = []
            while not self.take('operator', '}'):
                key = self.expression()
                self.expect('operator', ':')
                pairs.append((key, self.expression()))
                if not self.is_next('operator', '}'):
                    self.expect('operator', ',')
            return self.postfix(lambda c: {key(c): each(c) for key, each in pairs})
        self.fail(f'unexpected {value!r}' if kind != 'end' else "Expected an expression, got 'end of print statement'")

    def items(self, closing):
        found, comma = [], False
        while not self.take('operator', closing):
            found.append(self.expression())
            comma = bool(self.take('operator', ','))
            if not comma and not self.is_next('operator', closing):
                self.expect('operator', closing)
        return found, comma

    def arguments(self):
        positional, named = [], {}
        while not self.take('operator', ')'):
            if self.is_next('name') and self.tokens[self.at + 1:self.at + 2] == [('operator', '=')]:
                key = self.take('name')
                self.at += 1
                named[key] = self.expression()
            else:
                positional.append(self.expression())
            if not self.is_next('operator', ')'):
                self.expect('operator', ',')
        return positional, named

    def postfix(self, value):
        while True:
            if self.take('operator', '.'):
                key = self.take('name') if self.is_next('name') else self.expect('integer')
                value = (lambda a, key: lambda c: attribute(c, a(c), key) if isinstance(key, str) else item(c, a(c), key))(value, key)
            elif self.take('operator', '['):
                value = self.subscript(value)
            elif self.take('operator', '('):
                positional, named = self.arguments()
                value = (lambda a, p, n: lambda c: call(c, a(c), [each(c) for each in p], {key: each(c) for key, each in n.items()}))(value, positional, named)
            else:
                return value

    def subscript(self, value):
        limits = [None]
        while not self.take('operator', ']'):
            if self.take('operator', ':'):
                limits.append(None)
            else:
                limits[-1] = self.expression()
        if len(limits) == 1:
            return (lambda a, key: lambda c: item(c, a(c), key(c)))(value, limits[0])
        return (lambda a, limits: lambda c: a(c)[slice(*[each(c) if each else None for each in limits])])(value, limits)

    def filters(self, value):
        while True:
            if self.take('operator', '|'):
                name = self.filter_name()
                function = self.environment.filters.get(name)
                if function is None:
                    self.fail(f'No filter named {name!r}.', TemplateAssertionError)
                positional, named = self.arguments() if self.take('operator', '(') else ([], {})
                value = (lambda a, f, p, n: lambda c: _apply(c, f, a(c), p, n))(value, function, positional, named)
            elif self.is_next('name', 'is'):
                self.at += 1
                negated = self.take('name', 'not') is not None
                name = self.filter_name()
                function = self.environment.tests.get(name) or _missing_test(name)
                if self.take('operator', '('):
                    positional, _ = self.arguments()
                elif self.current[0] in ('integer', 'float', 'string') or (self.is_next('name') and self.current[1] not in ('and', 'or', 'else', 'if', 'is', 'not', 'in')):
                    positional = [self.primary()]
                else:
                    positional = []
                value = (lambda a, f, p, negated: lambda c: bool(_apply(c, f, a(c), p, {})) != negated)(value, function, positional, negated)
            else:
                return value

    def filter_name(self):
        name = self.expect('name')
        while self.take('operator', '.'):
            name += '.' + self.expect('name')
        return name


def _missing_test(name):
    def fail(*_args):
        raise TemplateRuntimeError(f'No test named {name!r} found.')
    return fail


def _apply(context, function, value, positional, named):
    args = [each(context) for each in positional]
    first = [context] if getattr(function, 'takes_context', False) else []
    return function(*first, value, *args, **{key: each(context) for key, each in named.items()})


def _concat(context, a, b):
    if context.autoescape or isinstance(a, Markup) or isinstance(b, Markup):
        return escape(a) + escape(b)
    return str(a) + str(b)
