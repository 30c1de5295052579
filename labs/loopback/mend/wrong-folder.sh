docker rm -f shy
docker run -d --name shy -p 8080:80 busybox httpd -f -p 80 -h /etc
sleep 0.5
