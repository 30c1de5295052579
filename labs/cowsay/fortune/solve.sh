docker run test/cowsay-dockerfile
