docker rmi "$(docker images -q test/harbour:1)"
true
