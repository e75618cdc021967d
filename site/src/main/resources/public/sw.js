// Answers from what the reader chose to keep. What is named by its content comes from the shelf first; a page comes fresh where there is a network.

const SHELF = 'lectern-book';
const PATIENCE = 4000; // milliseconds that a page may take before the kept one is shown

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

/** What the network has, kept in the place of the older. */
async function fresh(request, shelf) {
  const answer = await fetch(request);
  if (answer.ok && !new URL(request.url).search) await shelf.put(request, answer.clone());
  return answer;
}

async function answer(request) {
  const shelf = await caches.open(SHELF);
  const how = {ignoreSearch: true, ignoreVary: true};
  const kept = await shelf.match(request, how) ?? await shelf.match(request.url.replace(/\/(?:[?#].*)?$/, '/index.html'), how);
  const asset = new URL(request.url).pathname.includes('/assets/'); // of a newer edition, if it is not kept
  if (!kept) return asset ? fresh(request, shelf) : fetch(request);
  if (asset) return kept;
  const late = new Promise(done => setTimeout(done, PATIENCE, kept));
  return Promise.race([fresh(request, shelf).catch(() => kept), late]);
}

self.addEventListener('fetch', event => {
  const {request} = event;
  const {origin, pathname} = new URL(request.url);
  const ours = request.method === 'GET' && origin === location.origin && !request.headers.has('range') && !/\/(preview|metrics|readyz|livez)\b/.test(pathname);
  if (ours) event.respondWith(answer(request));
});
