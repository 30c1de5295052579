import { describe, expect, it } from 'vitest';
import { canonicalString, familiarName, familiarString, parseAnyReference, parseReference, ReferenceFormatError, withDefaultTag, withDigest, withTag } from './index.ts';

const hex = 'a'.repeat(64);

describe('references', () => {
  it.each([
    ['alpine', 'docker.io/library/alpine', 'alpine'],
    ['test/cowsay-dockerfile', 'docker.io/test/cowsay-dockerfile', 'test/cowsay-dockerfile'],
    ['docker.io/alpine:3.20', 'docker.io/library/alpine:3.20', 'alpine:3.20'],
    ['index.docker.io/library/alpine', 'docker.io/library/alpine', 'alpine'],
    ['library/a/b', 'docker.io/library/a/b', 'library/a/b'],
    ['localhost/x', 'localhost/x', 'localhost/x'],
    ['localhost:5000', 'docker.io/library/localhost:5000', 'localhost:5000'],
    ['UPPER/x', 'UPPER/x', 'UPPER/x'],
    ['registry.test:5000/a/b:Tag_1.x', 'registry.test:5000/a/b:Tag_1.x', 'registry.test:5000/a/b:Tag_1.x'],
    ['[::1]:5000/a', '[::1]:5000/a', '[::1]:5000/a'],
    [`a.b/c__d---e@sha256:${hex}`, `a.b/c__d---e@sha256:${hex}`, `a.b/c__d---e@sha256:${hex}`],
    [`x:1@sha256:${hex}`, `docker.io/library/x:1@sha256:${hex}`, `x:1@sha256:${hex}`],
  ])('%s', (text, canonical, familiar) => {
    const reference = parseReference(text);
    expect(canonicalString(reference)).toBe(canonical);
    expect(familiarString(reference)).toBe(familiar);
    expect(parseReference(familiar)).toEqual(reference);
  });

  // Recorded from `docker pull NAME` of Docker 26.1.5.
  it.each([
    ['Foo', 'invalid reference format: repository name (library/Foo) must be lowercase'],
    ['foo/Bar', 'invalid reference format: repository name (foo/Bar) must be lowercase'],
    ['ALPINE:3', 'invalid reference format: repository name (library/ALPINE) must be lowercase'],
    ['foo:', 'invalid reference format'],
    ['foo:bar:baz', 'invalid reference format'],
    [':x', 'invalid reference format'],
    ['a//b', 'invalid reference format'],
    ['foo@sha256:12', 'invalid reference format'],
    ['foo:tag@', 'invalid reference format'],
    ['a'.repeat(260), 'repository name must not be more than 255 characters'],
    [hex, `invalid repository name (${hex}), cannot specify 64-byte hexadecimal strings`],
    ['', 'invalid reference format'],
    ['foo/bar_', 'invalid reference format'],
    ['a.b/c___d', 'invalid reference format'],
    [`foo@sha256:${'a'.repeat(40)}`, 'invalid checksum digest length'],
    [`foo@sha512:${hex}`, 'invalid checksum digest length'],
    ['x:.tag', 'invalid reference format'],
    [`foo@md5:${'a'.repeat(32)}`, 'unsupported digest algorithm'],
    ['a b', 'invalid reference format'],
  ])('%s is refused', (text, message) => {
    expect(() => parseReference(text)).toThrow(message);
  });

  it('tells digests from names', () => {
    expect(parseAnyReference(hex)).toEqual({ kind: 'digest', digest: `sha256:${hex}` });
    expect(parseAnyReference(`sha256:${hex}`)).toEqual({ kind: 'digest', digest: `sha256:${hex}` });
    expect(parseAnyReference('sha256:12')).toEqual({ kind: 'name', reference: { domain: 'docker.io', path: 'library/sha256', tag: '12' } });
  });

  it('adds tags and digests', () => {
    const plain = parseReference('alpine');
    expect(familiarString(withDefaultTag(plain))).toBe('alpine:latest');
    expect(familiarString(withTag(plain, '3.20'))).toBe('alpine:3.20');
    expect(withDefaultTag(withDigest(plain, `sha256:${hex}`)).tag).toBeUndefined();
    expect(familiarName(withTag(plain, 'x'))).toBe('alpine');
    expect(() => withTag(plain, '-x')).toThrow(ReferenceFormatError);
  });
});
