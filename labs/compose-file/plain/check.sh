cd "$LAB_HOME/harbour" 2> /dev/null || fail file
config=$(docker compose config --format json 2> /dev/null) || fail file
service=$(jq -c '.services.registry // empty' <<<"$config")
[ -n "$service" ] || fail file
jq -e '[.environment // {} | keys[] | select(startswith("REGISTRY_HTTP_TLS"))] == []' <<<"$service" > /dev/null || fail tls
jq -e '[.volumes // [] | .[] | select(.target == "/certs")] == []' <<<"$service" > /dev/null || fail certs
jq -e '[.ports // [] | .[] | select(.target == 5000 and .published == "5000")] != []' <<<"$service" > /dev/null || fail port
ours=$(docker ps -aq --filter label=com.docker.compose.project=harbour --filter label=com.docker.compose.service=registry | head -n 1)
if [ -z "$ours" ]; then
  [ -z "$(docker ps -q --filter ancestor=registry:2)" ] || fail by-hand
  fail none
fi
docker inspect --format '{{json .HostConfig.PortBindings}} {{json .Config.Env}}' "$ours" | grep -q '"HostPort":"5000".*]} ' || fail not-up
docker inspect --format '{{json .Config.Env}}' "$ours" | grep -q REGISTRY_HTTP_TLS && fail not-up
container_runs "$ours" || fail stopped
curl -sf -m 3 http://localhost:5000/v2/ > /dev/null || fail silent
