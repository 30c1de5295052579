docker run -d --name probe  busybox sleep 1000000
