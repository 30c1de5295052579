ours=$(docker ps -aq --filter label=com.docker.compose.project=harbour --filter label=com.docker.compose.service=registry | head -n 1)
[ -n "$ours" ] || fail none
read -r policy count status code <<<"$(docker inspect --format '{{.HostConfig.RestartPolicy.Name}} {{.RestartCount}} {{.State.Status}} {{.State.ExitCode}}' "$ours")"
case $policy in always | unless-stopped | on-failure) ;; *) fail policy "$policy" ;; esac
case $status in
  running) ;;
  restarting) fail waiting ;;
  *) [ "$code" != 137 ] || fail killed; fail stopped ;;
esac
[ "$count" -ge 1 ] || fail yours
