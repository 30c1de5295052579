container_runs web || fail no-container
web=$(docker inspect --format '{{.NetworkSettings.IPAddress}}' web)
given=${ANSWER//[[:space:]]/}
given=${given%%@*}
[ -n "$given" ] || fail no-answer
[ "$given" != "$(ip route get "$web" | sed -n 's/.* dev \([^ ]*\).*/\1/p')" ] || exit 0
ip -br link | awk '{ print $1 }' | grep -qE "^$given(@|\$)" || fail unknown "$given"
case $given in
  lo) fail loopback ;;
  veth*) fail plug "$given" ;;
esac
fail outside "$given"
