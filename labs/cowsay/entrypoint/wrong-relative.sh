cd cowsay
printf '#!/bin/bash\n/usr/games/cowsay "$@"\n' > entrypoint.sh
printf 'COPY entrypoint.sh /\nENTRYPOINT ["entrypoint.sh"]\n' >> Dockerfile
docker build -t test/cowsay-dockerfile .
