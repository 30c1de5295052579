cd harbour
sed -i -e '/environment:/d' -e '/REGISTRY_/d' -e '/:\/certs/d' docker-compose.yml
docker compose up -d
