"""Data that others may keep but not change: signed with a key."""
import base64
import hashlib
import hmac
import json
import time
import zlib

__version__ = '@VERSION@'


class BadData(Exception):
    def __init__(self, message):
        super().__init__(message)
        self.message = message


class BadSignature(BadData):
    def __init__(self, message, payload=None):
        super().__init__(message)
        self.payload = payload


class BadTimeSignature(BadSignature):
    def __init__(self, message, payload=None, date_signed=None):
        super().__init__(message, payload)
        self.date_signed = date_signed


class SignatureExpired(BadTimeSignature):
    pass


class BadPayload(BadData):
    def __init__(self, message, original_error=None):
        super().__init__(message)
        self.original_error = original_error


def want_bytes(value):
    return value.encode() if isinstance(value, str) else value


def base64_encode(value):
    return base64.urlsafe_b64encode(want_bytes(value)).rstrip(b'=')


def base64_decode(value):
    value = want_bytes(value)
    try:
        return base64.urlsafe_b64decode(value + b'=' * (-len(value) % 4))
    except ValueError as error:
        raise BadData('Invalid base64-encoded data') from error


class Signer:
    """Adds a signature to bytes, and takes it off again when it is right."""

    default_key_derivation = 'django-concat'

    def __init__(self, secret_key, salt=b'itsdangerous.Signer', sep=b'.', key_derivation=None, digest_method=hashlib.sha1):
        self.secret_key, self.salt, self.sep = want_bytes(secret_key), want_bytes(salt), want_bytes(sep)
        self.key_derivation = key_derivation or self.default_key_derivation
        self.digest_method = digest_method

    def derive_key(self):
        if self.key_derivation == 'concat':
            return self.digest_method(self.salt + self.secret_key).digest()
        if self.key_derivation == 'django-concat':
            return self.digest_method(self.salt + b'signer' + self.secret_key).digest()
        if self.key_derivation == 'hmac':
            return hmac.new(self.secret_key, self.salt, self.digest_method).digest()
        return self.secret_key

    def get_signature(self, value):
        return base64_encode(hmac.new(self.derive_key(), want_bytes(value), self.digest_method).digest())

    def sign(self, value):
        value = want_bytes(value)
        return value + self.sep + self.get_signature(value)

    def unsign(self, signed):
        signed = want_bytes(signed)
        if self.sep not in signed:
            raise BadSignature(f'No {self.sep!r} found in value')
        value, signature = signed.rsplit(self.sep, 1)
        if hmac.compare_digest(signature, self.get_signature(value)):
            return value
        raise BadSignature(f'Signature {signature!r} does not match', payload=value)

    def validate(self, signed):
        try:
            self.unsign(signed)
            return True
        except BadSignature:
            return False


class TimestampSigner(Signer):
    def sign(self, value):
        moment = int(time.time())
        value = want_bytes(value) + self.sep + base64_encode(moment.to_bytes((moment.bit_length() + 7) // 8, 'big'))
        return value + self.sep + self.get_signature(value)

    def unsign(self, signed, max_age=None, return_timestamp=False):
        try:
            result = super().unsign(signed)
        except BadSignature as error:
            raise BadTimeSignature(error.message, error.payload) from None
        value, _, stamp = result.rpartition(self.sep)
        moment = int.from_bytes(base64_decode(stamp), 'big')
        age = int(time.time()) - moment
        if max_age is not None and age > max_age:
            raise SignatureExpired(f'Signature age {age} > {max_age} seconds', payload=value)
        return (value, moment) if return_timestamp else value


class Serializer:
    signer = Signer
    compresses = False

    def __init__(self, secret_key, salt=b'itsdangerous', serializer=json, signer=None, signer_kwargs=None):
        self.secret_key, self.salt, self.serializer = secret_key, salt, serializer
        self.signer, self.signer_kwargs = signer or self.signer, signer_kwargs or {}

    def make_signer(self, salt=None):
        return self.signer(self.secret_key, salt=salt or self.salt, **self.signer_kwargs)

    def dump_payload(self, value):
        text = self.serializer.dumps(value) if self.serializer is not json else json.dumps(value, separators=(',', ':')) if self.compresses else json.dumps(value)
        return want_bytes(text)

    def load_payload(self, payload):
        try:
            return self.serializer.loads(payload.decode())
        except Exception as error:
            raise BadPayload('Could not load the payload because an exception occurred on unserializing the data.', error) from error

    def dumps(self, value, salt=None):
        return self.make_signer(salt).sign(self.dump_payload(value)).decode()

    def loads(self, signed, salt=None, **kwargs):
        return self.load_payload(self.make_signer(salt).unsign(signed, **kwargs))


class TimedSerializer(Serializer):
    signer = TimestampSigner

    def loads(self, signed, max_age=None, return_timestamp=False, salt=None):
        value, moment = self.make_signer(salt).unsign(signed, max_age=max_age, return_timestamp=True)
        return (self.load_payload(value), moment) if return_timestamp else self.load_payload(value)


class _UrlSafe:
    compresses = True

    def dump_payload(self, value):
        data = super().dump_payload(value)
        packed = zlib.compress(data)
        return b'.' + base64_encode(packed) if len(packed) < len(data) - 1 else base64_encode(data)

    def load_payload(self, payload):
        packed = payload.startswith(b'.')
        try:
            data = base64_decode(payload[1:] if packed else payload)
            return super().load_payload(zlib.decompress(data) if packed else data)
        except zlib.error as error:
            raise BadPayload('Could not zlib decompress the payload before decoding the payload', error) from error


class URLSafeSerializer(_UrlSafe, Serializer):
    pass


class URLSafeTimedSerializer(_UrlSafe, TimedSerializer):
    pass
