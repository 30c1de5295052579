cd quay
sed -i 's/8080:80/8081:80/' compose.yaml
docker compose up -d
until curl -sf http://localhost:8081/ > /dev/null; do sleep 0.1; done
