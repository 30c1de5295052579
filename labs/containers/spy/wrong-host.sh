docker run -d --name spy --pid host busybox sleep 1000000
