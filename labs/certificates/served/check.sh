container_exists registry || fail none
published=$(docker inspect --format '{{range $inside, $at := .HostConfig.PortBindings}}{{range $at}}{{.HostPort}}:{{$inside}} {{end}}{{end}}' registry)
case " $published" in *' 443:5000/tcp '*) ;; *) fail port "${published:--}" ;; esac
mounts=$(docker inspect --format '{{range .Mounts}}{{.Source}}:{{.Destination}} {{end}}' registry)
for name in REGISTRY_HTTP_TLS_CERTIFICATE REGISTRY_HTTP_TLS_KEY; do
  path=$(docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' registry | sed -n "s/^$name=//p")
  [ -n "$path" ] || fail plain "$name"
  found=
  for mount in $mounts; do
    case $path in
      "${mount##*:}") [ ! -f "${mount%:*}" ] || found=yes ;;
      "${mount##*:}"/*) [ ! -f "${mount%:*}${path#"${mount##*:}"}" ] || found=yes ;;
    esac
  done
  [ -n "$found" ] || fail path "$name" "$path" "$mounts"
done
curl -sfk -m 3 https://harbour.test/v2/ > /dev/null || fail silent
