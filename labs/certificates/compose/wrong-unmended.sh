docker rm -f registry
docker compose up -d
