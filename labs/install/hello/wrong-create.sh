docker create hello-world
