cd quay
docker compose create
