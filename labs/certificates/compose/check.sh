id=$(docker ps -aq --filter label=com.docker.compose.service=registry | head -n 1)
[ -n "$id" ] || fail none
mounts=$(docker inspect --format '{{range .Mounts}}{{.Source}}:{{.Destination}} {{end}}' "$id")
for name in REGISTRY_HTTP_TLS_CERTIFICATE REGISTRY_HTTP_TLS_KEY; do
  path=$(docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$id" | sed -n "s/^$name=//p")
  [ -n "$path" ] || fail plain "$name"
  found=
  for mount in $mounts; do
    case $path in "${mount##*:}"/*) [ ! -f "${mount%:*}${path#"${mount##*:}"}" ] || found=yes ;; esac
  done
  [ -n "$found" ] || fail path "$name" "$path" "$mounts"
done
if ! container_runs "$id"; then
  container_runs registry && fail port
  fail stopped
fi
curl -sf -m 3 --cacert rootCA.crt https://harbour.test/v2/ > /dev/null || fail silent
