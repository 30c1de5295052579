docker run --entrypoint cat test/cowsay-dockerfile /etc/hostname
