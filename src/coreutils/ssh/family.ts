export * from './scp.ts';
export * from './ssh.ts';
export * from './ssh-copy-id.ts';
export * from './ssh-keygen.ts';
export * from './sshd.ts';
