cd identidock
docker rm -f $(docker ps -aq)
cat > compose.yaml <<'END'
services:
  identidock:
    build: .
    ports: ["5000:5000"]
    environment: { ENV: DEV }
    volumes: ["./app:/app"]
    depends_on:
      redis: { condition: service_started }
  dnmonster:
    image: drydock/dnmonster:2.0
  redis:
    image: redis:alpine3.12
    healthcheck: { test: ["CMD", "redis-cli", "ping"], interval: 1s, timeout: 2s, retries: 30 }
END
docker compose up -d --build
until curl -s -o /dev/null localhost:5000; do sleep 0.1; done
curl -s -o /dev/null localhost:5000/monster/anna
until [ "$(docker inspect --format "{{.State.Health.Status}}" identidock-redis-1)" = healthy ]; do sleep 0.2; done
