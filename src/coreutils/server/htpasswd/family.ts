export { htpasswd } from './htpasswd.ts';
