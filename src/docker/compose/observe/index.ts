export { byName, isOneOff, labelFilter, nameOf, numberOf, progressNameOf, projectContainers, serviceOf, shortNameOf, type ContainerSelection } from './containers.ts';
export { localImages, type ImageSummary } from './images.ts';
export { composeVersion, labels, labelVersion } from './labels.ts';
export { emptyProject, observedProject, projectOfContainers } from './observed-project.ts';
