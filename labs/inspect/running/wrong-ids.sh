docker ps -q > running.txt
