pid=$(docker inspect --format '{{.State.Pid}}' web)
echo "answer $(ps -o ppid= -p "$pid")"
