setsid nohup nc -dlk 127.0.0.1 5301 > /dev/null 2>&1 &
sleep 0.3
