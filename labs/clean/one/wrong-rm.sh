docker rm old-web
true
