cd harbour
sed -i -e 's/443:5000/"5000:5000"/' -e '/environment:/d' -e '/REGISTRY_/d' -e '/:\/certs/d' docker-compose.yml
docker compose up -d
until curl -sf http://localhost:5000/v2/; do sleep 0.1; done
