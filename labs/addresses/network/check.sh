container_runs crane || fail no-container
number() { local IFS=.; set -- $1; echo $((($1 << 24) + ($2 << 16) + ($3 << 8) + $4)); }
dotted() { echo "$(($1 >> 24)).$((($1 >> 16) & 255)).$((($1 >> 8) & 255)).$(($1 & 255))"; }
address=$(docker inspect --format '{{.NetworkSettings.Networks.yard.IPAddress}}' crane)
prefix=$(docker network inspect --format '{{range .IPAM.Config}}{{.Subnet}}{{end}}' yard)
prefix=${prefix#*/}
host=$(number "$address")
size=$((1 << (32 - prefix)))
given=${ANSWER//[[:space:]]/}
given=${given%%/*}
[ -n "$given" ] || fail no-answer
case $given in
  "$(dotted $((host / size * size)))") exit 0 ;;
  "$address") fail host-address "$given" ;;
  "$(dotted $((host / 256 * 256)))") fail as-24 "$given" ;;
  "$(dotted $((host / 65536 * 65536)))") fail as-16 "$given" ;;
  "$(dotted $((host / size * size + size - 1)))") fail broadcast "$given" ;;
esac
fail wrong "$given"
