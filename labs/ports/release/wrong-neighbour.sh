pid=$(ss -Hltnp | grep -F ' 127.0.0.2:8080 ' | sed -n 's/.*pid=\([0-9]*\).*/\1/p')
kill "$pid"
setsid nohup nc -dlk 127.0.0.2 8080 > /dev/null 2>&1 &
sleep 0.3
