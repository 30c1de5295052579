"""HTTP errors that can be raised."""
from markupsafe import Markup, escape

from .http import HTTP_STATUS_CODES


class HTTPException(Exception):
    code = None
    description = None

    def __init__(self, description=None, response=None):
        super().__init__()
        if description is not None:
            self.description = description
        self.response = response

    @property
    def name(self):
        return HTTP_STATUS_CODES.get(self.code, 'Unknown Error')

    def get_description(self, environ=None, scope=None):
        description = self.description or ''
        return f'<p>{escape(description).replace(chr(10), Markup("<br>"))}</p>'

    def get_body(self, environ=None, scope=None):
        return f'<!doctype html>\n<html lang=en>\n<title>{self.code} {escape(self.name)}</title>\n<h1>{escape(self.name)}</h1>\n{self.get_description(environ)}\n'

    def get_headers(self, environ=None, scope=None):
        return [('Content-Type', 'text/html; charset=utf-8')]

    def get_response(self, environ=None, scope=None):
        from .wrappers import Response
        if self.response is not None:
            return self.response
        return Response(self.get_body(environ), self.code, self.get_headers(environ))

    def __call__(self, environ, start_response):
        return self.get_response(environ)(environ, start_response)

    def __str__(self):
        return f'{self.code if self.code is not None else "???"} {self.name}: {self.description}'

    def __repr__(self):
        return f"<{type(self).__name__} '{self.code if self.code is not None else '???'}: {self.name}'>"


class BadRequest(HTTPException):
    code = 400
    description = 'The browser (or proxy) sent a request that this server could not understand.'


class BadRequestKeyError(BadRequest, KeyError):
    """A form or query lacks the key that was asked for."""

    show_exception = False

    def __init__(self, arg=None, *args, **kwargs):
        super().__init__(*args, **kwargs)
        KeyError.__init__(self, *(() if arg is None else (arg,)))
        self._description = BadRequest.description

    @property
    def description(self):
        if self.show_exception:
            return f'{self._description}\n{KeyError.__name__}: {KeyError.__str__(self)}'
        return self._description

    @description.setter
    def description(self, value):
        self._description = value


class MethodNotAllowed(HTTPException):
    code = 405
    description = 'The method is not allowed for the requested URL.'

    def __init__(self, valid_methods=None, description=None, response=None):
        super().__init__(description, response)
        self.valid_methods = valid_methods

    def get_headers(self, environ=None, scope=None):
        return super().get_headers(environ) + ([('Allow', ', '.join(self.valid_methods))] if self.valid_methods else [])


class InternalServerError(HTTPException):
    code = 500
    description = 'The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.'

    def __init__(self, description=None, response=None, original_exception=None):
        self.original_exception = original_exception
        super().__init__(description, response)


class RequestRedirect(HTTPException):
    code = 308

    def __init__(self, new_url):
        super().__init__(new_url)
        self.new_url = new_url

    def get_response(self, environ=None, scope=None):
        from .utils import redirect
        return redirect(self.new_url, self.code)


_descriptions = {
    401: ('Unauthorized', "The server could not verify that you are authorized to access the URL requested. You either supplied the wrong credentials (e.g. a bad password), or your browser doesn't understand how to supply the credentials required."),
    403: ('Forbidden', "You don't have the permission to access the requested resource. It is either read-protected or not readable by the server."),
    404: ('NotFound', 'The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again.'),
    406: ('NotAcceptable', 'The resource identified by the request is only capable of generating response entities which have content characteristics not acceptable according to the accept headers sent in the request.'),
    408: ('RequestTimeout', 'The server closed the network connection because the browser didn\'t finish the request within the specified time.'),
    409: ('Conflict', 'A conflict happened while processing the request. The resource might have been modified while the request was being processed.'),
    410: ('Gone', 'The requested URL is no longer available on this server and there is no forwarding address. If you followed a link from a foreign page, please contact the author of this page.'),
    411: ('LengthRequired', 'A request with this method requires a valid <code>Content-Length</code> header.'),
    412: ('PreconditionFailed', 'The precondition on the request for the URL failed positive evaluation.'),
    413: ('RequestEntityTooLarge', 'The data value transmitted exceeds the capacity limit.'),
    414: ('RequestURITooLarge', 'The length of the requested URL exceeds the capacity limit for this server. The request cannot be processed.'),
    415: ('UnsupportedMediaType', 'The server does not support the media type transmitted in the request.'),
    418: ('ImATeapot', 'This server is a teapot, not a coffee machine'),
    422: ('UnprocessableEntity', 'The request was well-formed but was unable to be followed due to semantic errors.'),
    429: ('TooManyRequests', 'This user has exceeded an allotted request count. Try again later.'),
    501: ('NotImplemented', 'The server does not support the action requested by the browser.'),
    502: ('BadGateway', 'The proxy server received an invalid response from an upstream server.'),
    503: ('ServiceUnavailable', 'The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.'),
    504: ('GatewayTimeout', 'The connection to an upstream server timed out.'),
    505: ('HTTPVersionNotSupported', 'The server does not support the HTTP protocol version used in the request.'),
}
for _code, (_name, _text) in _descriptions.items():
    globals()[_name] = type(_name, (HTTPException,), {'code': _code, 'description': _text, '__module__': __name__})

default_exceptions = {each.code: each for each in list(globals().values()) if isinstance(each, type) and issubclass(each, HTTPException) and each.code is not None and each is not BadRequestKeyError and each is not RequestRedirect}


class Aborter:
    def __call__(self, code, *args, **kwargs):
        from .wrappers import Response
        if isinstance(code, Response):
            raise HTTPException(response=code)
        if code not in default_exceptions:
            raise LookupError(f'no exception for {code!r}')
        raise default_exceptions[code](*args, **kwargs)


def abort(status, *args, **kwargs):
    """Raises the HTTP error of a status."""
    Aborter()(status, *args, **kwargs)
