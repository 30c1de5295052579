import { describe, expect, it } from 'vitest';
import { parseDaemonConfig } from './daemon-config.ts';

/** What `dockerd --validate --config-file F` of 26.1.5 says of a file. */
const recorded: readonly (readonly [text: string, words: string])[] = [
  ['{"debug": tru}', "invalid character '}' in literal true (expecting 'e')"],
  ['{"foo": 1}', "the following directives don't match any configuration option: foo"],
  ['{"log-level": "loud"}', 'merged configuration validation from file and command line flags failed: invalid logging level: loud'],
  ['{"hosts": "x"}', 'json: cannot unmarshal string into Go struct field Config.CommonConfig.hosts of type []string'],
  ['{', 'unexpected end of JSON input'],
  ['[]', 'json: cannot unmarshal array into Go value of type map[string]interface {}'],
  ['{"insecure-registries": ["http://x"], "data-root": 3}', 'json: cannot unmarshal number into Go struct field Config.CommonConfig.data-root of type string'],
  ['{"debug": "yes"}', 'json: cannot unmarshal string into Go struct field Config.CommonConfig.debug of type bool'],
  ['{"debug": true,}', "invalid character '}' looking for beginning of object key string"],
  ['{"foo":1,"bar":2}', "the following directives don't match any configuration option: foo, bar"],
  ['{\n "debug": true\n "tls": false\n}', "invalid character '\"' after object key:value pair"],
  ['{"dns":["x"]}', 'invalid IP address: x'],
  ['{"log-opts":{"max-size":10}}', 'json: cannot unmarshal number into Go struct field Config.CommonConfig.LogConfig.log-opts of type string'],
];

describe('a daemon.json with a mistake', () => {
  it.each(recorded)('%j', (text, words) => {
    expect(() => parseDaemonConfig(text, '/etc/docker/daemon.json')).toThrow(new Error(`unable to configure the Docker daemon with file /etc/docker/daemon.json: ${words}`));
  });

  it.each(['', '{"experimental": true, "features": {"buildkit": true}}', '{"live-restore": true}'])('is none in %j', (text) => {
    expect(parseDaemonConfig(text, 'f').debug).toBe(false);
  });
});
