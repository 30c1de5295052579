web=$(docker inspect --format '{{.NetworkSettings.IPAddress}}' web)
echo "answer $web"
