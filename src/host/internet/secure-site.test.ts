import { expect, it } from 'vitest';
import type { TlsEvent } from '../../kernel/index.ts';
import { bootHost } from '../index.ts';

it('Docker Hub speaks TLS and HTTP/2, is trusted, and what a process does there can be traced while packets stay ciphertext', async () => {
  const host = await bootHost();
  try {
    const events: TlsEvent[] = [];
    let clear = false;
    host.kernel.network.onTls((event) => events.push(event));
    host.kernel.network.onPacket(({ contents }) => {
      if (contents.protocol === 'ip' && contents.body.protocol === 'tcp' && new TextDecoder('latin1').decode(contents.body.data).includes('www-authenticate')) clear = true;
    });
    const { stdout } = await host.exec('curl -s -o /dev/null -w "%{http_version} %{http_code} %{ssl_verify_result}" https://registry-1.docker.io/v2/');
    expect(stdout).toBe('2 401 0');
    expect(events.map(({ step }) => step.kind).filter((kind) => kind !== 'http2')).toEqual(['client-hello', 'server-hello', 'alpn', 'certificate', 'verify', 'established']);
    const [first] = events;
    expect(first).toMatchObject({ owner: { comm: 'curl' }, namespace: { name: 'host' }, peer: { address: '198.51.100.10', port: 443 }, step: { serverName: 'registry-1.docker.io', alpn: ['h2', 'http/1.1'] } });
    const steps = events.map(({ step }) => step);
    expect(steps.find((step) => step.kind === 'verify')).toMatchObject({ checked: true, problem: undefined, chain: { length: 3 } });
    const heads = steps.flatMap((step) => (step.kind === 'http2' && step.headers ? [Object.fromEntries(step.headers)] : []));
    expect(heads).toMatchObject([{ ':method': 'GET', ':path': '/v2/' }, { ':status': '401', 'www-authenticate': expect.stringContaining('Bearer realm=') as string }]);
    expect(clear).toBe(false);
  } finally {
    await host.dispose();
  }
});

it('a certificate that is refused is told with its reason', async () => {
  const host = await bootHost();
  try {
    const events: TlsEvent[] = [];
    host.kernel.network.onTls((event) => events.push(event));
    expect((await host.exec('mkdir x; openssl req -x509 -newkey ed25519 -nodes -keyout x/k -out x/c -subj /CN=x 2> /dev/null; curl -sS --capath x --cacert x/c https://198.51.100.10/v2/')).exitCode).toBe(60);
    const steps = events.map(({ step }) => step);
    expect(steps.findLast((step) => step.kind === 'verify')).toMatchObject({ problem: 'unknown-authority', reason: 'unable to get local issuer certificate' });
    expect(steps.at(-1)).toEqual({ kind: 'alert', sent: true, alert: { code: 48, name: 'unknown_ca' } });
  } finally {
    await host.dispose();
  }
});
