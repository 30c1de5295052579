"""Passwords as hashes with a salt."""
import hashlib
import hmac
import secrets
import string

from . import _release

_letters = string.ascii_letters + string.digits


def gen_salt(length):
    if length <= 0:
        raise ValueError('Salt length must be at least 1.')
    return ''.join(secrets.choice(_letters) for _ in range(length))


def _hash(method, salt, password):
    kind, *args = method.split(':')
    if kind == 'scrypt':
        n, r, p = map(int, args) if args else (2 ** 15, 8, 1)
        return hashlib.scrypt(password.encode(), salt=salt.encode(), n=n, r=r, p=p, maxmem=132 * n * r * p).hex(), f'scrypt:{n}:{r}:{p}'
    if kind == 'pbkdf2':
        name, rounds = args[0] if args else 'sha256', int(args[1]) if len(args) > 1 else 1_000_000
        return hashlib.pbkdf2_hmac(name, password.encode(), salt.encode(), rounds).hex(), f'pbkdf2:{name}:{rounds}'
    raise ValueError(f"Invalid hash method '{kind}'.")


def generate_password_hash(password, method=None, salt_length=16):
    if method is None:
        method = 'scrypt' if _release >= (2, 3) and hasattr(hashlib, 'scrypt') else 'pbkdf2:sha256:260000'
    salt = gen_salt(salt_length)
    value, actual = _hash(method, salt, password)
    return f'{actual}${salt}${value}'


def check_password_hash(pwhash, password):
    try:
        method, salt, value = pwhash.split('$', 2)
    except ValueError:
        return False
    return hmac.compare_digest(_hash(method, salt, password)[0], value)


if _release < (2, 1):
    def safe_str_cmp(a, b):
        return hmac.compare_digest(a.encode() if isinstance(a, str) else a, b.encode() if isinstance(b, str) else b)


from .utils import safe_join as safe_join  # noqa: E402
