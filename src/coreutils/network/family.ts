export * from './curl.ts';
export * from './httpd.ts';
export * from './ip.ts';
export * from './ping.ts';
export * from './ss.ts';
export * from './wget.ts';
