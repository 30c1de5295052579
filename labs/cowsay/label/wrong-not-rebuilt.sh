sed -i 's/^MAINTAINER .*/LABEL maintainer="Captain <captain@example.test>"/' cowsay/Dockerfile
