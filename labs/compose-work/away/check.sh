ours() { docker ps "$@" -q --filter label=com.docker.compose.project=quay; }
[ -z "$(ours)" ] || fail running
[ -z "$(ours -a)" ] || fail stopped
[ -z "$(docker network ls -q --filter label=com.docker.compose.project=quay)" ] || fail network
docker volume inspect quay_store-data > /dev/null 2>&1 || fail data
