container_exists small || fail none
limit=$(docker inspect --format '{{.HostConfig.Memory}}' small)
case $limit in
  67108864) ;;
  0) fail unlimited ;;
  *) fail other "$limit" ;;
esac
container_runs small || fail stopped
