import type { ContainerSummary } from '../../api/index.ts';
import { ComposeError } from '../failure/compose-error.ts';
import { numberOf, projectContainers, type ContainerSelection } from '../observe/index.ts';
import type { Compose } from '../runtime/index.ts';

/** The container of a service with this number, or the first one. Throws ComposeError when none runs. */
export async function containerOf(compose: Compose, project: string, service: string, selection: Omit<ContainerSelection, 'services'>): Promise<ContainerSummary> {
  const found = await projectContainers(compose.client, project.toLowerCase(), { ...selection, services: [service] });
  const [first] = found.toSorted((a, b) => numberOf(a) - numberOf(b));
  if (first) return first;
  const { index = 0 } = selection;
  throw new ComposeError('other', `service ${JSON.stringify(service)} is not running${index > 0 ? ` container #${index}` : ''}`);
}
