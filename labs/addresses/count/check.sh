prefix=$(docker network inspect --format '{{range .IPAM.Config}}{{.Subnet}}{{end}}' yard)
prefix=${prefix#*/}
[ -n "$prefix" ] || fail no-network
hosts=$(((1 << (32 - prefix)) - 2))
given=${ANSWER//[[:space:]]/}
[ -n "$given" ] || fail no-answer
case $given in
  $hosts) exit 0 ;;
  $((hosts + 2))) fail all-addresses "$given" ;;
  $((hosts - 1))) fail without-gateway "$given" ;;
esac
for other in 16 17 18 19 20 21 22 23 24 25; do
  [ "$given" != $(((1 << (32 - other)) - 2)) ] || fail power "$given"
done
fail wrong "$given"
