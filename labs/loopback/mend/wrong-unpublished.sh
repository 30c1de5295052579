docker rm -f shy
docker run -d --name shy -v "$HOME/site:/www:ro" busybox httpd -f -p 80 -h /www
sleep 0.5
