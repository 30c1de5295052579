import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../src/base/index.ts';
import type { Backend, HostChange } from '../../src/backend/index.ts';
import { waitForOutput } from './terminal-output.ts';

/** Makes one backend, not yet booted; whatever it keeps is kept under `stateKey` when one is given to boot. */
export type CreateBackend = () => Promise<Backend>;

const size = { rows: 24, columns: 80 };

/** What every implementation of Backend does. */
export function backendSuite(name: string, create: CreateBackend): void {
  describe(`backend: ${name}`, () => {
    let backend: Backend;
    beforeAll(async () => {
      backend = await create();
      await backend.boot({ hosts: ['lab'], user: 'learner' });
    });
    afterAll(() => backend.dispose());

    test('exec gives output, errors and status; user, env, cwd and stdin are obeyed', async () => {
      const result = await backend.exec('read line; echo "$line $X $PWD $(id -un)"; echo oops >&2; exit 3', { user: 'learner', env: { X: 'x' }, cwd: '/tmp', stdin: 'hello\n' });
      expect(result).toEqual({ stdout: 'hello x /tmp learner\n', stderr: 'oops\n', exitCode: 3 });
    });

    test('a script over its time is killed, with status 124', async () => {
      expect((await backend.exec('echo begun; sleep 60', { timeoutMs: 200 })).exitCode).toBe(124);
    });

    test('files: written ones belong to the learner, keep their mode, and are seen by the shell', async () => {
      await backend.files.write('/home/learner/app/run.sh', '#!/bin/bash\necho ran\n', { mode: 0o755 });
      expect((await backend.exec('stat -c "%U %a" app app/run.sh; app/run.sh', { user: 'learner' })).stdout).toBe('learner 755\nlearner 755\nran\n');
      await backend.files.write('/home/learner/app/run.sh', '#!/bin/bash\necho again\n');
      expect((await backend.exec('app/run.sh', { user: 'learner' })).stdout).toBe('again\n');
      expect(decodeUtf8(await backend.files.read('/home/learner/app/run.sh'))).toContain('again');
      await backend.files.rename('/home/learner/app/run.sh', '/home/learner/app/b.sh');
      await backend.files.mkdir('/home/learner/app/a');
      expect((await backend.files.list('/home/learner/app')).map(({ name, kind }) => [name, kind])).toEqual([['a', 'directory'], ['b.sh', 'file']]);
      await backend.files.remove('/home/learner/app');
      await expect(backend.files.list('/home/learner/app')).rejects.toMatchObject({ code: 'ENOENT' });
    });

    test('a change made in the shell is told, with its path', async () => {
      const changed = new Promise<HostChange>((resolve) => {
        const subscription = backend.onChange((change) => {
          if (!change.paths.some((path) => path.startsWith('/home/learner/new'))) return;
          subscription.dispose();
          resolve(change);
        });
      });
      await backend.exec('mkdir new && touch new/file', { user: 'learner' });
      expect((await changed).host).toBe('lab');
    });

    test('the Engine API can be read, and followed while it goes on; it is told when the engine ends', async () => {
      const { status, body } = await backend.engine({ method: 'GET', path: '/_ping' });
      expect([status, body]).toEqual([200, 'OK']);
      await expect(backend.engine({ method: 'POST', path: '/containers/prune' })).rejects.toMatchObject({ code: 'read-only' });
      let seen = '';
      let more: () => void = () => undefined;
      const ended = new Promise<void>((resolve) => {
        void backend.followEngine({ path: '/events' }, (piece) => {
          seen += piece;
          more();
        }, resolve).then(async (following) => {
          await backend.exec('docker volume create followed');
          while (!seen.includes('"followed"')) await new Promise<void>((resolve) => (more = resolve));
          following.dispose();
          await backend.followEngine({ path: '/events' }, () => undefined, resolve);
          await backend.exec('docker volume rm followed; service docker stop');
        });
      });
      await ended;
      expect(seen).toContain('"Action":"create"');
      expect(seen).not.toContain('"destroy"');
      await backend.exec('service docker start');
    });

    test('an HTTP server behind a published port is asked from outside; failures have a kind', async () => {
      const answerOnce = '#!/bin/sh\nread -r request\nwhile read -r header && [ ${#header} -gt 1 ]; do :; done\nbody="$(head -c 4) $request"\nprintf "HTTP/1.1 201 Made\\r\\nX-Sent: as is\\r\\nContent-Length: ${#body}\\r\\n\\r\\n$body"\n';
      await backend.files.write('/home/learner/www/answer', answerOnce, { mode: 0o755 });
      const begun = await backend.exec(`mkdir -p www; echo hello > www/index.html
        docker run -d --name served -p 8080:80 -v ~/www:/www busybox httpd -f -p 80 -h /www
        docker run -d --name inside -p 127.0.0.1:8081:80 busybox httpd -f -p 80
        docker run -d --name words -p 8082:80 busybox nc -ll -p 80 -e echo not HTTP
        docker run -d --name cut -p 8083:80 busybox nc -ll -p 80 -e true
        docker run -d --name silent -p 8084:80 busybox nc -ll -p 80 -e sleep 1000
        docker run -d --name raw -p 8085:80 -v ~/www:/www busybox nc -ll -p 80 -e /www/answer`, { user: 'learner' });
      expect(begun.exitCode).toBe(0);
      const listening = await backend.exec('for c in served inside words cut silent raw; do while sockets=$(docker exec $c netstat -ltn) || exit 1; [[ $sockets != *":80 "* ]]; do :; done; done');
      expect(listening).toMatchObject({ exitCode: 0, stderr: '' });
      const answer = await backend.httpRequest({ port: 8080, path: '/' });
      expect([answer.status, answer.statusText, decodeUtf8(answer.body)]).toEqual([200, 'OK', 'hello\n']);
      expect((await backend.httpRequest({ port: 8080, path: '/none' })).status).toBe(404);
      const posted = await backend.httpRequest({ port: 8085, path: '/cgi?a=b', method: 'POST', headers: [['Content-Type', 'text/plain']], body: encodeUtf8('sent') });
      expect([posted.status, posted.statusText, posted.headers, decodeUtf8(posted.body)]).toEqual([201, 'Made', [['X-Sent', 'as is'], ['Content-Length', '28']], 'sent POST /cgi?a=b HTTP/1.1\r']);
      await expect(backend.httpRequest({ port: 8081, path: '/' })).rejects.toMatchObject({ code: 'port-refused' });
      await expect(backend.httpRequest({ port: 9999, path: '/' })).rejects.toMatchObject({ code: 'port-refused' });
      await expect(backend.httpRequest({ port: 8082, path: '/' })).rejects.toMatchObject({ code: 'port-not-http' });
      await expect(backend.httpRequest({ port: 8083, path: '/' })).rejects.toMatchObject({ code: 'port-reset' });
      await expect(backend.httpRequest({ port: 8084, path: '/', timeoutMs: 500 })).rejects.toMatchObject({ code: 'port-timeout' });
      await backend.exec('docker rm -f served inside words cut silent raw; rm -r www', { user: 'learner' });
    });

    test('a sealed exec sees the host as it runs and changes no file, unless the backend says that it cannot', async () => {
      await backend.exec('(sleep 1000 & echo $! > /tmp/sleeper) > /dev/null 2>&1; docker run -d --name runs alpine sleep 1000', { user: 'learner' });
      const result = await backend.exec('touch /root/trace; ls /root; kill -0 $(cat /tmp/sleeper) && echo alive; docker top runs | tail -n 1 | grep -o "sleep 1000"; pwd; id -un', { sealed: true, user: 'learner' });
      expect(result.stdout).toBe('alive\nsleep 1000\n/home/learner\nlearner\n');
      expect((await backend.exec('touch /root/trace; ls /root', { sealed: true })).stdout).toContain('trace');
      expect((await backend.exec('ls /root')).stdout.includes('trace')).toBe(!backend.capabilities.sealed);
    });

    test('a terminal: prompt, typing, resize, Ctrl-C, exit', async () => {
      const terminal = await backend.openTerminal({ size });
      await waitForOutput(terminal, '$ ');
      const answer = waitForOutput(terminal, 'A42B');
      terminal.write('echo A$((6*7))B\r');
      await answer;
      const resized = waitForOutput(terminal, '30 100');
      terminal.resize({ rows: 30, columns: 100 });
      terminal.write('stty size\r');
      await resized;
      const begun = waitForOutput(terminal, 'begun\r\n');
      // A program of its own says it: the shell, between two commands, would take the Ctrl-C for itself and wait.
      terminal.write("sh -c 'echo begun; sleep 60'\r");
      await begun;
      const interrupted = waitForOutput(terminal, 'status 130');
      terminal.write('\x03');
      terminal.write('echo status $?\r');
      await interrupted;
      const ended = new Promise((resolve) => terminal.onExit(resolve));
      terminal.write('exit 7\r');
      expect(await ended).toBe(7);
    });

    test('much output arrives whole, though the page confirms it bit by bit', async () => {
      const terminal = await backend.openTerminal({ size });
      const all = waitForOutput(terminal, 'END');
      terminal.write('seq 1 100000; echo E""ND\r');
      expect(await all).toContain('\r\n99999\r\n100000\r\n');
      terminal.dispose();
    });

    test('reset gives a fresh host and ends terminals', async () => {
      await backend.files.write('/home/learner/kept', 'x');
      const terminal = await backend.openTerminal({ size });
      const ended = new Promise((resolve) => terminal.onExit(resolve));
      await backend.reset();
      await ended;
      expect((await backend.exec('ls -A | grep kept', { user: 'learner' })).stdout).toBe('');
    });
  });
}
