address=$(docker inspect --format '{{.NetworkSettings.Networks.yard.IPAddress}}' crane)
echo "answer $address"
