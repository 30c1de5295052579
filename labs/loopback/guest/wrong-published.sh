docker run -d --name guest -p 9100:9000 busybox sleep 1000000
