export { dependencyGraph, ordered, reversed, visitInOrder, withDependents, type Graph } from './graph.ts';
export { chooseServices, scaleOf, selectServices, serviceNamed, type SelectionPolicy } from './select.ts';
export { together } from './together.ts';
