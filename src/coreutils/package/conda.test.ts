import { expect, test } from 'vitest';
import { bootHost } from '../../host/index.ts';

test('conda installs the SDK of the lesson: Python files and no engine; what it does not have it says', async () => {
  const host = await bootHost();
  const run = (script: string, stdin = '') => host.exec(script, { user: 'learner', stdin });
  expect(await run('conda install -c conda-forge docker-py', 'n\n')).toMatchObject({ stdout: expect.stringContaining('docker-py          conda-forge/noarch::docker-py-7.1.0'), stderr: expect.stringContaining('stand-in of the sandbox') });
  expect((await run('find ~ -name docker')).stdout).toBe('');
  expect((await run('conda install -c conda-forge docker-py', 'y\n')).stdout).toMatch(/Executing transaction: done\n$/);
  expect((await run('find ~/miniconda3 -name __init__.py -path "*/docker/__init__.py" | wc -l; find ~/miniconda3 -name dockerd')).stdout).toBe('1\n');
  expect(await run('~/miniconda3/bin/python -c "import docker, sys; print(docker.__version__, sys.prefix, [each.name for each in docker.from_env().containers.list()])"')).toEqual({ stdout: '7.1.0 /home/learner/miniconda3 []\n', stderr: '', exitCode: 0 });
  expect((await run('conda install docker-py')).exitCode).toBe(1);
  expect((await run('conda install -c conda-forge docker-py')).stdout).toContain('# All requested packages already installed.');
  expect((await run('conda remove -y docker-py >/dev/null; conda list | grep -c docker')).stdout).toBe('0\n');
  await host.dispose();
});
