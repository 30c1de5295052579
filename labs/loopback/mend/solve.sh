docker rm -f shy
docker run -d --name shy -p 8080:80 -v "$HOME/site:/www:ro" busybox httpd -f -p 80 -h /www
sleep 0.5
