cd identidock
sed -i 's/^import hashlib$/import hashlib\nimport html/; s/name = request.form\["name"\]/name = html.escape(request.form["name"])/' app/identidock.py
docker restart -t 1 dev
until curl -s -o /dev/null localhost:5000; do sleep 0.1; done
