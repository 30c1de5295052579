echo answer dockerd
