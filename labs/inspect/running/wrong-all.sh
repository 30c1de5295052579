docker ps -a --format '{{.Names}}' > running.txt
