setsid nohup nc -dlk ::1 7000 > /dev/null 2>&1 &
sleep 0.3
