cd quay
docker compose stop
