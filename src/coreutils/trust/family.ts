export { updateCaCertificates } from './update-ca-certificates.ts';
