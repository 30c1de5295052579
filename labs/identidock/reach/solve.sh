cd identidock
sed -i 's/app.run(debug=True)/app.run(host="0.0.0.0", port=5000)/' app/identidock.py
docker build -q -t identidock .
docker run -d --name dev -e ENV=DEV -p 5000:5000 identidock
until curl -s -o /dev/null localhost:5000; do sleep 0.1; done
