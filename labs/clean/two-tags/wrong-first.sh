docker rmi test/harbour:1
