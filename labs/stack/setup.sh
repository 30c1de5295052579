# A web server in a container, and a letter whose length nobody knows beforehand.
docker run -d --name web --restart always -p 127.0.0.1:8080:80 -v "$LAB_HOME/site:/www:ro" busybox httpd -f -p 80 -h /www > /dev/null
head -c $((200 + RANDOM % 700)) /dev/zero | tr '\0' x > "$LAB_HOME/letter.txt"
chown "$LAB_USER:" "$LAB_HOME/letter.txt"
