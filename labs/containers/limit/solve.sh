docker run -d --name small -m 64m busybox sleep 1000000
