pid=$(docker inspect --format '{{.State.Pid}}' lighthouse)
echo "answer $(ps -o args= -p "$(ps -o ppid= -p "$pid" | tr -d ' ')" | awk '{ print $1 }')"
