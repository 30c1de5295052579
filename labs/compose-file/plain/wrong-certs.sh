cd harbour
sed -i -e 's/443:5000/"5000:5000"/' -e '/environment:/d' -e '/REGISTRY_/d' docker-compose.yml
docker compose up -d
