docker run -d --name tug --network pier --ip 10.20.30.31 busybox sleep 1000000
