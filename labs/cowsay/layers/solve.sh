echo "answer $(docker image inspect --format '{{len .RootFS.Layers}}' test/cowsay-dockerfile)"
