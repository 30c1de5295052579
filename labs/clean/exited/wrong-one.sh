docker rm -v done-1
