cd identidock
sed -i 's/app.run(debug=True)/app.run(host="0.0.0.0", port=5000)/' app/identidock.py
docker build -q -t identidock .
docker run -d --name dev -e ENV=DEV identidock
