cd harbour
docker compose kill
