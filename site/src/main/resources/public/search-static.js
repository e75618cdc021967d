// The search of an exported site: words, their beginnings and titles, over all passages; formulas are found on a server only.

const root = new URL(document.documentElement.dataset.root, location);
const MOST = 10;
const AROUND = 90;
const words = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const escape = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

let passages;
async function load() {
  const answer = await fetch(new URL('search-index.json', root));
  if (!answer.ok) throw new Error(answer.status);
  passages = (await answer.json()).map(passage => ({...passage, names: words(passage.title), all: words(passage.text)}));
}

/** How much a passage says about a word; the last word typed may be the beginning of a longer one. */
function weigh(passage, word, unfinished) {
  const is = unfinished ? other => other.startsWith(word) : other => other === word || other === word + 's';
  const named = passage.names.some(is) ? 3 : 0;
  const said = passage.all.reduce((count, other) => count + (is(other) ? 1 : 0), 0);
  return named + 2 * said / (said + 2 + passage.all.length / 150);
}

function snippet(text, asked) {
  const mark = new RegExp(`(?<![\\p{L}\\p{N}])(?:${asked.map(word => word.replace(/[^\p{L}\p{N}]/gu, '')).join('|')})[\\p{L}\\p{N}]*`, 'giu');
  const first = Math.max(0, text.search(mark));
  const from = first > AROUND ? text.indexOf(' ', first - AROUND) + 1 : 0;
  const part = text.slice(from, from + 3 * AROUND);
  let html = from ? '… ' : '';
  let done = 0;
  for (const match of part.matchAll(mark)) {
    html += escape(part.slice(done, match.index)) + `<mark>${escape(match[0])}</mark>`;
    done = match.index + match[0].length;
  }
  return html + escape(part.slice(done)) + (from + 3 * AROUND < text.length ? ' …' : '');
}

const hit = (passage, asked) => `<li><a href="${escape(new URL(passage.url, root).href)}"><span class="kind">${passage.kind}</span><span>${escape(passage.title)}</span>`
  + `<span class="s">${asked.length ? snippet(passage.text, asked) : ''}</span><span class="trail">${escape(passage.trail)}</span></a></li>`;

/** The list for the search box, as the server would send it. */
export async function find(query) {
  if (!passages) await load();
  const asked = words(query);
  if (!asked.length) return '<p role="status">Type a word of the text, or a name.</p>';
  const scores = new Map();
  asked.forEach((word, i) => {
    const weights = passages.map(passage => weigh(passage, word, i === asked.length - 1));
    const holding = weights.filter(weight => weight > 0).length;
    weights.forEach((weight, n) => weight && scores.set(n, (scores.get(n) ?? 0) + weight * Math.log(1 + passages.length / holding)));
  });
  const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST).map(([n]) => passages[n]);
  const said = best.length ? `${best.length} ${best.length === 1 ? 'place' : 'places'}` : `Nothing found for “${escape(query)}”.`;
  return `<p role="status">${said}</p><ol class="hits">${best.map(passage => hit(passage, asked)).join('')}</ol>`;
}

// The search page itself, when a form led here.
const main = document.querySelector('main form.q');
if (main) {
  const query = new URLSearchParams(location.search).get('q') ?? '';
  main.querySelector('input').value = query;
  const place = document.createElement('div');
  main.after(place);
  const show = async text => place.replaceChildren(...new DOMParser().parseFromString(await find(text), 'text/html').body.childNodes);
  main.addEventListener('input', event => show(event.target.value));
  show(query);
}
