export { createRequest } from './create-request.ts';
export { targetOf } from './mounts.ts';
export { containerName, imageNameOf } from './names.ts';
export { ulimitsOf } from './resources.ts';
