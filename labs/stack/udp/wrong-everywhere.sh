setsid nohup nc -dluk 5300 > heard.txt 2> /dev/null &
sleep 0.3
echo ahoy | nc -u -w 1 127.0.0.1 5300
