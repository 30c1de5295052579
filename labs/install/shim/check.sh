container_runs lighthouse || fail not-running
pid=$(docker inspect --format '{{.State.Pid}}' lighthouse)
parent=$(ps -o args= -p "$(ps -o ppid= -p "$pid" | tr -d ' ')" | awk '{ print $1 }')
given=$(awk '{ print $1 }' <<<"$ANSWER"); given=${given##*/}
[ -n "$given" ] || fail no-answer
case $given in
  "${parent##*/}" | containerd-shim) exit 0 ;;
  httpd | busybox) fail itself "$given" ;;
  dockerd | containerd | runc | docker | init | systemd | tini) fail further "$given" ;;
esac
fail other "$given"
