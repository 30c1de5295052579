"""Believes a proxy's X-Forwarded headers."""


class ProxyFix:
    def __init__(self, app, x_for=1, x_proto=1, x_host=0, x_port=0, x_prefix=0):
        self.app = app
        self.counts = {'FOR': x_for, 'PROTO': x_proto, 'HOST': x_host, 'PORT': x_port, 'PREFIX': x_prefix}

    def _value(self, environ, name):
        count = self.counts[name]
        values = [each.strip() for each in environ.get(f'HTTP_X_FORWARDED_{name}', '').split(',') if each.strip()]
        return values[-count] if count and len(values) >= count else None

    def __call__(self, environ, start_response):
        address, scheme, host, prefix = (self._value(environ, name) for name in ('FOR', 'PROTO', 'HOST', 'PREFIX'))
        if address:
            environ['REMOTE_ADDR'] = address
        if scheme:
            environ['wsgi.url_scheme'] = scheme
        if host:
            environ['HTTP_HOST'] = environ['SERVER_NAME'] = host
        if prefix:
            environ['SCRIPT_NAME'] = prefix
        return self.app(environ, start_response)
