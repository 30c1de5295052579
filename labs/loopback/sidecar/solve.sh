docker run -d --name probe --network container:private busybox sleep 1000000
