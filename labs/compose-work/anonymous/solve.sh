cd quay
echo 'high water at 16:35' > web/tides.txt
docker compose up -d --build -V
until curl -s http://localhost:8081/tides/today.txt | grep 16:35; do sleep 0.1; done
