container_exists registry || fail none
mounts=$(docker inspect --format '{{range .Mounts}}{{.Source}}:{{.Destination}} {{end}}' registry)
for name in REGISTRY_HTTP_TLS_CERTIFICATE REGISTRY_HTTP_TLS_KEY; do
  path=$(docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' registry | sed -n "s/^$name=//p")
  [ -n "$path" ] || fail plain "$name"
  found=
  for mount in $mounts; do
    case $path in "${mount##*:}"/*) [ ! -f "${mount%:*}${path#"${mount##*:}"}" ] || found=yes ;; esac
  done
  [ -n "$found" ] || fail path "$name" "$path" "$mounts"
done
policy=$(docker inspect --format '{{.HostConfig.RestartPolicy.Name}}' registry)
[ "$policy" = always ] || fail policy "$policy"
curl -sf -m 3 --cacert registry_certs/domain.crt https://harbour.test:5000/v2/ > /dev/null || fail silent
