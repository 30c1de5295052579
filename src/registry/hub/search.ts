/** A row of Docker Hub's old search. */
interface SearchResult {
  name: string;
  description: string;
  star_count: number;
  is_official: boolean;
  is_automated: boolean;
}

/** What Docker Hub says of its official images, and how many like them (rounded; it changes daily). */
const official: Readonly<Record<string, readonly [stars: number, description: string]>> = {
  alpine: [11300, 'A minimal Docker image based on Alpine Linux with a complete package index and only 5 MB in size!'],
  busybox: [3380, 'Busybox base image.'],
  debian: [5200, "Debian is a Linux distribution that's composed entirely of free and open-source software."],
  golang: [4990, 'Go (golang) is a general purpose, higher-level, imperative programming language.'],
  'hello-world': [2350, 'Hello World! (an example of minimal Dockerization)'],
  nginx: [20600, 'Official build of Nginx.'],
  node: [13800, 'Node.js is a JavaScript-based platform for server-side and networking applications.'],
  postgres: [14300, 'The PostgreSQL object-relational database system provides reliability and data integrity.'],
  python: [10000, 'Python is an interpreted, interactive, object-oriented, open-source programming language.'],
  redis: [13300, 'Redis is an open source key-value store that functions as a data structure server.'],
  registry: [4080, 'Distribution implementation for storing and distributing of container images and artifacts'],
  ubuntu: [17400, 'Ubuntu is a Debian-based Linux operating system based on free software.'],
};

/** Answers `GET /v1/search?q=…&n=…`: the repositories whose name or description has the word, the best liked first. */
export function searchRepositories(repositories: readonly string[], url: URL): Response {
  const query = url.searchParams.get('q') ?? '';
  const size = Number(url.searchParams.get('n') ?? '25') || 25;
  const wanted = query.toLowerCase();
  const found = repositories.map(resultOf).filter(({ name, description }) => name.includes(wanted) || description.toLowerCase().includes(wanted)).sort((a, b) => b.star_count - a.star_count || (a.name < b.name ? -1 : 1));
  const results = found.slice(0, size);
  return Response.json({ num_pages: Math.ceil(found.length / size), num_results: found.length, results, page_size: size, query, page: 1 });
}

function resultOf(repository: string): SearchResult {
  const name = repository.replace(/^library\//, '');
  const [star_count, description] = official[name] ?? [0, ''];
  return { name, description, star_count, is_official: repository.startsWith('library/'), is_automated: false };
}
