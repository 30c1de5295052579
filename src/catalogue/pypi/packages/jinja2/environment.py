"""Where templates come from, and what they share."""
import os

from markupsafe import Markup

from .exceptions import TemplateNotFound, TemplatesNotFound
from .runtime import Cycler, FILTERS, Namespace, TESTS, Undefined
from .statements import Compiler, run


class BaseLoader:
    def get_source(self, environment, template):
        raise TemplateNotFound(template)

    def load(self, environment, name):
        source, filename, uptodate = self.get_source(environment, name)
        return Template._make(environment, source, name, filename, uptodate)

    def list_templates(self):
        raise TypeError('this loader cannot iterate over all templates')


class FileSystemLoader(BaseLoader):
    def __init__(self, searchpath, encoding='utf-8', followlinks=False):
        self.searchpath = [os.fspath(path) for path in ([searchpath] if isinstance(searchpath, (str, os.PathLike)) else searchpath)]
        self.encoding = encoding

    def get_source(self, environment, template):
        if any(part in ('..', '') for part in template.split('/')):
            raise TemplateNotFound(template)
        for folder in self.searchpath:
            path = os.path.join(folder, template)
            if os.path.isfile(path):
                with open(path, encoding=self.encoding) as file:
                    source = file.read()
                changed = os.path.getmtime(path)
                return source, path, lambda: os.path.exists(path) and os.path.getmtime(path) == changed
        raise TemplateNotFound(template)

    def list_templates(self):
        found = {os.path.relpath(os.path.join(folder, name), root) for root in self.searchpath for folder, _, names in os.walk(root) for name in names}
        return sorted(found)


class DictLoader(BaseLoader):
    def __init__(self, mapping):
        self.mapping = mapping

    def get_source(self, environment, template):
        if template not in self.mapping:
            raise TemplateNotFound(template)
        source = self.mapping[template]
        return source, None, lambda: self.mapping.get(template) == source

    def list_templates(self):
        return sorted(self.mapping)


class FunctionLoader(BaseLoader):
    def __init__(self, load_func):
        self.load_func = load_func

    def get_source(self, environment, template):
        found = self.load_func(template)
        if found is None:
            raise TemplateNotFound(template)
        return (found, None, None) if isinstance(found, str) else found


class PackageLoader(FileSystemLoader):
    def __init__(self, package_name, package_path='templates', encoding='utf-8'):
        import importlib
        super().__init__(os.path.join(os.path.dirname(importlib.import_module(package_name).__file__), package_path), encoding)


class ChoiceLoader(BaseLoader):
    def __init__(self, loaders):
        self.loaders = loaders

    def get_source(self, environment, template):
        for loader in self.loaders:
            try:
                return loader.get_source(environment, template)
            except TemplateNotFound:
                pass
        raise TemplateNotFound(template)


class Environment:
    def __init__(self, loader=None, autoescape=False, undefined=Undefined, trim_blocks=False, lstrip_blocks=False, keep_trailing_newline=False, finalize=None, auto_reload=True, extensions=(), **_):
        self.loader, self.autoescape, self.undefined, self.finalize, self.auto_reload = loader, autoescape, undefined, finalize, auto_reload
        self.trim_blocks, self.lstrip_blocks, self.keep_trailing_newline = trim_blocks, lstrip_blocks, keep_trailing_newline
        self.filters, self.tests = dict(FILTERS), dict(TESTS)
        self.globals = {'range': range, 'dict': dict, 'namespace': Namespace, 'cycler': Cycler, 'joiner': lambda sep=', ': iter([''] + [sep] * 10000).__next__}
        self.cache = {}

    def from_string(self, source, globals=None, template_class=None):
        return Template._make(self, source, None, None, None, globals)

    def get_template(self, name, parent=None, globals=None):
        if isinstance(name, Template):
            return name
        if self.loader is None:
            raise TypeError('no loader for this environment specified')
        template = self.cache.get(name)
        if template is None or (self.auto_reload and not template.is_up_to_date):
            template = self.cache[name] = self.loader.load(self, name)
        if globals:
            template.globals.update(globals)
        return template

    def select_template(self, names, parent=None, globals=None):
        for name in names:
            try:
                return self.get_template(name, parent, globals)
            except TemplateNotFound:
                pass
        raise TemplatesNotFound(list(names))

    def get_or_select_template(self, name_or_list, parent=None, globals=None):
        if isinstance(name_or_list, (str, Template)):
            return self.get_template(name_or_list, parent, globals)
        return self.select_template(name_or_list, parent, globals)

    def list_templates(self):
        return self.loader.list_templates()

    def overlay(self, **_):
        return self


class Context:
    """Names that a template sees; a child's own ones come first."""

    def __init__(self, environment, names, parent=None):
        self.environment, self.names, self.parent_context = environment, names, parent
        self.autoescape = parent.autoescape if parent else False
        self.blocks = parent.blocks if parent else {}

    def child(self):
        return Context(self.environment, {}, self)

    def set(self, name, value):
        self.names[name] = value

    def resolve(self, name):
        context = self
        while context is not None:
            if name in context.names:
                return context.names[name]
            context = context.parent_context
        return self.environment.undefined(name=name)

    def get(self, name, default=None):
        found = self.resolve(name)
        return default if isinstance(found, Undefined) else found


class TemplateModule:
    def __init__(self, context):
        self.__dict__.update(context.names)


class Template:
    """A template that can be rendered; ``Template(source)`` makes one without an environment of its own."""

    def __new__(cls, source, **options):
        return Environment(**options).from_string(source)

    @classmethod
    def _make(cls, environment, source, name, filename, uptodate, globals=None):
        self = object.__new__(cls)
        self.environment, self.name, self.filename, self._uptodate = environment, name, filename, uptodate
        self.globals = {**(globals or {})}
        compiler = Compiler(environment, source, name or filename)
        self._body = compiler.compile()
        if environment.keep_trailing_newline and source.endswith('\n'):
            self._body.append(lambda c: ('\n',))
        self._blocks, self._parent = compiler.blocks, compiler.parent
        return self

    def __init__(self, *_args, **_kwargs):
        pass

    @property
    def is_up_to_date(self):
        return self._uptodate is None or self._uptodate()

    def _context(self, names):
        context = Context(self.environment, {**self.environment.globals, **self.globals, **names})
        escapes = self.environment.autoescape
        context.autoescape = bool(escapes(self.name)) if callable(escapes) else bool(escapes)
        return context

    def _run(self, context):
        for name, body in self._blocks.items():
            context.blocks.setdefault(name, []).append(body)
        if self._parent is None:
            yield from run(self._body, context)
            return
        # What stands outside of blocks runs for its names only.
        for _ in run([each for each in self._body], _Silent(context)):
            pass
        yield from self.environment.get_or_select_template(self._parent(context))._run(context)

    def render(self, *args, **kwargs):
        return ''.join(map(str, self._run(self._context(dict(*args, **kwargs)))))

    def generate(self, *args, **kwargs):
        return map(str, self._run(self._context(dict(*args, **kwargs))))

    stream = generate

    def make_module(self, vars=None):
        context = self._context(vars or {})
        text = ''.join(map(str, self._run(context)))
        module = TemplateModule(context)
        module.__html__ = lambda: Markup(text)
        return module

    @property
    def module(self):
        return self.make_module()

    def __repr__(self):
        return f'<Template {self.name!r}>' if self.name else f'<Template memory:{id(self):x}>'


class _Silent(Context):
    """The context of a child template: names are set, blocks are not rendered."""

    def __init__(self, context):
        self.__dict__ = context.__dict__
        self._real = context

    @property
    def blocks(self):
        return _NoBlocks()

    @blocks.setter
    def blocks(self, value):
        pass


class _NoBlocks(dict):
    def __getitem__(self, name):
        return [[]]
