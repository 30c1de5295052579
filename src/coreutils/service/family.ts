export { journalctl } from './journalctl.ts';
export { service } from './service.ts';
export { systemctl } from './systemctl.ts';
