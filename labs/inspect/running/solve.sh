docker ps --format '{{.Names}}' > running.txt
