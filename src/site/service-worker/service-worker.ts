import { withIsolation } from './isolation.ts';
import type { KeepSite, WhoAmI } from './messages.ts';
import { keepSite, siteFile } from './offline.ts';
import { relayed } from './preview-relay.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
  const message = event.data as WhoAmI | KeepSite;
  if (message.type === 'who') event.ports[0]?.postMessage((event.source as Client).id);
  else event.waitUntil(keepSite().then((kept) => kept && event.ports[0]?.postMessage('kept')));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const preview = relayed(request);
  if (preview) event.respondWith(preview);
  else if (request.method === 'GET' && new URL(request.url).origin === self.location.origin) event.respondWith(withIsolation(request, siteFile(request)));
});
