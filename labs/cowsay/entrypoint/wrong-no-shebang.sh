cd cowsay
echo '/usr/games/cowsay "$@"' > entrypoint.sh
printf 'COPY entrypoint.sh /\nENTRYPOINT ["/entrypoint.sh"]\n' >> Dockerfile
docker build -t test/cowsay-dockerfile .
