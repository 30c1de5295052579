cd quay
docker compose exec -T store redis-cli set ship Aurora
docker compose down
docker compose up -d
until docker compose exec -T store redis-cli get ship | grep Aurora; do sleep 0.1; done
until curl -sf http://localhost:8080/ > /dev/null; do sleep 0.1; done
