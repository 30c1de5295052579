setsid nohup nc -dlk ::1 700 > /dev/null 2>&1 &
sleep 0.3
