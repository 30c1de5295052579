sed -i '/environment:/d; /REGISTRY_HTTP_TLS/d' compose.yaml
docker rm -f registry
docker compose up -d
