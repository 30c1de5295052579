id=$(docker ps -aq --filter label=com.docker.compose.project=quay --filter label=com.docker.compose.service=clerk | head -n 1)
[ -n "$id" ] || fail none
words=$(docker logs "$id" 2>&1 | sed -n 's/^word of the day: //p')
[ -n "$words" ] || fail silent
given=$(tail -n 1 <<<"$ANSWER"); given=${given##*: }; given=${given//[[:space:]]/}
[ -n "$given" ] || fail no-answer
grep -qxF -- "$given" <<<"$words" && exit 0
case $given in web | clerk | store) fail service "$given" ;; *tr*random*) fail recipe ;; esac
fail other "$given"
