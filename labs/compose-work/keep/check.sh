id=$(docker ps -q --no-trunc --filter label=com.docker.compose.project=quay --filter label=com.docker.compose.service=store | head -n 1)
[ -n "$id" ] || fail none
happened() { docker events --since 0 --until "$(date +%s.%N)" --filter "type=$1" --filter "event=$2" --format '{{.Actor.ID}} {{index .Actor.Attributes "com.docker.compose.service"}}'; }
folder=$(docker volume inspect --format '{{.Mountpoint}}' quay_store-data 2> /dev/null)
if ! grep -aqs ship "$folder"/*.rdb "$folder"/appendonlydir/*; then
  happened volume destroy | grep -q '^quay_store-data ' && fail gone
  fail no-key
fi
happened container destroy | grep -q ' store$' || fail same
