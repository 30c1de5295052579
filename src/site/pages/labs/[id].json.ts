import type { APIRoute } from 'astro';
import { labForPage, labIds, readLab } from '../../course/labs.ts';

/** The labs as data that the dock fetches. */
export function getStaticPaths() {
  return labIds().map((id) => ({ params: { id } }));
}

export const GET: APIRoute = ({ params }) => new Response(JSON.stringify(labForPage(readLab(params.id ?? ''))));
