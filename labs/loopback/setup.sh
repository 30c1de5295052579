# A container whose server listens where nobody outside can reach it, and a server on the host's own loopback.
docker run -d --name shy --restart always -p 8080:80 -v "$LAB_HOME/site:/www:ro" busybox httpd -f -p 127.0.0.1:80 -h /www > /dev/null
docker run -d --name kiosk --restart always --network host busybox httpd -f -p 127.0.0.1:9000 -h /etc > /dev/null
