cd quay
docker compose down
docker compose up -d
until docker compose logs store | grep -q "Ready to accept"; do sleep 0.1; done
