/** Names that the Hub answers under, over TLS. */
export const hubNames = ['registry-1.docker.io', 'auth.docker.io', 'index.docker.io', 'docker.io', 'hub.docker.com', 'registry.hub.docker.com'] as const;

/** Names that the Python package index answers under, over TLS. */
export const pythonNames = ['pypi.org', 'files.pythonhosted.org'] as const;

/** Names that the package archive answers under, in plain HTTP. */
export const archiveNames = ['deb.debian.org', 'security.debian.org', 'httpredir.debian.org', 'http.debian.net'] as const;
