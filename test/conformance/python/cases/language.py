import collections, errno, hashlib, io, json, os, pathlib, re, select, signal, socket, struct, subprocess, sys, tempfile, time
print(sys.platform, sys.version_info[0], sys.argv[1:], __name__, os.path.basename(__file__))
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    pathlib.Path('a/b').mkdir(parents=True)
    pathlib.Path('a/b/c.txt').write_text('one\ntwo\nthree\n')
    print(sorted(str(path) for path in pathlib.Path('.').rglob('*')), os.path.getsize('a/b/c.txt'), open('a/b/c.txt').readlines()[1:])
    os.symlink('a/b', 'link'); print(os.readlink('link'), os.path.islink('link'), os.listdir('link'), os.path.realpath('link') == os.path.realpath('a/b'))
    os.chmod('a/b/c.txt', 0o640); print(oct(os.stat('a/b/c.txt').st_mode), os.access('a/b/c.txt', os.R_OK))
    with open('x', 'w+b') as file:
        file.write(b'0123456789'); file.seek(3); print(file.read(2), file.tell()); file.truncate(4)
    print(os.path.getsize('x'), [entry.name for entry in os.scandir('.') if entry.is_dir(follow_symlinks=False)])
    os.rename('x', 'y'); os.link('y', 'z'); print(os.stat('z').st_nlink); os.utime('y', (1, 2)); print(os.stat('y').st_mtime)
    for call in (lambda: open('nope'), lambda: os.mkdir('a'), lambda: os.rmdir('a'), lambda: open('a'), lambda: os.unlink('nope'), lambda: os.listdir('y'), lambda: open('y/z')):
        try:
            call()
        except OSError as error:
            print(type(error).__name__, error)
    os.chdir('/')
read, write = os.pipe(); os.write(write, b'through'); print(os.read(read, 100), select.select([read], [], [], 0)[0])
done = subprocess.run(['sh', '-c', 'echo out; echo err >&2; exit 3'], capture_output=True, text=True); print(done.returncode, done.stdout, done.stderr)
print(subprocess.check_output(['cat'], input=b'fed'), subprocess.run(['sh', '-c', 'kill -9 $$']).returncode, os.system('exit 5') >> 8)
child = subprocess.Popen(['sleep', '100']); child.terminate(); print(child.wait())
try:
    subprocess.run(['sleep', '10'], timeout=0.2)
except subprocess.TimeoutExpired as error:
    print(error)
listener = socket.socket(); listener.bind(('127.0.0.1', 0)); listener.listen()
client = socket.create_connection(listener.getsockname()); server, address = listener.accept()
client.sendall(b'hello'); print(server.recv(3), server.recv(10), address == client.getsockname()); client.shutdown(socket.SHUT_WR); print(server.recv(1)); server.sendall(b'bye'); server.close(); print(client.makefile('rb').read())
listener.settimeout(0.05)
try:
    listener.accept()
except TimeoutError as error:
    print(repr(error))
listener.close()
try:
    socket.create_connection(('127.0.0.1', 1), 1)
except OSError as error:
    print(type(error).__name__, error)
try:
    socket.getaddrinfo('nosuch.invalid', 80)
except socket.gaierror as error:
    print(error.strerror in ('Name or service not known', 'Temporary failure in name resolution'))
one, two = socket.socket(socket.AF_INET, socket.SOCK_DGRAM), socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
one.bind(('127.0.0.1', 0)); two.sendto(b'datagram', one.getsockname()); print(one.recvfrom(100)[0])
seen = []
signal.signal(signal.SIGUSR1, lambda number, frame: seen.append(number)); os.kill(os.getpid(), signal.SIGUSR1); time.sleep(0.01); print(seen == [signal.SIGUSR1])
print(hashlib.sha256(b'salt' + b'name').hexdigest()[:16], json.dumps({'b': 1, 'a': [None, True]}), struct.pack('>I', 258), re.findall(r'\d+', 'a1b22'), collections.Counter('hello').most_common(1))
print('last words', file=sys.stderr)
sys.exit(7)
