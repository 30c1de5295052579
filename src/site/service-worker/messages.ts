/** From page to service worker: which client am I? The answer comes through the port: the id. */
export interface WhoAmI {
  type: 'who';
}

/** From page to service worker: keep the whole site for when there is no network. The answer comes through the port when all is kept; none comes when that fails. */
export interface KeepSite {
  type: 'keep';
}

/** From service worker to page: a previewed page asks for this; the answer comes through the port. */
export interface PreviewAsk {
  type: 'preview';
  host: string;
  port: number;
  method: string;
  /** Path and query. */
  path: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: ArrayBuffer | undefined;
  /** A whole page is asked for, not a part of one. */
  navigation: boolean;
}

/** The page's answer; headers are those that the browser may see. */
export interface PreviewAnswer {
  status: number;
  statusText: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: Uint8Array<ArrayBuffer> | undefined;
}
