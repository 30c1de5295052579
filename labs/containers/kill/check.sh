container_exists web || fail gone
container_runs web && fail runs
code=$(container_exit_code web)
since=$(docker inspect --format '{{.State.StartedAt}}' web)
asked=$(docker events --since "$since" --until "$(date +%s)" --filter container=web --filter event=kill 2>/dev/null)
[ -z "$asked" ] || fail by-docker
[ "$code" = 137 ] || fail otherwise "$code"
