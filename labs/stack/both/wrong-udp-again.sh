setsid nohup nc -dluk 127.0.0.2 5300 > /dev/null 2>&1 &
sleep 0.3
