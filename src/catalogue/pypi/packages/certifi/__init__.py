"""Where the certificates of authorities are."""
__version__ = '@VERSION@'


def where():
    return '/etc/ssl/certs/ca-certificates.crt'


def contents():
    with open(where(), encoding='ascii') as file:
        return file.read()
