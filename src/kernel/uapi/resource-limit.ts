/** A resource that getrlimit(2) knows, without `RLIMIT_`, in small letters. */
export type Resource = 'as' | 'core' | 'cpu' | 'data' | 'fsize' | 'locks' | 'memlock' | 'msgqueue' | 'nice' | 'nofile' | 'nproc' | 'rss' | 'rtprio' | 'rttime' | 'sigpending' | 'stack';

/** A soft and a hard limit in the resource's own unit (bytes, seconds, pieces); Infinity is none. */
export interface ResourceLimit {
  soft: number;
  hard: number;
}
