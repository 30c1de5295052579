cd cowsay
cat > entrypoint.sh <<'EOF'
#!/bin/bash
if [ $# -eq 0 ]; then
  /usr/games/fortune | /usr/games/cowsay
else
  /usr/games/cowsay "$@"
fi
EOF
cat > Dockerfile <<'EOF'
FROM debian:bookworm-slim
MAINTAINER Captain <captain@example.test>
RUN apt-get update && apt-get install -y cowsay fortune
COPY entrypoint.sh /
ENTRYPOINT ["/entrypoint.sh"]
EOF
docker build -t test/cowsay-dockerfile .
