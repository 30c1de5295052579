docker run -d --name guest --network host busybox sleep 1000000
