cd cowsay
docker build -t test/cowsay-dockerfile .
docker run test/cowsay-dockerfile Moo
