docker pull hello-world
