import re
import socket
import subprocess
import sys
import time

import requests

server = '''
import http.server, json
class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self):
        body = self.rfile.read(int(self.headers.get('Content-Length') or 0))
        if self.path == '/redirect':
            self.send_response(302); self.send_header('Location', '/end?x=1'); self.send_header('Content-Length', '0'); self.end_headers(); return
        if self.path == '/missing':
            self.send_response(404); self.send_header('Content-Length', '2'); self.end_headers(); self.wfile.write(b'no'); return
        if self.path == '/slow':
            import time; time.sleep(6); return
        names = ('Content-Type', 'User-Agent', 'Accept', 'Authorization', 'Cookie', 'X-A')
        text = json.dumps([self.command, self.path, {name: self.headers[name] for name in names if self.headers[name]}, body.decode()])
        self.send_response(200); self.send_header('Content-Type', 'application/json'); self.send_header('Set-Cookie', 'c=1'); self.send_header('Content-Length', str(len(text))); self.end_headers(); self.wfile.write(text.encode())
    do_GET = do_POST = do_PUT = do_DELETE = answer
    def log_message(self, *args): pass
http.server.HTTPServer(('127.0.0.1', 8765), Handler).serve_forever()
'''
child = subprocess.Popen([sys.executable, '-c', server])
for _ in range(600):
    try:
        socket.create_connection(('127.0.0.1', 8765), 1).close()
        break
    except OSError:
        time.sleep(0.1)
base = 'http://127.0.0.1:8765'
for call in (
    lambda: requests.get(base + '/a', params={'q': 'a b', 'l': [1, 2]}), lambda: requests.post(base + '/f', data={'k': 'v&'}), lambda: requests.post(base + '/j', json={'k': [1]}), lambda: requests.put(base + '/t', data='text', headers={'X-A': 'b'}),
    lambda: requests.get(base + '/u', auth=('user', 'pass'), cookies={'n': 'v'}), lambda: requests.delete(base + '/d'), lambda: requests.get(base + '/redirect'),
):
    answer = call()
    print(answer, answer.status_code, answer.ok, answer.url, re.sub('python-requests/[0-9.]+', 'python-requests', answer.text), answer.history, answer.encoding)
missing = requests.get(base + '/missing')
print(missing, bool(missing), missing.content, missing.reason)
for call in (
    missing.raise_for_status, missing.json, lambda: requests.get(base + '/slow', timeout=2), lambda: requests.get('http://127.0.0.1:1/x'), lambda: requests.get('nourl'), lambda: requests.get('ftp://x'), lambda: requests.get('http://'),
):
    try:
        call()
    except Exception as error:
        print([kind.__name__ for kind in type(error).__mro__[:3]], re.sub('0x[0-9a-f]+', '0x', str(error)))
with requests.Session() as session:
    session.headers['X-A'] = 'session'
    print(session.get(base + '/1').json()[2]['X-A'], session.get(base + '/2').json()[2]['Cookie'], dict(session.cookies))
print(requests.codes.ok, requests.codes.not_found, requests.Request('GET', base, params={'a': 1}).prepare().url)
child.terminate()
