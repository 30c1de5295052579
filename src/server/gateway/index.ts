export { Gateway, type GatewayOptions, gatewayPath } from './gateway.ts';
export { isOwnHost } from './own-page.ts';
