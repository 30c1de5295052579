import hashlib

import redis
import requests
from flask import Flask, Response, request

app = Flask(__name__)
cache = redis.Redis(host="redis", port=6379)
salt = "harbour"

page = """<!doctype html>
<title>identidock</title>
<h1>identidock</h1>
<form method="post">
  <label>Name <input name="name" value="{name}"></label>
  <button>Show</button>
</form>
<p>{name}, this is you:</p>
<img src="/monster/{fingerprint}" width="160" height="160">
"""


def fingerprint(name):
    return hashlib.sha256((salt + name).encode()).hexdigest()


@app.route("/", methods=["GET", "POST"])
def front():
    name = request.form["name"] if request.method == "POST" else "guest"
    return page.format(name=name, fingerprint=fingerprint(name))


@app.route("/monster/<name>")
def monster(name):
    image = cache.get(name)
    if image is None:
        print("not in the cache:", name, flush=True)
        image = requests.get("http://dnmonster:8080/monster/" + name + "?size=80").content
        cache.set(name, image)
    return Response(image, mimetype="image/png")


if __name__ == "__main__":
    app.run(debug=True)
