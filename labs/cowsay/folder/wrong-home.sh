mkdir cowsay && touch Dockerfile
