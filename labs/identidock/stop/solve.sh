docker stop front
