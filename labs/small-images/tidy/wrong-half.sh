printf '%s\n' 'FROM busybox' 'RUN dd if=/dev/zero of=/cargo.bin bs=1000000 count=30 && sha256sum /cargo.bin > /cargo.sha256' 'RUN rm /cargo.bin' > fat/Dockerfile
docker build -q -t test/tidy fat
