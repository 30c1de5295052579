docker pull -q alpine:latest
docker tag alpine:latest harbour.test/crew/alpine:dev
