cd identidock
sed -i 's/name = request.form\["name"\]/name = request.form["name"].replace("<", "\&lt;")/' app/identidock.py
docker build -q -t identidock .
docker rm -f dev
docker run -d --name dev -e ENV=DEV -p 5000:5000 identidock
until curl -s -o /dev/null localhost:5000; do sleep 0.1; done
