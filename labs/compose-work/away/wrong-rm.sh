cd quay
docker compose rm -sf
