running=$(docker ps -q --filter ancestor=identidock | head -1)
[ -n "$running" ] || fail nothing-runs
[ -n "$(docker port "$running" 5000/tcp 2>/dev/null)" ] || fail unpublished
log=$(docker logs "$running" 2>&1)
grep -q 'Running on http://0.0.0.0\|Running on all addresses' <<<"$log" || fail loopback
grep -q 'Debug mode: on' <<<"$log" && fail debug
curl -s -o /dev/null --max-time 3 http://localhost:5000/ || fail no-answer
