curl -s 'https://auth.docker.io/token?service=registry.docker.io&scope=repository:alpine:pull' | jq -r .token > token
