docker run -d --name spy --network container:web busybox sleep 1000000
