import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A host with an engine. */
export interface EngineHost {
  exec(script: string): Promise<{ stdout: string; stderr: string; exitCode: number }>;
}

/** What images of the Hub are on every host. `processes`: those of gunicorn, which has a worker where programs may fork. */
export function imagesSuite(name: string, processes: number, create: () => Promise<{ host: EngineHost; dispose: () => Promise<void> }>): void {
  describe(`images: ${name}`, () => {
    let host: EngineHost;
    let dispose: () => Promise<void> = async () => undefined;
    beforeAll(async () => {
      ({ host, dispose } = await create());
      await host.exec('for image in python:3.5 python:3.12-slim redis redis:alpine3.12 debian:bookworm-slim drydock/dnmonster:2.0; do docker pull -q $image; done');
    });
    afterAll(() => dispose());
    const stdout = async (script: string): Promise<string> => (await host.exec(script)).stdout;

    it('of Python say their release and look for modules in their own folders', async () => {
      const told = await stdout(`for tag in 3.5 3.12-slim; do docker run --rm python:$tag sh -c '
        python --version; python -c "import sys, platform; print(sys.version_info[:3], sys.version_info.major, platform.python_version(), sys.version.split()[0], sys.prefix, sys.path[-1])"; pip --version'; done`);
      const expected = (version: string, minor: string, pip: string): string => {
        const library = `/usr/local/lib/python${minor}`;
        return `Python ${version}\n(${version.replaceAll('.', ', ')}) 3 ${version} ${version} /usr/local ${library}/site-packages\npip ${pip} from ${library}/site-packages/pip (python ${minor})\n`;
      };
      expect(told).toBe(expected('3.5.10', '3.5', '20.3.4') + expected('3.12.4', '3.12', '24.0'));
    });

    it('of Python install what goes with their release', async () => {
      const freeze = (tag: string, script: string): Promise<string> => stdout(`docker run --rm python:${tag} sh -c 'pip install --no-cache-dir ${script} 2> /dev/null | tail -n 1; pip freeze 2> /dev/null; python -c "import flask" 2>&1 | tail -n 1'`);
      const pinned = 'Flask==1.1.2';
      expect(await freeze('3.5', pinned)).toBe('Successfully installed Flask-1.1.2 Jinja2-2.11.3 MarkupSafe-1.1.1 Werkzeug-1.0.1 click-7.1.2 itsdangerous-1.1.0\nclick==7.1.2\nFlask==1.1.2\nitsdangerous==1.1.0\nJinja2==2.11.3\nMarkupSafe==1.1.1\nWerkzeug==1.0.1\n');
      expect(await freeze('3.12-slim', 'Flask==3.1.1')).toBe(`Successfully installed Flask-3.1.1 blinker-1.9.0 click-8.1.8 itsdangerous-2.2.0 jinja2-3.1.6 markupsafe-3.0.2 werkzeug-3.1.3
blinker==1.9.0\nclick==8.1.8\nFlask==3.1.1\nitsdangerous==2.2.0\nJinja2==3.1.6\nMarkupSafe==3.0.2\nWerkzeug==3.1.3\n`);
      expect(await freeze('3.12-slim', pinned)).toContain("\nImportError: cannot import name 'escape' from 'jinja2' (/usr/local/lib/python3.12/site-packages/jinja2/__init__.py)\n");
    });

    it('of Python serve an application', async () => {
      const start = 'pip install -q Flask==3.1.1 gunicorn==23.0.0 2> /dev/null; printf "import flask\\napp = flask.Flask(__name__)\\n" > app.py; exec gunicorn -b 0.0.0.0:9090 app:app';
      expect(await stdout(`docker run -d --name front -p 9090:9090 python:3.12-slim sh -c '${start}' > /dev/null; until curl -s -o /dev/null localhost:9090; do sleep 0.1; done
        curl -sI localhost:9090 | grep -e ^HTTP -e ^Server | tr -d '\\r'; docker top front | grep -c gunicorn; docker stop front; docker inspect --format '{{.State.ExitCode}}' front; docker rm front`)).toBe(`HTTP/1.1 404 NOT FOUND\nServer: gunicorn\n${processes}\nfront\n0\nfront\n`);
    });

    it('of Redis serve other containers, as the official ones do', async () => {
      expect(await stdout(`for image in redis redis:alpine3.12; do docker run -d --name store $image > /dev/null; until docker logs store 2>&1 | grep -q 'Ready to accept'; do sleep 0.1; done
        docker run --rm $image redis-cli -h "$(docker inspect --format '{{.NetworkSettings.IPAddress}}' store)" set harbour open; docker exec store redis-cli config get protected-mode; docker rm -f store; done`)).toBe('OK\nprotected-mode\nno\nstore\n'.repeat(2));
    });

    it('that stand on the same image have its layer', async () => {
      const layers = await stdout("docker image inspect --format '{{index .RootFS.Layers 0}}' debian:bookworm-slim python:3.12-slim redis drydock/dnmonster:2.0 | uniq");
      expect(layers).toMatch(/^sha256:[0-9a-f]{64}\n$/);
    });

    it('of the picture service draw the same picture', async () => {
      expect(await stdout(`docker run -d --name monsters -p 8080:8080 drydock/dnmonster:2.0 > /dev/null; until curl -so /dev/null localhost:8080; do sleep 0.1; done
        curl -s 'localhost:8080/monster/anna?size=80' | sha256sum; docker rm -f monsters`)).toBe('ebffaa8a5b04eb93bfd226df8f860fba6989897b23232419f889e89cce9fff68  -\nmonsters\n');
    });
  });
}
