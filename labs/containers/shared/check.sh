container_runs guest || fail not-running
given=${ANSWER//[[:space:]]/}; given=${given,,}
[ -n "$given" ] || fail no-answer
[ "$given" != network ] || given=net
case $given in
  pid | net | uts | ipc) ;;
  user | cgroup | time) fail usual "$given" ;;
  mnt | mount) fail own mnt ;;
  *) fail unknown "$given" ;;
esac
pid=$(docker inspect --format '{{.State.Pid}}' guest)
[ "$(readlink "/proc/$pid/ns/$given")" = "$(readlink "/proc/self/ns/$given")" ] || fail own "$given"
