docker run -d --name guest  busybox sleep 1000000
