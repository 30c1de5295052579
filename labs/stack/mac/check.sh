container_runs web || fail no-container
mac=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{.MacAddress}}{{end}}' web)
given=${ANSWER//[[:space:]]/}
given=${given,,}
given=${given//-/:}
[ -n "$given" ] || fail no-answer
[ "$given" != "$mac" ] || exit 0
case $given in
  *.*.*.*) fail ip-address "$given" ;;
  "$(ip -br link show docker0 | awk '{ print $3 }')") fail sender "$given" ;;
esac
fail other "$given"
