docker tag test/harbour:1 test/port
docker rmi test/harbour:1 test/harbour:2
