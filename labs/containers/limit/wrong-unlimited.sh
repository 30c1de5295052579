docker run -d --name small busybox sleep 1000000
