setsid nohup nc -dlk 127.0.0.1 5300 > heard.txt 2> /dev/null &
sleep 0.3
echo ahoy | nc -N 127.0.0.1 5300
sleep 0.3
