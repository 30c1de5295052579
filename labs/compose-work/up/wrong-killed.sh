cd quay
docker compose up -d
docker compose kill clerk
