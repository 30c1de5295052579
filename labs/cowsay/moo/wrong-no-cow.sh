cd cowsay
printf '#!/bin/bash\necho "$@"\n' > entrypoint.sh
docker build -t test/cowsay-dockerfile .
docker run test/cowsay-dockerfile Moo
