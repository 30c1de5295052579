docker rm -f old-web
