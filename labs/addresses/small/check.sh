subnet=$(docker network inspect --format '{{range .IPAM.Config}}{{.Subnet}}{{end}}' pier 2>/dev/null) || fail no-network
[ "$subnet" != 10.20.30.16/28 ] || exit 0
hosts=$(((1 << (32 - ${subnet#*/})) - 2))
case $subnet in
  10.20.30.*/28) fail elsewhere "$subnet" ;;
  10.20.*)
    [ "$hosts" -gt 14 ] && fail too-big "$subnet" "$hosts"
    [ "$hosts" -lt 14 ] && fail too-small "$subnet" "$hosts"
    fail elsewhere "$subnet" ;;
esac
fail no-subnet "$subnet"
