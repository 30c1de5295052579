cd quay
docker compose exec -T web sh -c 'echo "<h1>The quay is open</h1>" > /www/index.html'
