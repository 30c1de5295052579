import type { ServiceConfig } from '../project/index.ts';

/** `project-service-1`, or the name that the service asks for. */
export function containerName(project: string, service: ServiceConfig, number: number, separator: string): string {
  return service.container_name || [project, service.name, String(number)].join(separator);
}

/** The image that a service runs: its `image`, else the name under which its build is kept. */
export function imageNameOf(project: string, service: ServiceConfig, separator: string): string {
  return service.image || `${project}${separator}${service.name}`;
}
