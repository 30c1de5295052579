"""Sessions that live in a signed cookie."""
import hashlib

from itsdangerous import BadSignature, URLSafeTimedSerializer


class SecureCookieSession(dict):
    modified = accessed = False
    new = False

    def _changes(name):
        method = getattr(dict, name)

        def run(self, *args, **kwargs):
            self.modified = self.accessed = True
            return method(self, *args, **kwargs)
        return run

    def _reads(name):
        method = getattr(dict, name)

        def run(self, *args, **kwargs):
            self.accessed = True
            return method(self, *args, **kwargs)
        return run

    for _name in ('__setitem__', '__delitem__', 'clear', 'pop', 'popitem', 'setdefault', 'update'):
        locals()[_name] = _changes(_name)
    for _name in ('__getitem__', 'get', '__contains__', 'keys', 'items', 'values', '__iter__'):
        locals()[_name] = _reads(_name)
    del _name, _changes, _reads

    @property
    def permanent(self):
        return dict.get(self, '_permanent', False)

    @permanent.setter
    def permanent(self, value):
        self['_permanent'] = bool(value)


class NullSession(SecureCookieSession):
    def _fail(self, *_args, **_kwargs):
        raise RuntimeError('The session is unavailable because no secret key was set.  Set the secret_key on the application to something unique and secret.')

    __setitem__ = __delitem__ = clear = pop = popitem = update = setdefault = _fail


class SecureCookieSessionInterface:
    salt = 'cookie-session'

    def make_null_session(self, app):
        return NullSession()

    def get_signing_serializer(self, app):
        if not app.secret_key:
            return None
        return URLSafeTimedSerializer(app.secret_key, salt=self.salt, signer_kwargs={'key_derivation': 'hmac', 'digest_method': hashlib.sha1})

    def open_session(self, app, request):
        serializer = self.get_signing_serializer(app)
        if serializer is None:
            return None
        value = request.cookies.get(app.config['SESSION_COOKIE_NAME'])
        if not value:
            return SecureCookieSession()
        try:
            return SecureCookieSession(serializer.loads(value, max_age=int(app.permanent_session_lifetime.total_seconds())))
        except BadSignature:
            return SecureCookieSession()

    def save_session(self, app, session, response):
        if isinstance(session, NullSession):
            return
        name = app.config['SESSION_COOKIE_NAME']
        if session.accessed:
            response.headers.add('Vary', 'Cookie')
        if not len(session):
            if session.modified:
                response.delete_cookie(name, httponly=True)
            return
        if not session.modified and not session.permanent:
            return
        import datetime
        expires = datetime.datetime.now(datetime.timezone.utc) + app.permanent_session_lifetime if session.permanent else None
        response.set_cookie(name, self.get_signing_serializer(app).dumps(dict(dict.items(session))), expires=expires, httponly=app.config['SESSION_COOKIE_HTTPONLY'], secure=app.config['SESSION_COOKIE_SECURE'], samesite=app.config['SESSION_COOKIE_SAMESITE'], path=app.config['SESSION_COOKIE_PATH'] or app.config['APPLICATION_ROOT'])
