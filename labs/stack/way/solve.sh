web=$(docker inspect --format '{{.NetworkSettings.IPAddress}}' web)
echo "answer $(ip route get "$web" | sed -n 's/.* dev \([^ ]*\).*/\1/p')"
