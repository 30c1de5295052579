docker run -d --name dev -e ENV=DEV -p 5000:5000 identidock
until docker logs dev 2>&1 | grep -q 'Running on'; do sleep 0.1; done
