export { type ContainerStep, type Plan, type RecreateStrategy, type ResourceStep, type ServicePlan } from './plan.ts';
export { planUp, type Observed, type PlanOptions } from './plan-up.ts';
export { resolveReferences } from './references.ts';
