export { nginx } from './nginx/nginx.ts';
