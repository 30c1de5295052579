pid=$(ss -Hltnp | grep -F ' 127.0.0.1:8080 ' | sed -n 's/.*pid=\([0-9]*\).*/\1/p')
kill "$pid"
sleep 0.3
