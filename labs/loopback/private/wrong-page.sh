docker run -d --name private -p 127.0.0.1:8081:80 busybox httpd -f -p 80 -h /etc
sleep 0.5
