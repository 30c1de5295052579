docker run --rm hello-world
sleep 1.2
