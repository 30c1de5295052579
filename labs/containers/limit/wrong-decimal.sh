docker run -d --name small -m 64000000 busybox sleep 1000000
