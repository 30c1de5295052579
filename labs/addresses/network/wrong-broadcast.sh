number() { local IFS=.; set -- $1; echo $((($1 << 24) + ($2 << 16) + ($3 << 8) + $4)); }
dotted() { echo "$(($1 >> 24)).$((($1 >> 16) & 255)).$((($1 >> 8) & 255)).$(($1 & 255))"; }
address=$(docker inspect --format '{{.NetworkSettings.Networks.yard.IPAddress}}' crane)
prefix=$(docker network inspect --format '{{range .IPAM.Config}}{{.Subnet}}{{end}}' yard)
prefix=${prefix#*/}
size=$((1 << (32 - prefix)))
echo "answer $(dotted $(($(number "$address") / size * size + size - 1)))"
