mkdir -p cowsay && cd cowsay && touch Dockerfile
