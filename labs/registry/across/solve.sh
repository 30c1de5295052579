docker pull -q harbour.test:5000/alpine:local
