"""A template's text as data, expressions and statements; an expression's text as tokens."""
import re

from .exceptions import TemplateSyntaxError

_PART = re.compile(r'\{\{[-+]?|\{%[-+]?|\{#[-+]?')
_TOKEN = re.compile(r'''\s*(?:
    (?P<float>\d+\.\d+(?:[eE][-+]?\d+)?) | (?P<integer>\d+) | (?P<name>[^\W\d]\w*) |
    (?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*") |
    (?P<operator>==|!=|<=|>=|\*\*|//|[-+*/%~|.,:()\[\]{}<>=])
)''', re.X | re.S)


def tokens(text, line, name=None):
    """``(kind, value)`` of every token."""
    found, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match or match.end() == at:
            raise TemplateSyntaxError(f'unexpected char {text[at:].lstrip()[:1]!r} at {at}', line, name)
        kind, value = match.lastgroup, match.group(match.lastgroup)
        if kind == 'string':
            value = value[1:-1].encode('ascii', 'backslashreplace').decode('unicode-escape')
        elif kind == 'integer':
            value = int(value)
        elif kind == 'float':
            value = float(value)
        found.append((kind, value))
        at = match.end()
    return found


def parts(source, name=None, trim_blocks=False, lstrip_blocks=False):
    """``(kind, text, line)``: kind is data, variable or block."""
    source = re.sub(r'\r\n|\r', '\n', source)
    if source.endswith('\n'):
        source = source[:-1]
    at, strip_next, found = 0, False, []

    def data(text, strip_end, line):
        if strip_next:
            text = text.lstrip()
        if strip_end:
            text = text.rstrip()
        if text:
            found.append(('data', text, line))

    while True:
        match = _PART.search(source, at)
        line = source.count('\n', 0, at) + 1
        if not match:
            data(source[at:], False, line)
            return found
        opening = match.group()
        text = source[at:match.start()]
        if lstrip_blocks and opening[1] in '%#' and not opening.endswith('+'):
            text = re.sub(r'(^|\n)[ \t]*$', r'\1', text)
        data(text, opening.endswith('-'), line)
        kind = {'{': 'variable', '%': 'block', '#': 'comment'}[opening[1]]
        closing = {'variable': '}}', 'block': '%}', 'comment': '#}'}[kind]
        line = source.count('\n', 0, match.start()) + 1
        end = _closing(source, match.end(), closing, kind)
        if end < 0:
            wanted = {'variable': "'end of print statement'", 'block': "'end of statement block'", 'comment': 'end of comment'}[kind]
            raise TemplateSyntaxError('Missing end of comment tag' if kind == 'comment' else f'unexpected end of template, expected {wanted}.', line, name)
        inner = source[match.end():end]
        strip_next = inner.endswith('-')
        inner = inner[:-1] if inner.endswith(('-', '+')) else inner
        at = end + 2
        if trim_blocks and kind != 'variable' and source[at:at + 1] == '\n':
            at += 1
        if kind == 'block' and inner.strip() == 'raw':
            over = re.compile(r'\{%[-+]?\s*endraw\s*[-+]?%\}').search(source, at)
            if not over:
                raise TemplateSyntaxError('Missing end of raw directive', line, name)
            found.append(('data', source[at:over.start()], line))
            at = over.end()
            strip_next = over.group().endswith('-%}')
        elif kind != 'comment':
            found.append((kind, inner, line))


def _closing(source, at, closing, kind):
    """Where it ends; what stands in quotes does not count."""
    if kind == 'comment':
        return source.find(closing, at)
    quote = None
    depth = 0
    while at < len(source):
        character = source[at]
        if quote:
            if character == '\\':
                at += 1
            elif character == quote:
                quote = None
        elif source.startswith(closing, at) and (closing != '}}' or depth == 0):
            return at
        elif character in '\'"':
            quote = character
        elif character == '{':
            depth += 1
        elif character == '}' and depth:
            depth -= 1
        at += 1
    return -1
