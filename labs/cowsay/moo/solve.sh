docker run test/cowsay-dockerfile Moo
