// Where on the page stands what is said, and the light on it. The server counts the letters of a block in the same way, and sends its rules.

export const place = text => {
  const [block, from, to] = text.split(/[:-]/).map(Number);
  return {block, from, to};
};
const seconds = text => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

/** Sentences and words with their times, out of the cues. */
export function timed(vtt) {
  const found = {sentences: [], words: []};
  for (const [, id, at, from, to] of vtt.matchAll(/^([\d.]+) (\d+:\d+-\d+)\n([\d:.]+) --> ([\d:.]+)$/gm)) {
    const [sentence, word] = id.split('.').map(Number);
    (word === undefined ? found.sentences : found.words).push({...place(at), sentence, start: seconds(from), end: seconds(to)});
  }
  return found;
}

/** The last of all that has begun at a time; -1 before the first. */
export const last = (all, at) => {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle].start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/**
 * The text of a page under a voice. {@code shown} hears of each sentence that is lit, {@code said} of each word, as a range of the document.
 */
export function lit(main, shown, said) {
  const text = {rules: null, sentences: [], words: [], sentence: -1, word: -1};

  let counted = new Map();
  function letters(block) {
    if (counted.has(block)) return counted.get(block);
    const parts = [];
    let at = 0;
    const walk = node => {
      if (node.nodeType === Node.TEXT_NODE) {
        parts.push({node, at, length: node.length});
        at += node.length;
      } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(text.rules.skipped)) {
        if (node.matches(text.rules.whole)) {
          parts.push({node, at, length: 1, whole: true});
          at += 1;
        } else {
          for (const child of node.matches(text.rules.widget) ? node.querySelectorAll(text.rules.ofWidget) : node.childNodes) walk(child);
        }
      }
    };
    const element = main.children[block];
    if (element) walk(element);
    counted.set(block, parts);
    return parts;
  }

  function range({block, from, to}) {
    const parts = letters(block);
    const first = parts.find(part => part.at + part.length > from);
    const last = parts.findLast(part => part.at < to);
    if (!first || !last) return null;
    const found = document.createRange();
    if (first.whole) found.setStartBefore(first.node);
    else found.setStart(first.node, from - first.at);
    if (last.whole) found.setEndAfter(last.node);
    else found.setEnd(last.node, to - last.at);
    return found;
  }

  /** The sentence at a place in the text, or nothing. */
  function sentenceAt(node, offset) {
    const block = [...main.children].findIndex(child => child.contains(node));
    const part = letters(block).find(one => one.node === node || one.whole && one.node.contains(node));
    if (!part) return -1;
    const at = part.at + (part.whole ? 0 : offset);
    return text.sentences.findIndex(one => one.block === block && one.from <= at && at <= one.to);
  }

  /* ---- light */
  const lights = globalThis.CSS?.highlights && {sentence: new Highlight(), word: new Highlight()};
  if (lights) {
    lights.word.priority = 1;
    CSS.highlights.set('voice-sentence', lights.sentence);
    CSS.highlights.set('voice-word', lights.word);
  }
  let formula;

  function light(sentence, word) {
    if (sentence !== text.sentence) {
      lights?.sentence.clear();
      text.sentence = sentence;
      const here = text.sentences[text.sentence] && range(text.sentences[text.sentence]);
      if (here) {
        if (lights) lights.sentence.add(here);
        shown(here);
      }
      if (!lights) {
        main.querySelector('.voiced')?.classList.remove('voiced');
        main.children[text.sentences[text.sentence]?.block]?.classList.add('voiced');
      }
    }
    if (word !== text.word) {
      lights?.word.clear();
      formula?.classList.remove('voice-word');
      formula = null;
      text.word = word;
      const here = text.words[text.word] && range(text.words[text.word]);
      if (here && lights) lights.word.add(here);
      if (here) said(here);
      const part = text.words[text.word] && letters(text.words[text.word].block).find(one => one.whole && one.at === text.words[text.word].from);
      if (part) {
        formula = part.node;
        formula.classList.add('voice-word');
      }
    }
  }

  return Object.assign(text, {range, sentenceAt, light, forget: () => { counted = new Map(); }});
}
