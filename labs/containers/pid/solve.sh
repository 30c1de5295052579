echo "answer $(docker inspect --format '{{.State.Pid}}' web)"
