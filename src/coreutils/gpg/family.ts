export { gpg, gpgv } from './gpg.ts';
