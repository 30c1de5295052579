mkdir pennant
cd pennant
curl -sO http://localhost:8000/pennant-1.0.tar.gz
printf '%s\n' 'FROM busybox' 'COPY pennant-1.0.tar.gz /' 'RUN mkdir -p /opt/pennant && tar -xzf pennant-1.0.tar.gz --strip-components=1 -C /opt/pennant && rm pennant-1.0.tar.gz' > Dockerfile
docker build -q -t test/pennant .
