cd cowsay
cat > Dockerfile <<'EOF'
FROM debian:wheezy
MAINTAINER Captain <captain@example.test>
RUN apt-get update && apt-get install -y cowsay fortune
EOF
docker build -t test/cowsay-dockerfile .
