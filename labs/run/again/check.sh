container_exists quizzical_wright || fail removed
[ "$(docker inspect --format '{{.Id}}' quizzical_wright)" = "$(cat /root/quizzical.id)" ] || fail recreated
container_runs quizzical_wright || fail stopped
