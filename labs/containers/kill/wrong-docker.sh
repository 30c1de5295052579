docker kill web
sleep 1.2
