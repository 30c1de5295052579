id=$(docker ps -q --filter label=com.docker.compose.project=quay --filter label=com.docker.compose.service=web | head -n 1)
[ -n "$id" ] || fail none
table=$(cat "$LAB_HOME/quay/web/tides.txt" 2> /dev/null) || fail no-table
[ "$table" != 'high water at 04:10' ] || fail unchanged
built=$(cat "$(image_file quay-web www/tides/today.txt)" 2> /dev/null)
[ "$built" = "$table" ] || fail not-built
[ "$(docker inspect --format '{{.Image}}' "$id")" = "$(docker image inspect --format '{{.Id}}' quay-web)" ] || fail not-up
at=$(docker port "$id" 80/tcp | head -n 1)
served=$(curl -sf -m 3 "http://localhost:${at##*:}/tides/today.txt") || fail silent
[ "$served" = "$table" ] || fail carried "$served"
