container_runs guest || fail no-container
mode=$(docker inspect --format '{{.HostConfig.NetworkMode}}' guest)
case $mode in
  host) ;;
  container:*) [ "$(docker inspect --format '{{.HostConfig.NetworkMode}}' "${mode#container:}")" = host ] || fail own-loopback "$mode" ;;
  *)
    ports=$(docker port guest | head -n 1)
    [ -z "$ports" ] || fail published "$ports"
    fail own-loopback "$mode" ;;
esac
listens t 127.0.0.1:9000 || fail no-kiosk
