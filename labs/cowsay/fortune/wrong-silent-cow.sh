cd cowsay
printf '#!/bin/bash\n/usr/games/cowsay "$@" < /dev/null\n' > entrypoint.sh
docker build -t test/cowsay-dockerfile .
docker run test/cowsay-dockerfile
