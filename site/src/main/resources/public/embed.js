// A widget in a frame on another site: tells the page around it its height and state, and takes a state from it. Keeps nothing.

const own = document.querySelector('script[data-widgets]').dataset;
const host = document.querySelector('lectern-widget');
const LONGEST = 1000;

const tell = (type, more) => parent !== self && parent.postMessage({type: 'lectern:' + type, v: 1, id: own.id, ...more}, '*');

let told = 0;
new ResizeObserver(() => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  tell('resize', {height});
  if (parent !== self) parent.postMessage(JSON.stringify({subject: 'lti.frameResize', height}), '*');
}).observe(document.body);

document.addEventListener('lectern-state', event => tell('state', {state: event.detail}));
addEventListener('message', ({source, data}) => {
  if (source !== parent || source === self || data?.type !== 'lectern:set' || data.v !== 1 || typeof data.state !== 'string' || data.state.length > LONGEST) return;
  host.dispatchEvent(new CustomEvent('lectern-set', {bubbles: true, detail: data.state}));
});
document.addEventListener('lectern-check', ({detail}) => import(new URL('check.js', new URL(own.widgets, location))).then(check => check.run(detail)));

await import(new URL(own.widgets, location));
tell('ready', {});
