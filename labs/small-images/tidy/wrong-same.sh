docker build -q -t test/tidy fat
