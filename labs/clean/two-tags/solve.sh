docker rmi test/harbour:1 test/harbour:2
