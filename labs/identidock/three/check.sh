service() { docker ps -q --filter label=com.docker.compose.project=identidock --filter "label=com.docker.compose.service=$1" | head -1; }
web=$(service identidock)
[ -n "$web" ] || fail no-service identidock
for name in dnmonster redis; do [ -n "$(service $name)" ] || fail no-service "$name"; done
store=$(service redis)
curl -s -o /dev/null --max-time 3 http://localhost:5000/ || fail no-answer
[ "$(docker inspect --format '{{with .State.Health}}{{.Status}}{{end}}' "$store")" = healthy ] || fail no-health
[[ $(docker inspect --format '{{index .Config.Labels "com.docker.compose.depends_on"}}' "$web") == *redis:service_healthy* ]] || fail not-waiting
# Redis answers in its own protocol to whoever connects; from the host by the container's address.
address=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$store")
exec 3<> "/dev/tcp/$address/6379" || fail no-health
printf 'DBSIZE\r\n' >&3
read -r -t 3 size <&3
[ "$(tr -cd 0-9 <<<"$size")" != 0 ] || fail empty-cache
