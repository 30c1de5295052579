"""Commands as methods."""
import datetime
import time

from .connection import ConnectionPool
from .exceptions import ConnectionError, DataError, ResponseError, TimeoutError, WatchError


def _text(value):
    return value.decode('utf-8', 'replace') if isinstance(value, bytes) else value


def _ok(value):
    return _text(value) == 'OK'


def _set(value):
    return None if value is None else _ok(value) if _text(value) == 'OK' else value


def _pairs(value):
    return {value[index]: value[index + 1] for index in range(0, len(value), 2)} if isinstance(value, list) else value


def _info(value):
    found = {}
    for line in _text(value).splitlines():
        if not line or line.startswith('#'):
            continue
        key, _, text = line.partition(':')
        if ',' in text and '=' in text:
            found[key] = {name: _scalar(each) for name, _, each in (part.partition('=') for part in text.split(','))}
        else:
            found[key] = _scalar(text)
    return found


def _scalar(text):
    try:
        return float(text) if '.' in text else int(text)
    except ValueError:
        return text


def _scan(value):
    return int(value[0]), value[1]


def _scores(value, withscores):
    return [(value[index], float(value[index + 1])) for index in range(0, len(value), 2)] if withscores else value


_booleans = ('EXPIRE', 'EXPIREAT', 'PEXPIRE', 'PERSIST', 'HEXISTS', 'SISMEMBER', 'SMOVE', 'SETNX', 'MSETNX', 'MOVE', 'RENAMENX', 'HSETNX')
_oks = ('FLUSHALL', 'FLUSHDB', 'SELECT', 'RENAME', 'MSET', 'LSET', 'LTRIM', 'SETEX', 'PSETEX', 'HMSET', 'SAVE', 'CONFIG SET', 'CLIENT SETNAME', 'WATCH', 'UNWATCH', 'AUTH', 'SWAPDB')
CALLBACKS = {
    **{name: bool for name in _booleans}, **{name: _ok for name in _oks}, 'SET': _set, 'PING': lambda value: _text(value) == 'PONG', 'HGETALL': lambda value: _pairs(value) or {}, 'CONFIG GET': lambda value: _pairs([_text(each) for each in value]), 'INFO': _info, 'SMEMBERS': set, 'SDIFF': set, 'SINTER': set, 'SUNION': set,
    'INCRBYFLOAT': float, 'ZSCORE': lambda value: None if value is None else float(value), 'ZINCRBY': float, 'SCAN': _scan, 'TIME': lambda value: (int(value[0]), int(value[1])), 'LASTSAVE': lambda value: datetime.datetime.fromtimestamp(value), 'BGSAVE': lambda value: True, 'TYPE': lambda value: value,
    'CLIENT LIST': lambda value: [dict(item.partition('=')[::2] for item in line.split()) for line in _text(value).splitlines()],
}


def _seconds(value):
    return int(value.total_seconds()) if isinstance(value, datetime.timedelta) else value


class Commands:
    def ping(self, **_):
        return self.execute_command('PING')

    def echo(self, value):
        return self.execute_command('ECHO', value)

    def get(self, name):
        return self.execute_command('GET', name)

    def set(self, name, value, ex=None, px=None, nx=False, xx=False, keepttl=False, get=False, exat=None, pxat=None):
        args = [name, value]
        for word, number in (('EX', _seconds(ex)), ('PX', px if not isinstance(px, datetime.timedelta) else int(px.total_seconds() * 1000)), ('EXAT', exat), ('PXAT', pxat)):
            if number is not None:
                if not isinstance(number, int) and not (isinstance(number, str) and number.isdigit()):
                    raise DataError('ex must be datetime.timedelta or int')
                args += [word, number]
        args += [word for word, on in (('NX', nx), ('XX', xx), ('KEEPTTL', keepttl), ('GET', get)) if on]
        return self.execute_command('SET', *args)

    def setex(self, name, time, value):
        return self.execute_command('SETEX', name, _seconds(time), value)

    def expire(self, name, time, **_):
        return self.execute_command('EXPIRE', name, _seconds(time))

    def expireat(self, name, when, **_):
        return self.execute_command('EXPIREAT', name, int(when.timestamp()) if isinstance(when, datetime.datetime) else when)

    def incr(self, name, amount=1):
        return self.execute_command('INCRBY', name, amount)

    incrby = incr

    def decr(self, name, amount=1):
        return self.execute_command('DECRBY', name, amount)

    decrby = decr

    def mget(self, keys, *args):
        return self.execute_command('MGET', *_list(keys, args))

    def mset(self, mapping):
        return self.execute_command('MSET', *[each for pair in mapping.items() for each in pair])

    def keys(self, pattern='*', **_):
        return self.execute_command('KEYS', pattern)

    def scan(self, cursor=0, match=None, count=None, **_):
        return self.execute_command('SCAN', cursor, *(['MATCH', match] if match is not None else []), *(['COUNT', count] if count is not None else []))

    def scan_iter(self, match=None, count=None, **_):
        cursor = None
        while cursor != 0:
            cursor, found = self.scan(cursor or 0, match, count)
            yield from found

    def info(self, section=None, *args, **_):
        return self.execute_command('INFO', *([section] if section else []), *args)

    def config_get(self, pattern='*', *args, **_):
        return self.execute_command('CONFIG GET', pattern, *args)

    def config_set(self, name, value, *args, **_):
        return self.execute_command('CONFIG SET', name, value, *args)

    def client_list(self, **_):
        return self.execute_command('CLIENT LIST')

    def client_setname(self, name, **_):
        return self.execute_command('CLIENT SETNAME', name)

    def flushall(self, asynchronous=False, **_):
        return self.execute_command('FLUSHALL', *(['ASYNC'] if asynchronous else []))

    def flushdb(self, asynchronous=False, **_):
        return self.execute_command('FLUSHDB', *(['ASYNC'] if asynchronous else []))

    def hset(self, name, key=None, value=None, mapping=None, items=None):
        if key is None and not mapping and not items:
            raise DataError("'hset' with no key value pairs")
        pairs = [*(items or []), *([key, value] if key is not None else []), *[each for pair in (mapping or {}).items() for each in pair]]
        return self.execute_command('HSET', name, *pairs)

    def hmset(self, name, mapping):
        return self.execute_command('HMSET', name, *[each for pair in mapping.items() for each in pair])

    def hmget(self, name, keys, *args):
        return self.execute_command('HMGET', name, *_list(keys, args))

    def hincrby(self, name, key, amount=1):
        return self.execute_command('HINCRBY', name, key, amount)

    def lrange(self, name, start, end):
        return self.execute_command('LRANGE', name, start, end)

    def blpop(self, keys, timeout=0):
        found = self.execute_command('BLPOP', *_list(keys, None), timeout)
        return tuple(found) if isinstance(found, list) else found

    def brpop(self, keys, timeout=0):
        found = self.execute_command('BRPOP', *_list(keys, None), timeout)
        return tuple(found) if isinstance(found, list) else found

    def zadd(self, name, mapping, nx=False, xx=False, ch=False, incr=False, **_):
        if not mapping:
            raise DataError('ZADD requires at least one element/score pair')
        flags = [word for word, on in (('NX', nx), ('XX', xx), ('CH', ch), ('INCR', incr)) if on]
        return self.execute_command('ZADD', name, *flags, *[each for member, score in mapping.items() for each in (score, member)])

    def zrange(self, name, start, end, desc=False, withscores=False, **_):
        return _scores(self.execute_command('ZREVRANGE' if desc else 'ZRANGE', name, start, end, *(['WITHSCORES'] if withscores else [])), withscores)

    def zrevrange(self, name, start, end, withscores=False, **_):
        return self.zrange(name, start, end, True, withscores)

    def zincrby(self, name, amount, value):
        return self.execute_command('ZINCRBY', name, amount, value)

    def publish(self, channel, message, **_):
        return self.execute_command('PUBLISH', channel, message)


def _list(keys, args):
    return [*([keys] if isinstance(keys, (str, bytes)) else keys), *(args or [])]


def _plain(command):
    def run(self, *args, **kwargs):
        return self.execute_command(command, *args, *kwargs.values())
    run.__name__ = command.lower()
    return run


for _name in ('append', 'bgsave', 'dbsize', 'exists', 'getrange', 'getset', 'getdel', 'hdel', 'hexists', 'hget', 'hgetall', 'hkeys', 'hlen', 'hsetnx', 'hvals', 'incrbyfloat', 'lastsave', 'lindex', 'linsert', 'llen', 'lpop', 'lpush', 'lrem', 'lset', 'ltrim', 'msetnx', 'persist',
              'pexpire', 'psetex', 'pttl', 'randomkey', 'rename', 'renamenx', 'rpop', 'rpoplpush', 'rpush', 'sadd', 'save', 'scard', 'sdiff', 'select', 'setnx', 'setrange', 'sinter', 'sismember', 'smembers', 'smove', 'spop', 'srandmember', 'srem', 'strlen', 'sunion', 'time', 'touch', 'ttl', 'type', 'unlink', 'zcard', 'zcount', 'zrank', 'zrem', 'zscore'):
    setattr(Commands, _name, _plain(_name.upper()))
Commands.delete = _plain('DEL')
Commands.substr = _plain('GETRANGE')


class Redis(Commands):
    def __init__(self, host='localhost', port=6379, db=0, password=None, socket_timeout=None, socket_connect_timeout=None, connection_pool=None, unix_socket_path=None, encoding='utf-8', decode_responses=False, username=None, client_name=None, charset=None, **_):
        self.connection_pool = connection_pool or ConnectionPool(host=host, port=port, db=db, password=password, username=username, socket_timeout=socket_timeout, socket_connect_timeout=socket_connect_timeout, unix_socket_path=unix_socket_path, encoding=encoding, decode_responses=decode_responses, client_name=client_name)

    @classmethod
    def from_url(cls, url, **kwargs):
        return cls(connection_pool=ConnectionPool.from_url(url, **kwargs))

    def execute_command(self, *args, **_):
        connection = self.connection_pool.get_connection()
        try:
            for left in (1, 0):
                try:
                    connection.send(*args)
                    value = connection.read()
                    break
                except ConnectionError as error:
                    # A connection that the server closed meanwhile is made anew, once.
                    if left == 0 or connection._sock is not None or str(error) != 'Connection closed by server.':
                        raise
            callback = CALLBACKS.get(args[0])
            return callback(value) if callback else value
        finally:
            self.connection_pool.release(connection)

    def pipeline(self, transaction=True, shard_hint=None):
        return Pipeline(self.connection_pool, transaction)

    def transaction(self, func, *watches, value_from_callable=False, **_):
        with self.pipeline() as pipe:
            while True:
                try:
                    if watches:
                        pipe.watch(*watches)
                    value = func(pipe)
                    result = pipe.execute()
                    return value if value_from_callable else result
                except WatchError:
                    continue

    def pubsub(self, **_):
        return PubSub(self.connection_pool)

    def monitor(self):
        return Monitor(self.connection_pool)

    def lock(self, name, timeout=None, **_):
        return Lock(self, name, timeout)

    def close(self):
        self.connection_pool.disconnect()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __getitem__(self, name):
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __setitem__(self, name, value):
        self.set(name, value)

    def __delitem__(self, name):
        self.delete(name)

    def __contains__(self, name):
        return bool(self.exists(name))

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__name__}({self.connection_pool!r})>'


class StrictRedis(Redis):
    pass


from . import _release_of  # noqa: E402
if _release_of >= (3, 0):
    StrictRedis = Redis


class Pipeline(Commands):
    """Commands that are sent together; in a transaction unless told otherwise."""

    def __init__(self, connection_pool, transaction=True):
        self.connection_pool, self.is_transaction, self.command_stack = connection_pool, transaction, []
        self.watching, self.connection = False, None

    def execute_command(self, *args, **_):
        if self.watching and args[0] != 'MULTI':
            return self._now(*args)
        self.command_stack.append(args)
        return self

    def _now(self, *args):
        self.connection = self.connection or self.connection_pool.get_connection()
        self.connection.send(*args)
        value = self.connection.read()
        callback = CALLBACKS.get(args[0])
        return callback(value) if callback else value

    def watch(self, *names):
        self.watching = True
        return self._now('WATCH', *names)

    def unwatch(self):
        return self._now('UNWATCH') if self.watching else True

    def multi(self):
        self.watching = False

    def execute(self, raise_on_error=True):
        stack, self.command_stack = self.command_stack, []
        if not stack and not self.connection:
            return []
        connection = self.connection or self.connection_pool.get_connection()
        try:
            commands = [('MULTI',), *stack, ('EXEC',)] if self.is_transaction else stack
            connection.send_packed(b''.join(connection.pack(*command) for command in commands))
            replies = [connection.read(raise_errors=False) for _ in commands]
            if self.is_transaction:
                queued, replies = replies[1:-1], replies[-1]
                if isinstance(replies, Exception):
                    raise next((each for each in queued if isinstance(each, Exception)), replies)
                if replies is None:
                    raise WatchError('Watched variable changed.')
            found = []
            for index, (command, reply) in enumerate(zip(stack, replies)):
                if isinstance(reply, ResponseError):
                    reply.args = (f'Command # {index + 1} ({" ".join(map(str, command))}) of pipeline caused error: {reply.args[0]}', *reply.args[1:])
                    if raise_on_error:
                        raise reply
                else:
                    callback = CALLBACKS.get(command[0])
                    reply = callback(reply) if callback else reply
                found.append(reply)
            return found
        finally:
            self.watching, self.connection = False, None
            self.connection_pool.release(connection)

    def reset(self):
        self.command_stack, self.watching = [], False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.reset()

    def __len__(self):
        return len(self.command_stack)

    def __bool__(self):
        return True


class PubSub:
    def __init__(self, pool):
        self.connection, self.pool, self.channels, self.patterns = pool.get_connection(), pool, {}, {}

    def subscribe(self, *names, **handlers):
        self.channels.update({name: None for name in names} | handlers)
        self.connection.send('SUBSCRIBE', *names, *handlers)

    def psubscribe(self, *names, **handlers):
        self.patterns.update({name: None for name in names} | handlers)
        self.connection.send('PSUBSCRIBE', *names, *handlers)

    def unsubscribe(self, *names):
        self.connection.send('UNSUBSCRIBE', *names)

    def _message(self, reply):
        kind = _text(reply[0])
        if kind == 'pmessage':
            return {'type': kind, 'pattern': reply[1], 'channel': reply[2], 'data': reply[3]}
        return {'type': kind, 'pattern': None, 'channel': reply[1], 'data': reply[2]}

    def get_message(self, ignore_subscribe_messages=False, timeout=0.0):
        import select
        self.connection.connect()
        if not select.select([self.connection._sock], [], [], timeout)[0]:
            return None
        message = self._message(self.connection.read())
        return None if ignore_subscribe_messages and message['type'].endswith('subscribe') else message

    def listen(self):
        while True:
            yield self._message(self.connection.read())

    def close(self):
        self.connection.disconnect()


class Monitor:
    def __init__(self, pool):
        self.connection = pool.get_connection()

    def __enter__(self):
        self.connection.send('MONITOR')
        self.connection.read()
        return self

    def __exit__(self, *_):
        self.connection.disconnect()

    def next_command(self):
        text = _text(self.connection.read())
        moment, _, rest = text.partition(' ')
        client, _, command = rest.partition('] ')
        return {'time': float(moment), 'command': command.replace('"', ''), 'client': client.strip('[')}

    def listen(self):
        while True:
            yield self.next_command()


class Lock:
    def __init__(self, client, name, timeout):
        self.client, self.name, self.timeout = client, name, timeout

    def acquire(self, blocking=True, **_):
        while not self.client.set(self.name, '1', nx=True, ex=self.timeout):
            if not blocking:
                return False
            time.sleep(0.1)
        return True

    def release(self):
        self.client.delete(self.name)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *_):
        self.release()


_ = TimeoutError
