cd quay
docker compose down
