cd harbour
docker compose restart
