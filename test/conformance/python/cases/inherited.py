# Descriptors that a child gets: none of its own accord, those that are passed, those that are inheritable.
import os, socket, subprocess, sys

SERVE = '''import socket, sys
server = socket.socket(fileno=int(sys.argv[1]))
print(server.family.name, server.type.name, server.getsockname()[0], server.get_inheritable(), flush=True)
connection, _ = server.accept()
connection.sendall(connection.recv(9).upper())
connection.close()
'''


def has(fd, **options):
    code = f'import os\ntry:\n    os.fstat({fd})\n    print("open")\nexcept OSError as error:\n    print(error)'
    return subprocess.run([sys.executable, '-c', code], capture_output=True, text=True, **options).stdout.strip()


server = socket.create_server(('127.0.0.1', 0))
fd = server.fileno()
print(server.get_inheritable(), os.get_inheritable(fd), has(fd), has(fd, close_fds=False), has(fd, pass_fds=[fd]))
server.set_inheritable(True)
print(server.get_inheritable(), os.get_inheritable(fd), has(fd), has(fd, close_fds=False))
os.set_inheritable(fd, False)
print(server.get_inheritable(), has(fd, close_fds=False))
print([os.get_inheritable(end) for end in os.pipe()], os.get_inheritable(os.dup(1)), os.get_inheritable(os.open('/', os.O_RDONLY)))
with subprocess.Popen([sys.executable, '-c', SERVE, str(fd)], pass_fds=[fd]) as child, socket.create_connection(server.getsockname()) as client:
    client.sendall(b'waiting')
    told = client.recv(9)
print(told)
# Who connects while nobody accepts waits in the queue of the one that holds the socket.
with socket.create_connection(server.getsockname()) as client, subprocess.Popen([sys.executable, '-c', SERVE, str(fd)], pass_fds=[fd]):
    client.sendall(b'early')
    told = client.recv(9)
print(told)
