cd quay
echo '<h1>The quay is open</h1>' > web/index.html
docker compose up -d
