cd quay
docker compose down -v
