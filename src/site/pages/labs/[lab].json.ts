import type { APIRoute } from 'astro';
import { labForPage, labIds, readLab } from '../../build/index.ts';

/** The labs as data that the dock fetches. */
export function getStaticPaths() {
  return labIds().map((id) => ({ params: { lab: id } }));
}

export const GET: APIRoute = ({ params }) => new Response(JSON.stringify(labForPage(readLab(params['lab'] ?? ''))));
