cd quay
echo 'high water at 16:35' > web/tides.txt
docker compose up -d --build
docker compose up -d -V
until curl -sf http://localhost:8081/ > /dev/null; do sleep 0.1; done
