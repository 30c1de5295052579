container_runs web || fail not-running
right=$(docker inspect --format '{{(index .NetworkSettings.Ports "80/tcp" 0).HostPort}}' web)
given=${ANSWER//[[:space:]]/}
[ -n "$given" ] || fail no-answer
[ "$given" != "$right" ] || exit 0
[ "$given" != 80 ] || fail inner
fail other "$given"
