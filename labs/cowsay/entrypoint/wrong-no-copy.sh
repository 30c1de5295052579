cd cowsay
printf '#!/bin/bash\n/usr/games/cowsay "$@"\n' > entrypoint.sh
printf 'ENTRYPOINT ["/entrypoint.sh"]\n' >> Dockerfile
docker build -t test/cowsay-dockerfile .
