docker run -d --name private -p 127.0.0.1:8081:80 -v "$HOME/site:/www:ro" busybox httpd -f -p 80 -h /www
sleep 0.5
