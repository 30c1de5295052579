"""URLs; most of it moved to urllib.parse with version 3."""
from urllib.parse import quote, quote_plus, unquote, unquote_plus, urlencode, urljoin, urlsplit

from . import _release

if _release < (3, 0):
    url_quote, url_quote_plus, url_unquote, url_unquote_plus, url_encode, url_join, url_parse = quote, quote_plus, unquote, unquote_plus, urlencode, urljoin, urlsplit

    def url_decode(query, **_):
        from urllib.parse import parse_qsl
        from .datastructures import MultiDict
        return MultiDict(parse_qsl(query, keep_blank_values=True))


def iri_to_uri(iri):
    return quote(iri, safe="%!#$&'()*+,/:;=?@[]~")


def uri_to_iri(uri):
    return unquote(uri)
