echo "answer $(docker ps -q --filter name=web)"
