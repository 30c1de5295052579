web=$(docker inspect --format '{{.NetworkSettings.IPAddress}}' web)
ping -c 1 "$web" > /dev/null
echo "answer $(ip neigh show "$web" | sed 's/.*lladdr \([^ ]*\).*/\1/')"
