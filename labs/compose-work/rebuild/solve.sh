cd quay
echo '<h1>The quay is open</h1>' > web/index.html
docker compose build
docker compose up -d
until curl -s http://localhost:8080/ | grep open; do sleep 0.1; done
