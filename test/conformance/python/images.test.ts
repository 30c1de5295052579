import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootHost, type Host } from '../../../src/host/index.ts';

describe('images of Python', () => {
  let host: Host;
  beforeAll(async () => {
    host = await bootHost();
    await host.exec('docker pull -q python:3.5; docker pull -q python:3.12');
  });
  afterAll(() => host.dispose());

  it('say which release they are', async () => {
    const { stdout } = await host.exec(`for tag in 3.5 3.12; do docker run --rm python:$tag sh -c 'python --version; python -c "import sys, platform; print(sys.version_info[:3], platform.python_version(), sys.prefix)"; python -m pip --version'; done`);
    expect(stdout).toBe(`Python 3.5.10\n(3, 5, 10) 3.5.10 /usr/local\npip 20.3.4 from /usr/local/lib/python3.5/site-packages/pip (python 3.5)
Python 3.12.4\n(3, 12, 4) 3.12.4 /usr/local\npip 24.0 from /usr/local/lib/python3.12/site-packages/pip (python 3.12)\n`);
  });

  it('install pins that go together, and fail with those that do not', async () => {
    const pins = "pip install -q Flask==1.1.2 requests==2.22.0 redis 2> /dev/null; python -c 'import flask, requests, redis; print(flask.__version__, requests.__version__)'";
    expect(await host.exec(`docker run --rm python:3.5 sh -c "${pins}"`)).toEqual({ stdout: '1.1.2 2.22.0\n', stderr: '', exitCode: 0 });
    const later = await host.exec(`docker run --rm python:3.12 sh -c "${pins}"`);
    expect(later.exitCode).toBe(1);
    expect(later.stderr).toContain("ImportError: cannot import name 'escape' from 'jinja2' (/usr/local/lib/python3.12/site-packages/jinja2/__init__.py)\n");
  });

  it('run an application as a user, whose files are what the host edits', async () => {
    host.files.write('/srv/app/app.py', new TextEncoder().encode("from flask import Flask\napp = Flask(__name__)\n\n\n@app.route('/')\ndef index():\n    return 'first'\n\n\nif __name__ == '__main__':\n    app.run(host='0.0.0.0', debug=True)\n"));
    host.files.write('/srv/Dockerfile', new TextEncoder().encode('FROM python:3.12\nRUN groupadd -r web && useradd -r -g web web && pip install --no-cache-dir Flask==3.0.3\nWORKDIR /app\nCOPY app /app\nUSER web\nCMD ["python", "app.py"]\n'));
    const { stdout, stderr } = await host.exec(`cd /srv && docker build -q -t web . > /dev/null && docker run -d --name web -p 5000:5000 -v /srv/app:/app web > /dev/null
      until curl -sf localhost:5000/; do sleep 0.1; done; echo; sed -i s/first/second/ app/app.py; until curl -s localhost:5000/ | grep second; do sleep 0.1; done
      docker exec web id -un; docker stop web; docker inspect -f '{{.State.ExitCode}}' web; docker logs web 2>&1 | grep -e '^ \\* [SDR]' | sed 's/PIN.*/PIN/'`);
    expect(stderr).toBe('');
    expect(stdout).toBe(`first\nsecond\nweb\nweb\n0\n * Serving Flask app 'app'\n * Debug mode: on\n * Running on all addresses (0.0.0.0)\n * Running on http://127.0.0.1:5000\n * Running on http://172.17.0.2:5000
 * Restarting with stat\n * Debugger is active!\n * Debugger PIN\n * Detected change in '/app/app.py', reloading\n * Restarting with stat\n * Debugger is active!\n * Debugger PIN\n`);
  });

  it('have the SDK of the Engine API', async () => {
    host.files.write('/srv/list.py', new TextEncoder().encode("import docker\nclient = docker.from_env()\nprint([each.name for each in client.containers.list()], client.containers.run('python:3.12', 'echo run'))\ntry:\n    client.containers.get('nosuch')\nexcept docker.errors.NotFound as error:\n    print(error)\n"));
    const { stdout, stderr } = await host.exec(`docker run --rm --name lister -v /var/run/docker.sock:/var/run/docker.sock -v /srv:/srv python:3.12 sh -c 'pip install -q docker 2> /dev/null; python /srv/list.py'`);
    expect(stderr).toBe('');
    expect(stdout).toBe(`['lister'] b'run\\n'\n404 Client Error for http+docker://localhost/v1.45/containers/nosuch/json: Not Found ("No such container: nosuch")\n`);
  });
});
