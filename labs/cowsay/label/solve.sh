cd cowsay
sed -i 's/^MAINTAINER .*/LABEL maintainer="Captain <captain@example.test>"/' Dockerfile
docker build -t test/cowsay-dockerfile .
