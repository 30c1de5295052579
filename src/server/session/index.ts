export type { HostLimits } from './host-pool.ts';
export type { Session } from './session.ts';
export { SessionService } from './session-service.ts';
export { Sessions, type SessionsOptions } from './sessions.ts';
