docker run --entrypoint cat test/cowsay-dockerfile /etc/os-release
