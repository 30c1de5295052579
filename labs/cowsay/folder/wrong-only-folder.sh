mkdir cowsay
