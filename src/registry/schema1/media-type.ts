/** Media type of a signed manifest of schema 1. */
export const signedSchema1Type = 'application/vnd.docker.distribution.manifest.v1+prettyjws';
/** Media type of a manifest of schema 1 without signatures. */
export const unsignedSchema1Type = 'application/vnd.docker.distribution.manifest.v1+json';
