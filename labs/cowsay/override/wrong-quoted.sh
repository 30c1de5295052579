docker run --entrypoint 'cat /etc/os-release' test/cowsay-dockerfile
