docker run --rm test/cowsay-dockerfile Moo
sleep 1
