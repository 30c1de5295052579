docker run -d --name probe --network container:shy busybox sleep 1000000
