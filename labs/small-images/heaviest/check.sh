image_exists harbour/fat || fail no-image
sizes=$(docker history --human=false --format '{{.Size}}' harbour/fat)
right=$(($(sort -n <<<"$sizes" | tail -n 1) / 1000000))
given=$(tr -cd '0-9.,' <<<"$ANSWER" | tr , .)
[ -n "$given" ] || fail no-answer
given=${given%.0}
[ "$given" != "$right" ] || exit 0
[ "$given" != 0 ] || fail deleted
total=$(docker image inspect --format '{{.Size}}' harbour/fat)
low=$((total / 1000000 - 1)); whole=${given%.*}
[ "$whole" -lt "$low" ] || [ "$whole" -gt $((low + 3)) ] || fail total "$given"
fail other "$given"
