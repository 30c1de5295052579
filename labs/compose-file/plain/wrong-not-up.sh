cd harbour
docker compose up -d
sed -i -e 's/443:5000/"5000:5000"/' -e '/environment:/d' -e '/REGISTRY_/d' -e '/:\/certs/d' docker-compose.yml
