setsid nohup nc -dlk 8080 > /dev/null 2>&1 &
sleep 0.3
