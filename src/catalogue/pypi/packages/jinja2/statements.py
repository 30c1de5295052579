"""Statements: parsed into functions that yield text."""
from markupsafe import Markup, escape

from .exceptions import TemplateSyntaxError, UndefinedError
from .expression import Parser
from .lexer import parts, tokens
from .runtime import Loop, Undefined


class Compiler:
    """Makes a renderer of a template's source: a list of functions of a context."""

    def __init__(self, environment, source, name):
        self.environment, self.name = environment, name
        self.parts = parts(source, name, environment.trim_blocks, environment.lstrip_blocks)
        self.at = 0
        self.blocks = {}
        self.parent = None

    def parser(self, text, line):
        return Parser(tokens(text, line, self.name), line, self.environment, self.name)

    def compile(self):
        body, end = self.body(())
        return body

    def body(self, ends):
        """Renderers up to one of the statements ``ends``, and that statement's parser."""
        found = []
        while self.at < len(self.parts):
            kind, text, line = self.parts[self.at]
            self.at += 1
            if kind == 'data':
                found.append(lambda c, text=text: (Markup(text) if c.autoescape else text,))
                continue
            parser = self.parser(text, line)
            if kind == 'variable':
                value = parser.expression()
                parser.end()
                found.append(lambda c, value=value: (show(c, value(c)),))
                continue
            name = parser.expect('name') if parser.tokens else parser.fail('tag name expected')
            if name in ends:
                return found, (name, parser)
            method = getattr(self, 'do_' + name, None)
            if method is None:
                if name.startswith(('end', 'el')):
                    parser.fail(f"Encountered unknown tag {name!r}." + (f' You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for {_or(ends)}.' if ends else ''))
                parser.fail(f'Encountered unknown tag {name!r}.' + (f' Jinja was looking for the following tags: {_or(ends)}.' if ends else ''))
            made = method(parser, line)
            if made is not None:
                found.append(made)
        if ends:
            raise TemplateSyntaxError(f'Unexpected end of template. Jinja was looking for the following tags: {_or(ends)}. The innermost block that needs to be closed is {_opening(ends)!r}.', self.parts[-1][2], self.name)
        return found, None

    def do_if(self, parser, line):
        branches, other = [], []
        test = parser.expression()
        while True:
            body, (end, following) = self.body(('elif', 'else', 'endif'))
            branches.append((test, body))
            if end == 'elif':
                test = following.expression()
                continue
            if end == 'else':
                other, _ = self.body(('endif',))
            break

        def render(c):
            for test, body in branches:
                if test(c):
                    return run(body, c)
            return run(other, c)
        return render

    def do_for(self, parser, line):
        names = self.targets(parser)
        parser.expect('name', 'in')
        value = parser.or_()
        test = parser.or_() if parser.take('name', 'if') else None
        recursive = parser.take('name', 'recursive') is not None
        body, (end, _) = self.body(('endfor', 'else'))
        other = self.body(('endfor',))[0] if end == 'else' else []

        def iterate(c, items, depth=0):
            inner = c.child()
            if isinstance(items, Undefined):
                iter(items)
            if test:
                items = [each for each in items if test(assign(c.child(), names, each))]
            loop = Loop(items, depth)
            if recursive:
                loop.__class__ = type('RecursiveLoop', (Loop,), {'__call__': lambda self, more: Markup(''.join(map(str, iterate(c, more, depth + 1))))})
            inner.set('loop', loop)
            if not loop.items:
                yield from run(other, c)
            for each in loop.items:
                loop.index0 += 1
                inner_each = inner.child()
                assign(inner_each, names, each)
                yield from run(body, inner_each)
        return lambda c: iterate(c, value(c))

    def targets(self, parser):
        names = [parser.expect('name')]
        while parser.take('operator', ','):
            names.append(parser.expect('name'))
        return names

    def do_set(self, parser, line):
        names = self.targets(parser)
        attribute = parser.expect('name') if parser.take('operator', '.') else None
        if parser.take('operator', '='):
            values = [parser.expression()]
            while parser.take('operator', ','):
                values.append(parser.expression())
            parser.end()
            value = values[0] if len(values) == 1 else lambda c: tuple(each(c) for each in values)
        else:
            body, _ = self.body(('endset',))
            value = lambda c: Markup(''.join(map(str, run(body, c))))  # noqa: E731

        def render(c):
            if attribute:
                setattr(c.resolve(names[0]), attribute, value(c))
            else:
                assign(c, names, value(c))
            return ()
        return render

    def do_block(self, parser, line):
        name = parser.expect('name')
        body, _ = self.body(('endblock',))
        if name in self.blocks:
            parser.fail(f'block {name!r} defined twice')
        self.blocks[name] = body
        return lambda c: render_block(c, name)

    def do_extends(self, parser, line):
        self.parent = parser.expression()
        return None

    def do_include(self, parser, line):
        name = parser.expression()
        missing = False
        while parser.current[0] == 'name':
            missing = parser.take('name') == 'ignore' or missing

        def render(c):
            from .exceptions import TemplateNotFound
            try:
                template = c.environment.get_or_select_template(name(c))
            except TemplateNotFound:
                if missing:
                    return ()
                raise
            return template._run(c.child())
        return render

    def do_import(self, parser, line):
        name = parser.expression()
        parser.expect('name', 'as')
        target = parser.expect('name')

        def render(c):
            c.set(target, c.environment.get_template(name(c)).module)
            return ()
        return render

    def do_from(self, parser, line):
        name = parser.expression()
        parser.expect('name', 'import')
        names = []
        while parser.is_next('name') and parser.current[1] not in ('with', 'without'):
            each = parser.expect('name')
            names.append((each, parser.expect('name') if parser.take('name', 'as') else each))
            parser.take('operator', ',')

        def render(c):
            module = c.environment.get_template(name(c)).module
            for each, target in names:
                c.set(target, getattr(module, each))
            return ()
        return render

    def do_macro(self, parser, line):
        name = parser.expect('name')
        parser.expect('operator', '(')
        params = []
        while not parser.take('operator', ')'):
            param = parser.expect('name')
            params.append((param, parser.expression() if parser.take('operator', '=') else None))
            if not parser.is_next('operator', ')'):
                parser.expect('operator', ',')
        body, _ = self.body(('endmacro',))

        def render(c):
            def macro(*args, caller=None, **kwargs):
                inner = c.child()
                for index, (param, default) in enumerate(params):
                    value = args[index] if index < len(args) else kwargs.pop(param) if param in kwargs else default(inner) if default else Undefined(name=param)
                    inner.set(param, value)
                if kwargs:
                    raise TypeError(f'macro {name!r} takes no keyword argument {next(iter(kwargs))!r}')
                inner.set('varargs', args[len(params):])
                if caller:
                    inner.set('caller', caller)
                return Markup(''.join(map(str, run(body, inner)))) if c.autoescape else ''.join(map(str, run(body, inner)))
            macro.__name__ = name
            c.set(name, macro)
            return ()
        return render

    def do_call(self, parser, line):
        value = parser.primary()
        body, _ = self.body(('endcall',))

        def render(c):
            raise NotImplementedError('call blocks are not part of this version of Jinja')
        return render

    def do_filter(self, parser, line):
        start = parser.at
        parser.tokens = parser.tokens[:start] + [('name', '__body'), ('operator', '|')] + parser.tokens[start:]
        value = parser.expression()
        body, _ = self.body(('endfilter',))

        def render(c):
            inner = c.child()
            inner.set('__body', Markup(''.join(map(str, run(body, c)))))
            return (show(c, value(inner)),)
        return render

    def do_with(self, parser, line):
        pairs = []
        while parser.is_next('name'):
            name = parser.expect('name')
            parser.expect('operator', '=')
            pairs.append((name, parser.expression()))
            parser.take('operator', ',')
        body, _ = self.body(('endwith',))

        def render(c):
            inner = c.child()
            for name, value in pairs:
                inner.set(name, value(c))
            return run(body, inner)
        return render

    def do_autoescape(self, parser, line):
        value = parser.expression()
        body, _ = self.body(('endautoescape',))

        def render(c):
            inner = c.child()
            inner.autoescape = bool(value(c))
            return run(body, inner)
        return render

    def do_do(self, parser, line):
        value = parser.expression()

        def render(c):
            value(c)
            return ()
        return render


def _or(ends):
    names = [repr(end) for end in ends]
    return ' or '.join(names)


def _opening(ends):
    return next(end for end in ends if end.startswith('end')).removeprefix('end')


def show(context, value):
    finalize = context.environment.finalize
    if finalize:
        value = finalize(value)
    return escape(value) if context.autoescape else str(value)


def run(body, context):
    for each in body:
        yield from each(context)


def assign(context, names, value):
    if len(names) == 1:
        context.set(names[0], value)
        return context
    values = list(value)
    if len(values) != len(names):
        raise ValueError(f'not enough values to unpack (expected {len(names)}, got {len(values)})' if len(values) < len(names) else f'too many values to unpack (expected {len(names)})')
    for name, each in zip(names, values):
        context.set(name, each)
    return context


def render_block(context, name, depth=0):
    """The block of the youngest template; ``super()`` gives the next older one."""
    bodies = context.blocks[name]
    inner = context.child()
    inner.set('super', lambda: Markup(''.join(map(str, render_block(context, name, depth + 1)))) if depth + 1 < len(bodies) else (_ for _ in ()).throw(UndefinedError(f'there is no parent block called {name!r}.')))
    return run(bodies[depth], inner)
