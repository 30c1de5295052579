container_runs front || fail no-front
[ -n "$(docker port front 9090/tcp 2>/dev/null)" ] || fail unpublished
head=$(curl -s -I --max-time 3 http://localhost:9090/) || fail no-answer
grep -qi '^server: gunicorn' <<<"$head" || fail development
