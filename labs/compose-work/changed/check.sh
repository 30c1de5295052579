cd "$LAB_HOME/quay" || fail file
config=$(docker compose config --format json 2> /dev/null) || fail file
port=$(jq -r '[.services.web.ports // [] | .[] | select(.target == 80) | .published] | join(" ")' <<<"$config")
[ -n "$port" ] || fail no-port
[ "$port" != 8080 ] || fail unchanged
of() { docker ps -aq --filter label=com.docker.compose.project=quay --filter "label=com.docker.compose.service=$1" | head -n 1; }
web=$(of web) store=$(of store)
[ -n "$web" ] && [ -n "$store" ] || fail none
bound=$(docker inspect --format '{{range .HostConfig.PortBindings}}{{range .}}{{.HostPort}}{{end}}{{end}}' "$web")
[ "$bound" = "$port" ] || fail not-up "$port"
container_runs "$web" || fail stopped
[ "$(date -d "$(docker inspect --format '{{.Created}}' "$store")" +%s%N)" -lt "$(date -r compose.yaml +%s%N)" ] || fail all
