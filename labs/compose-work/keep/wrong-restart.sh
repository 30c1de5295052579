cd quay
docker compose exec -T store redis-cli set ship Aurora
docker compose restart store
until docker compose exec -T store redis-cli get ship | grep Aurora; do sleep 0.1; done
