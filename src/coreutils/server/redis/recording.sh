# Asks a Redis what it says. Run with real redis to record (RECORD=1) and with ours to compare.
rm -rf /tmp/redis-test; mkdir -p /tmp/redis-test; cd /tmp/redis-test
up() { redis-server --port 7379 --bind 127.0.0.1 --save '' --daemonize yes --logfile log --dir /tmp/redis-test "$@" >/dev/null; until redis-cli -p 7379 ping >/dev/null 2>&1; do sleep 0.05; done; }
down() { redis-cli -p 7379 "$@"; while redis-cli -p 7379 ping >/dev/null 2>&1; do sleep 0.05; done; }
up
c() { echo "> $*"; redis-cli -p 7379 "$@"; local s=$?; [ $s = 0 ] || echo "[$s]"; }
n() { echo "# $*"; redis-cli -p 7379 --no-raw "$@"; }
c ping; n ping hello; c echo 'a b'; n echo "quote\"d"; c set name Anna; n get name; c get nothing; n get nothing; c exists name nothing name; n del name nothing; c set
n set k v ex 100; n ttl k; n persist k; n ttl k; n ttl none; n set k v2 nx; n set k v3 xx; n set k v4 xx get; n set k v5 ex 0; n set k v6 foo; n expire k 50; n expire none 5; n expire k abc; n getex k persist; n setex s 10 v; n setnx s v; n psetex s 5000 v; n getset s w; n getdel s
n append a hello; n append a ' world'; n strlen a; n getrange a 0 4; n getrange a -5 -1; n setrange a 6 WORLD; n get a; n incr n; n incrby n 10; n decr n; n decrby n 3; n incrbyfloat n 0.5; n incr a; n mset x 1 y 2; n mget x y z; n mset x; n msetnx x 1 q 2; n incrby n abc
n rpush l a b c; n lpush l z; n lrange l 0 -1; n llen l; n lindex l 1; n lindex l 9; n lset l 0 y; n lset l 9 y; n lpop l; n rpop l; n lpop l 2; n lrange l 0 -1; n lrem l 0 x; n linsert l before a b; n get l; n lpop none; n rpush l 1 2 3 2 1; n lrem l 1 2; n lrange l 0 -1; n ltrim l 0 1; n lrange l 0 -1; n rpoplpush l l2; n lmove l l2 left right; n lrange l2 0 -1; n lpos l2 2; n lpushx none a; c lrange l2 0 -1
n hset h f v g w; n hget h f; n hget h none; n hgetall h; n hmget h f none; n hexists h f; n hlen h; n hkeys h; n hvals h; n hincrby h num 5; n hdel h f none; n hset h f; n hsetnx h g x; n hstrlen h g; n type h; n incr h; c hgetall h; n hmset h a b; n hincrbyfloat h num 1.5
n sadd s1 a b c; n sadd s1 a; n sismember s1 a; n scard s1; n smismember s1 a q; n sadd s2 b c d; n srem s1 a q; n sinter s1 s2 | sort; n scard s2; n smove s1 s2 b; n sismember s2 b; n sunionstore s3 s1 s2; n sdiffstore s4 s2 s1; n scard s4; n type s1; n sintercard 2 s1 s2; n spop none; n srandmember none; n smembers none
n zadd z 1 one 2 two 3 three; n zadd z 5 one; n zscore z one; n zrange z 0 -1; n zrange z 0 -1 withscores; n zrevrange z 0 0; n zrank z two; n zrank z none; n zcard z; n zincrby z 2.5 two; n zrangebyscore z 2 4; n zrangebyscore z '(3' +inf withscores; n zcount z -inf +inf; n zrem z one; n zadd z nx 9 two; n zadd z abc x; n zpopmin z; n zrange z 0 -1 rev; n zscore z nope; n zadd z xx ch 7 three; n zremrangebyrank z 0 -1; n exists z; n type none
n keys 'h*'; n type a; n rename a b; n rename none b; n renamenx x y; n exists b; n dbsize; n randomkey >/dev/null; n touch x y none; n unlink x none; n copy y yy; n object encoding y; n object encoding l2; n object encoding none; n select 3; n select 99; n select a; n move y 5; n -n 5 get y; n -n 5 dbsize; n swapdb 0 99; n expiretime y; n pttl none; n pexpire none 5
n config get maxmemory; n config get port; n config set maxmemory 100mb; n config get maxmemory; n config set nope 1; n config get nope; n config resetstat; n client getname; n client setname me; n client id >/dev/null; n client list | sed 's/=[^ ]*//g; s/ .*//'; n client foo; n info nope; n info server | grep -o '^redis_mode:.*'; n info keyspace | tr -d '\r'; n time | wc -l; n debug sleep 0; n lastsave | grep -c integer; n role; n wait 0 0; n acl whoami; n reset; n auth x; n auth default x; n latency latest; n slowlog len; n save; n bgsave | head -1
n nosuch; n nosuch a b; n get; n get a b; n PING a b; n Set k; n subscribe | head -1; n publish ch hi; n pubsub channels; n pubsub numsub ch; n multi; n exec; n discard; n watch k; n unwatch; n xadd; n shutdown foo
printf 'multi\nset t 1\nincr t\nexec\nget t\n' | redis-cli -p 7379
printf 'multi\nset t\nexec\n' | redis-cli -p 7379
printf 'multi\nset t a\nincr t\nget t\nexec\n' | redis-cli -p 7379
printf 'multi\nset t b\ndiscard\nget t\nmulti\nmulti\nexec\n' | redis-cli -p 7379
printf 'set a "x y"\nget a\nset b '"'it'"'\nget b\n"unbalanced\n\nping\nselect 2\ndbsize\n' | redis-cli -p 7379
printf 'value from stdin' | redis-cli -p 7379 -x set fromstdin; n get fromstdin; redis-cli -p 7379 -r 3 incr r; redis-cli -p 7379 -r 2 -i 0.01 ping; redis-cli -p 7379 --csv lrange l2 0 -1; redis-cli -p 7379 --raw hgetall h; redis-cli -u redis://127.0.0.1:7379/0 ping; redis-cli -h 127.0.0.1 -p 7379 -n 2 set two 2; redis-cli -p 7379 -e nosuch; echo $?; redis-cli -p 7379 nosuch; echo $?; redis-cli -p 7379 --scan --pattern 'h*'
redis-cli -p 7380 ping; echo $?; redis-cli -h nosuchhost.test ping 2>&1 | cut -c1-50; redis-cli --nosuch; echo $?; redis-cli -p; echo $?
printf 'PING\r\nSET inline 1\r\nGET inline\r\nNOSUCH\r\n' | nc -N 127.0.0.1 7379; printf '*1\r\n$4\r\nPING\r\n*2\r\n$3\r\nGET\r\n$6\r\ninline\r\n' | nc -N 127.0.0.1 7379; printf '*1\r\n$abc\r\n' | nc -N 127.0.0.1 7379; printf '*a\r\n' | nc -N 127.0.0.1 7379
: > monitor; : > sub; redis-cli -p 7379 monitor > monitor & until grep -q OK monitor; do sleep 0.05; done; redis-cli -p 7379 set watched 'a "b"' > /dev/null; until grep -q watched monitor; do sleep 0.05; done; kill $!; sed 's/^[0-9.]* \[\([0-9]*\) [^]]*\]/TIME [\1 PEER]/' monitor
redis-cli -p 7379 subscribe news > sub & until grep -q news sub; do sleep 0.05; done; redis-cli -p 7379 publish news hello; redis-cli -p 7379 publish other x; until grep -q hello sub; do sleep 0.05; done; kill $!; cat sub
n flushdb; n dbsize; n flushall
redis-cli -p 7379 config set requirepass secret; c get x; redis-cli -p 7379 -a secret get x; redis-cli -p 7379 --no-auth-warning -a wrong ping; REDISCLI_AUTH=secret redis-cli -p 7379 ping; printf 'auth secret\nping\n' | redis-cli -p 7379
down --no-auth-warning -a secret shutdown nosave; redis-cli -p 7379 ping; grep -c 'Ready to accept' log
echo '=== persistence'
up
for x in 'set s v' 'set n 12345' 'set e v ex 999' 'rpush l a b c' 'sadd u x' 'sadd i 1 2 3' 'hset h f v' 'zadd z 1.5 m'; do redis-cli -p 7379 $x > /dev/null; done; redis-cli -p 7379 save; down shutdown save; head -c 5 dump.rdb; echo
up
n mget s n e; n lrange l 0 -1; n smembers u; n scard i; n hgetall h; n zrange z 0 -1 withscores; n ttl e | grep -c '9[0-9][0-9]'; down shutdown nosave
rm -f dump.rdb; up --appendonly yes; redis-cli -p 7379 set aof yes; redis-cli -p 7379 rpush al 1 2; ls appendonlydir | sort; down shutdown nosave
up --appendonly yes; n get aof; n lrange al 0 -1; down shutdown nosave
echo '=== command line'
redis-server --nosuch 1; echo $?; redis-server /no/such.conf; echo $?; redis-server --port abc; echo $?; redis-server --version | cut -c1-15; redis-cli --version | cut -c1-9; redis-server --port 7379 --bind 127.0.0.1 --dir /nowhere; echo $?
