cd cowsay
echo 'LABEL maintainer="Captain <captain@example.test>"' >> Dockerfile
docker build -t test/cowsay-dockerfile .
