cd harbour
id=$(docker compose ps -q registry)
sudo kill "$(docker inspect -f '{{.State.Pid}}' "$id")"
until [ "$(docker inspect -f '{{.State.Status}} {{ge .RestartCount 1}}' "$id")" = 'running true' ]; do sleep 0.1; done
until curl -sf http://localhost:5000/v2/; do sleep 0.1; done
