[ -f "$LAB_HOME/quay/compose.yaml" ] || fail no-file
for service in web clerk store; do
  id=$(docker ps -aq --filter label=com.docker.compose.project=quay --filter "label=com.docker.compose.service=$service" | head -n 1)
  if [ -z "$id" ]; then
    [ -n "$(docker ps -aq --filter label=com.docker.compose.project=quay)" ] || fail none
    fail missing "$service"
  fi
  case $(docker inspect --format '{{.State.Status}}' "$id") in
    running) ;;
    created) fail created "$service" ;;
    *) fail stopped "$service" ;;
  esac
done
