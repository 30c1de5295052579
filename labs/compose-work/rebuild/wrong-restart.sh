cd quay
echo '<h1>The quay is open</h1>' > web/index.html
docker compose build
docker compose restart web
until curl -sf http://localhost:8080/ > /dev/null; do sleep 0.1; done
