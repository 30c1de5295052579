cd cowsay
echo '/usr/games/cowsay "$@"' > entrypoint.sh
docker build -t test/cowsay-dockerfile .
docker run test/cowsay-dockerfile Moo
