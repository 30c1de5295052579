echo "answer $(docker inspect --format '{{.NetworkSettings.EndpointID}}' web)"
