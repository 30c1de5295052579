container_exists tug || fail no-container
container_runs tug || fail not-running "$(docker inspect --format '{{.State.Status}}' tug)"
address=$(docker inspect --format '{{with index .NetworkSettings.Networks "pier"}}{{.IPAddress}}{{end}}' tug)
[ -n "$address" ] || fail other-network "$(docker inspect --format '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}}{{end}}' tug)"
[ "$address" = 10.20.30.30 ] || fail other-address "$address"
