container_runs web || fail not-running
pid=$(docker inspect --format '{{.State.Pid}}' web)
given=${ANSWER//[[:space:]]/}
[ -n "$given" ] || fail no-answer
case $given in
  "$pid") exit 0 ;;
  1) fail inner ;;
  "$(ps -o ppid= -p "$pid" | tr -d ' ')") fail parent "$given" ;;
esac
fail other "$given"
