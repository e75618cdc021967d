/*
 * The widgets of a page: pointer, keys and fields in, texts and attributes out. Nothing is computed here: each widget's state, picture and words are the
 * compiled module's (`browser/Handle` in Java), loaded when its widget comes near the screen; one that is only typed into, when it is first touched.
 */
const PIXELS = 2; // of a drag on a number in a sentence, for one step of the quantity
const LIMIT = 1e9;
const REST = 200; // milliseconds without a key
const SKIPPED = 'skip';
const OWN = /^(theme|lang|hide|format|fragment)=/; // of the page's query, not a widget's
const still = matchMedia('(prefers-reduced-motion:reduce)');

const set = (node, name, value) => {
  if (value == null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
};
const put = (node, name, value) => {
  if (node[name] !== value) node[name] = value;
};

// ---- the one animation loop: asleep when nothing changes or nothing is on the screen

const awake = new Set();
let beat = 0; // the frame that is asked for, one at most
let last = 0; // time of the frame before, if there was one

function tick(time) {
  const seconds = last && Math.min(0.1, (time - last) / 1000);
  const now = [...awake];
  awake.clear();
  last = time;
  beat = 0;
  for (const shell of now) if (shell.host.isConnected) shell.frame(seconds);
  if (!beat) last = 0;
}

function wake(shell) {
  awake.add(shell);
  beat ||= requestAnimationFrame(tick);
}
