"""Words of HTTP."""
import email.utils
import time
from http import HTTPStatus

HTTP_STATUS_CODES = {**{status.value: status.phrase for status in HTTPStatus}, 413: 'Request Entity Too Large', 414: 'Request URI Too Long', 416: 'Requested Range Not Satisfiable', 418: "I'm a teapot", 422: 'Unprocessable Entity', 302: 'Found'}


def http_date(timestamp=None):
    if hasattr(timestamp, 'timetuple'):
        return email.utils.format_datetime(timestamp.astimezone(__import__('datetime').timezone.utc), usegmt=True)
    return email.utils.formatdate(time.time() if timestamp is None else timestamp, usegmt=True)


def quote_header_value(value, allow_token=True):
    value = str(value)
    if allow_token and value and all(character.isalnum() or character in "!#$%&'*+-.^_`|~" for character in value):
        return value
    return '"' + value.replace('\\', '\\\\').replace('"', '\\"') + '"'


def parse_options_header(value):
    """``type; key="value"`` as the type and a dictionary."""
    from email.message import Message
    message = Message()
    message['content-type'] = value or ''
    params = message.get_params() or [('', '')]
    return params[0][0], {key.lower(): email.utils.unquote(text) if not isinstance(text, tuple) else email.utils.collapse_rfc2231_value(text) for key, text in params[1:]}


def parse_cookie(header):
    found = {}
    for part in (header or '').split(';'):
        key, separator, value = part.strip().partition('=')
        if separator:
            value = value[1:-1] if value[:1] == value[-1:] == '"' else value
            found.setdefault(key, value)
    return found


def dump_cookie(key, value='', max_age=None, expires=None, path='/', domain=None, secure=False, httponly=False, samesite=None):
    if any(not (33 <= ord(character) <= 126) or character in '",;\\ ' for character in value):
        value = '"' + ''.join(character if 32 <= ord(character) < 127 and character not in '",;\\' else ''.join(f'\\{byte:03o}' for byte in character.encode()) for character in value) + '"'
    parts = [f'{key}={value}']
    if domain:
        parts.append(f'Domain={domain.lstrip(".")}')
    if expires is not None:
        parts.append(f'Expires={expires if isinstance(expires, str) else http_date(expires)}')
    if max_age is not None:
        parts.append(f'Max-Age={int(max_age.total_seconds()) if hasattr(max_age, "total_seconds") else max_age}')
    parts += [word for word, on in (('Secure', secure), ('HttpOnly', httponly)) if on]
    if path is not None:
        parts.append(f'Path={path}')
    if samesite:
        parts.append(f'SameSite={samesite}')
    return '; '.join(parts)
