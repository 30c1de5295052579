cd cowsay
chmod u+x entrypoint.sh
docker build -t test/cowsay-dockerfile .
