cd quay
docker compose up -d
until curl -sf http://localhost:8080/ > /dev/null; do sleep 0.1; done
until docker compose logs store | grep -q 'Ready to accept'; do sleep 0.1; done
until docker compose logs clerk | grep -q 'word of the day'; do sleep 0.1; done
