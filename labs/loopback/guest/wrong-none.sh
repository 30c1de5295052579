docker run -d --name guest --network none busybox sleep 1000000
