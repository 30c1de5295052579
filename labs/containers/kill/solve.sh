sudo kill -9 "$(docker inspect --format '{{.State.Pid}}' web)"
sleep 1.2
