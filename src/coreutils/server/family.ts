export { dnmonster } from './dnmonster/dnmonster.ts';
export { nginx } from './nginx/nginx.ts';
export { redisCli } from './redis/redis-cli.ts';
export { redisServer } from './redis/redis-server.ts';
