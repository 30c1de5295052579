"""Which encoding bytes are in: UTF-8 where they are well formed."""
__version__ = '@VERSION@'


def detect(data):
    for name in ('ascii', 'utf-8'):
        try:
            data.decode(name)
            return {'encoding': name, 'language': '', 'confidence': 1.0}
        except UnicodeDecodeError:
            continue
    return {'encoding': 'ISO-8859-1', 'language': '', 'confidence': 0.73}
