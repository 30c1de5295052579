"""Templates: the language of Jinja as far as pages of small applications need it."""
from .exceptions import TemplateAssertionError, TemplateError, TemplateNotFound, TemplateRuntimeError, TemplateSyntaxError, TemplatesNotFound, UndefinedError
from .environment import BaseLoader, ChoiceLoader, DictLoader, Environment, FileSystemLoader, FunctionLoader, PackageLoader, Template
from .runtime import ChainableUndefined, StrictUndefined, Undefined

__version__ = '@VERSION@'
_release = tuple(int(part) for part in __version__.split('.')[:2])

if _release < (3, 0):
    # What later versions of MarkupSafe no longer have.
    from markupsafe import soft_unicode
if _release < (3, 1):
    from markupsafe import escape, Markup


def select_autoescape(enabled_extensions=('html', 'htm', 'xml'), disabled_extensions=(), default_for_string=True, default=False):
    """A function that says by a template's name whether its output is escaped."""
    on, off = tuple('.' + each.lstrip('.').lower() for each in enabled_extensions), tuple('.' + each.lstrip('.').lower() for each in disabled_extensions)

    def autoescape(name):
        if name is None:
            return default_for_string
        return True if name.lower().endswith(on) else False if off and name.lower().endswith(off) else default
    return autoescape
