docker run -d --name probe --network host busybox sleep 1000000
