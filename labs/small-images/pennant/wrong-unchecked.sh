mkdir pennant
cat > pennant/Dockerfile <<'END'
FROM busybox
RUN wget -q http://172.17.0.1:8000/pennant-1.0.tar.gz && mkdir -p /opt/pennant && tar -xzf pennant-1.0.tar.gz --strip-components=1 -C /opt/pennant && rm pennant-1.0.tar.gz
END
docker build -q -t test/pennant pennant
