docker stop -t 0 old-web
