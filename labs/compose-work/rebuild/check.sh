id=$(docker ps -q --filter label=com.docker.compose.project=quay --filter label=com.docker.compose.service=web | head -n 1)
[ -n "$id" ] || fail none
page=$(cat "$LAB_HOME/quay/web/index.html" 2> /dev/null) || fail no-page
built=$(cat "$(image_file quay-web www/index.html)" 2> /dev/null)
used=$(cat "$(image_file "$(docker inspect --format '{{.Image}}' "$id")" www/index.html)" 2> /dev/null)
at=$(docker port "$id" 80/tcp | head -n 1)
served=$(curl -sf -m 3 "http://localhost:${at##*:}/") || fail silent
[ "$served" = "$used" ] || fail inside
[ "$page" != '<h1>The quay is closed</h1>' ] || fail unchanged
[ "$built" = "$page" ] || fail not-built
[ "$served" = "$page" ] || fail not-up
