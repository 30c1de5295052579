"""What can go wrong."""


class RedisError(Exception):
    pass


class ConnectionError(RedisError):
    pass


class TimeoutError(RedisError):
    pass


class AuthenticationError(ConnectionError):
    pass


class BusyLoadingError(ConnectionError):
    pass


class InvalidResponse(RedisError):
    pass


class ResponseError(RedisError):
    pass


class DataError(RedisError):
    pass


class PubSubError(RedisError):
    pass


class WatchError(RedisError):
    pass


class ReadOnlyError(ResponseError):
    pass


class NoScriptError(ResponseError):
    pass


class NoPermissionError(ResponseError):
    pass


class AuthenticationWrongNumberOfArgsError(ResponseError):
    pass
