cd cowsay
chmod +x entrypoint.sh
docker build -t test/cowsay-dockerfile .
