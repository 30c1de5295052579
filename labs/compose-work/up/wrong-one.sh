cd quay
docker compose up -d web
