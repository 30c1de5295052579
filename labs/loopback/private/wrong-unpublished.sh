docker run -d --name private -v "$HOME/site:/www:ro" busybox httpd -f -p 8081 -h /www
sleep 0.5
