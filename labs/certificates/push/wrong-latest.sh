docker pull -q alpine:latest
docker tag alpine:latest harbour.test/crew/alpine
docker push -q harbour.test/crew/alpine
