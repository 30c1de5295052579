# Records what a terminal (with IUTF8, as emulators set it) shows while cat runs in it: python3 record.py > cat.json
import json, os, pty, select, termios, time

cases = [
  ["hello\n"], ["hellp\x7fo\n"], ["abc\x15def\n"], ["one two\x17three\n"], ["foo, bar\x17\x17x\n"], ["a\x01b\x02\n"], ["a\x01\x7fb\n"], ["\xc3\xa4\x7fb\n"],
  ["ab\x12cd\n"], ["x\x16\x03y\n"], ["a\tb\x7f\x7fc\n"], ["abc\rdef\n"], ["abc\x04def\n"], ["\x7f\x7fab\n"], ["ab\x1b[Ac\n"], ["a-b\x17c\n"], ["a_b.c\x17d\n"], ["  ab  \x17c\n"],["a\x13b\n\x11c\n"],
]
out = []
for c in cases:
    pid, fd = pty.fork()
    if pid == 0:
        os.execvp("cat", ["cat"])
    settings = termios.tcgetattr(fd)
    settings[0] |= 0o40000
    termios.tcsetattr(fd, termios.TCSANOW, settings)
    time.sleep(0.15)
    for s in c:
        os.write(fd, s.encode('latin1')); time.sleep(0.1)
    data = b""
    while select.select([fd], [], [], 0.15)[0]:
        try: d = os.read(fd, 4096)
        except OSError: break
        if not d: break
        data += d
    out.append([c[0], data.decode('latin1')])
    os.kill(pid, 9); os.waitpid(pid, 0); os.close(fd)
print(json.dumps(out, indent=1))
