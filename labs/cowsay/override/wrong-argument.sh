docker run test/cowsay-dockerfile cat /etc/os-release
