docker run -d --name tug  busybox sleep 1000000
