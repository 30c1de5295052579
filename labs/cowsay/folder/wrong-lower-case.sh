mkdir cowsay && cd cowsay && touch dockerfile
