docker ps > running.txt
