docker exec web kill -9 1
sleep 0.3
