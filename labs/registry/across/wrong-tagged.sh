docker pull -q alpine
docker tag alpine harbour.test:5000/alpine:local
