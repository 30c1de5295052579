# Signals that came while the process was stopped, or one after the other: each is told, lower numbers first.
import os, signal, subprocess

told = []
for number in signal.SIGUSR1, signal.SIGUSR2, signal.SIGTERM:
    signal.signal(number, lambda number, frame: told.append(signal.Signals(number).name))
subprocess.run(['sh', '-c', f'p={os.getpid()}; kill -STOP $p; kill -TERM $p; kill -USR2 $p; kill -USR1 $p; kill -USR1 $p; kill -CONT $p'])
print(told)
told.clear()
for number in signal.SIGUSR2, signal.SIGUSR1:
    os.kill(os.getpid(), number)
print(told)
