docker run -d --name tug --network pier busybox sleep 1000000
