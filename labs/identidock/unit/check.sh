for id in $(docker ps -aq --filter ancestor=identidock); do
  docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$id" | grep -qx ENV=UNIT && { found=$id; break; }
done
[ -n "${found-}" ] || fail no-run
[ "$(docker inspect --format '{{.State.Status}}' "$found")" = exited ] || fail not-ended
said=$(docker logs "$found" 2>&1)
status=$(container_exit_code "$found")
[[ $said != *"can't open file"* ]] || fail no-file
[[ $said =~ Ran\ ([0-9]+)\ test ]] || fail failed "$status"
[ "${BASH_REMATCH[1]}" -ge 2 ] || fail too-few "${BASH_REMATCH[1]}"
[ "$status" = 0 ] || fail failed "$status"
