// Where a quotation stands in a text that may have been edited since. Pure: strings in, places out.

const CONTEXT = 32; // letters kept before and after
const SURE = 12; // letters of quotation and surroundings that are enough to know it again
const WORSE = .4; // share of a quotation that may differ
const HOME = 8; // what standing in the old block counts, in letters

/** What is kept of the letters from start to end. */
export const quote = (text, start, end) => ({
  exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT), start,
});

/** How many letters before and after a place are those that were kept. */
function company(text, start, end, {prefix, suffix}) {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after++;
  return before + after;
}

/** The best of all literal occurrences: by its company, then its block, then the nearest to where it was. */
function literal(text, kept, home) {
  let best;
  for (let at = text.indexOf(kept.exact); at >= 0; at = text.indexOf(kept.exact, at + 1)) {
    const end = at + kept.exact.length;
    const known = company(text, at, end, kept) + (home && at >= home.start && end <= home.end ? HOME : 0);
    const far = Math.abs(at - kept.start) / text.length;
    if (!best || known - far > best.score) best = {start: at, end, score: known - far, known};
  }
  return best && best.known + kept.exact.length >= SURE ? best : null;
}

/** The stretch nearest to the quotation by edit distance (Sellers 1980), if little enough differs. */
function near(text, kept) {
  const {exact} = kept;
  const most = Math.floor(exact.length * WORSE);
  let costs = Array.from({length: exact.length + 1}, (_, i) => i);
  let begins = new Array(exact.length + 1).fill(0);
  let best;
  for (let at = 0; at < text.length; at++) {
    const next = [0];
    const from = [at + 1];
    for (let i = 1; i <= exact.length; i++) {
      const swap = costs[i - 1] + (exact[i - 1] === text[at] ? 0 : 1);
      const drop = next[i - 1] + 1;
      const more = costs[i] + 1;
      const least = Math.min(swap, drop, more);
      next[i] = least;
      from[i] = least === swap ? begins[i - 1] : least === drop ? from[i - 1] : begins[i];
    }
    costs = next;
    begins = from;
    const cost = costs[exact.length];
    if (cost > most) continue;
    const score = company(text, begins[exact.length], at + 1, kept) / CONTEXT - 4 * cost / exact.length;
    if (!best || score > best.score) best = {start: begins[exact.length], end: at + 1, score};
  }
  return best;
}

/**
 * Where what was kept stands now, or null. {@code blocks} are the stretches of the text that have names; {@code changed}: the words are no longer
 * those of the quotation.
 */
export function find(text, blocks, kept) {
  const home = blocks.find(block => block.id && block.id === kept.block);
  const same = literal(text, kept, home);
  if (same) return {start: same.start, end: same.end, changed: false};
  const there = near(text, kept);
  return there ? {start: there.start, end: there.end, changed: true} : null;
}
