container_runs probe || fail no-container
mode=$(docker inspect --format '{{.HostConfig.NetworkMode}}' probe)
case $mode in
  host) fail host ;;
  container:*) ;;
  *) fail same-network "$mode" ;;
esac
container_runs private || fail no-private
[ "$(docker inspect --format '{{.Id}}' "${mode#container:}")" = "$(docker inspect --format '{{.Id}}' private)" ] || fail other-container "$(docker inspect --format '{{slice .Name 1}}' "${mode#container:}")"
