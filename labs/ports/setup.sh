# Somewhere above 20000 a web server runs that nobody has told the learner about.
docker run -d --name office --restart always --network host busybox httpd -f -p "127.0.0.1:$((20000 + RANDOM % 10000))" -h /etc > /dev/null
