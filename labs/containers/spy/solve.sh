docker run -d --name spy --pid container:web busybox sleep 1000000
