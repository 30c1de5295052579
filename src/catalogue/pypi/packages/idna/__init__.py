"""Domain names in other scripts."""
__version__ = '@VERSION@'


class IDNAError(UnicodeError):
    pass


def encode(name, **_):
    return name.encode('idna') if isinstance(name, str) else name


def decode(name, **_):
    return (name if isinstance(name, bytes) else name.encode()).decode('idna')
