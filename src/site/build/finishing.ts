import type { AstroIntegration } from 'astro';

export function finishing(): AstroIntegration {
  return { name: 'drydock-finishing', hooks: {} };
}
