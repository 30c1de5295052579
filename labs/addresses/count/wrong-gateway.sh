prefix=$(docker network inspect --format '{{range .IPAM.Config}}{{.Subnet}}{{end}}' yard)
prefix=${prefix#*/}
echo "answer $(((1 << (32 - prefix)) - 3))"
