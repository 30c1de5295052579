listens u 127.0.0.1:5300 || fail udp-gone
listens t 127.0.0.1:5300 && exit 0
other=$(listeners t | grep -E ':53[0-9][0-9]$' | head -n 1)
[ -z "$other" ] || fail other-port "$other"
fail no-tcp
