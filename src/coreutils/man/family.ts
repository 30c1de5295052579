export { apropos, man, whatis } from './man.ts';
