cd cowsay
sed -i 's/^MAINTAINER .*/LABEL author="Captain <captain@example.test>"/' Dockerfile
docker build -t test/cowsay-dockerfile .
