if ! container_exists scratch; then
  gone=$(docker events --since 0 --until "$(date +%s)" --filter container=scratch --filter event=destroy 2>/dev/null)
  [ -z "$gone" ] || fail gone
  fail none
fi
image=$(docker inspect --format '{{.Config.Image}}' scratch)
case $image in ubuntu | ubuntu:*) ;; *) fail other-image "$image" ;; esac
[ "$(docker inspect --format '{{.HostConfig.AutoRemove}}' scratch)" = true ] || fail stays
container_runs scratch || fail stopped
