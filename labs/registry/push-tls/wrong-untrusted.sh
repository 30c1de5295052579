docker tag alpine harbour.test:5000/alpine:local
docker push -q harbour.test:5000/alpine:local
