printf '%s\n' 'FROM busybox' 'RUN touch /cargo.bin && sha256sum /cargo.bin > /cargo.sha256 && rm /cargo.bin' > fat/Dockerfile
docker build -q -t test/tidy fat
