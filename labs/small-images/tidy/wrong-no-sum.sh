printf '%s\n' 'FROM busybox' 'RUN dd if=/dev/zero of=/cargo.bin bs=1000000 count=30 && rm /cargo.bin' > fat/Dockerfile
docker build -q -t test/tidy fat
