container_exists spy || fail none
container_runs spy || fail stopped
mode=$(docker inspect --format '{{.HostConfig.PidMode}}' spy)
case $mode in
  host) fail host ;;
  container:*) ;;
  *) fail own ;;
esac
[ "$(docker inspect --format '{{.Id}}' "${mode#container:}")" = "$(docker inspect --format '{{.Id}}' web)" ] || fail other
