pid=$(docker inspect --format '{{.State.Pid}}' guest)
for each in pid net uts ipc; do
  [ "$(sudo readlink "/proc/$pid/ns/$each")" != "$(readlink "/proc/self/ns/$each")" ] || echo "answer $each"
done
