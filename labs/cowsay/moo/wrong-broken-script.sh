cd cowsay
printf '#!/bin/bash\ncowsay "$@"\n' > entrypoint.sh
docker build -t test/cowsay-dockerfile .
docker run test/cowsay-dockerfile Moo
