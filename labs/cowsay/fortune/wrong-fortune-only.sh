cd cowsay
printf '#!/bin/bash\n/usr/games/fortune\n' > entrypoint.sh
docker build -t test/cowsay-dockerfile .
docker run test/cowsay-dockerfile
