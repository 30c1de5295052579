cd quay
docker compose exec -T store redis-cli set ship Aurora
docker compose down -v
docker compose up -d
until docker compose logs store | grep -q "Ready to accept"; do sleep 0.1; done
