setsid nohup nc -dlk 127.0.0.1 8080 > /dev/null 2>&1 &
setsid nohup nc -dlk 127.0.0.2 8080 > /dev/null 2>&1 &
sleep 0.3
