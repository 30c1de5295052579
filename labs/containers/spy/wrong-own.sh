docker run -d --name spy busybox sleep 1000000
