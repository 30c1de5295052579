echo "answer $(docker run busybox ls /root)nothing"
