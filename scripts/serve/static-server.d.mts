/** Serves a folder as a plain static host does. Port 0 takes a free one; `tries` is how many ports from `port` on may be tried. */
export function serveFolder(options: { folder: string; host?: string; port?: number; tries?: number }): Promise<{ url: string; close(): Promise<void> }>;
