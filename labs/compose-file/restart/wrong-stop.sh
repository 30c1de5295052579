cd harbour
docker compose stop
