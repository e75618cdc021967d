// lecternLean(tree) => the tree that KaTeX builds, without what a page of ours does not need: the same picture in two thirds of the HTML and three
// quarters of the elements. The tree's form is KaTeX's own affair: with another version, LeanFormulaBrowserTest tells whether it still holds.
// A strut goes where the line that the formula stands in is higher anyway. A script that is a run of letters stands in the line, shifted, where KaTeX
// builds a table for it. Classes that only KaTeX's own reckoning needs go, and a span that has nothing left goes with them.
// The three spaces and two props that stand in every formula become classes of the style sheet (maths.css).
// The MathML keeps no copy of the TeX and no name space; a sign of application that would be one element too many for its parent goes.
globalThis.lecternLean = (() => {
  // a strut up to this height above and this depth below the base line, in em, is inside the line of text around it
  const HEIGHT = 0.86, DEPTH = 0.26;
  // classes that no style sheet knows
  const SPARE = new Set(["mord", "mbin", "mrel", "mopen", "mclose", "mpunct", "minner", "mop", "mtight", "text", "enclosing"]);
  // classes of letters in a run; beside them those that symbols wear, s-q1
  const LETTERS = new Set(["mathnormal", "mathit", "mathrm", "mathbf", "boldsymbol", "mathbb", "mathcal", "mathsf", "mathtt", "textrm", "textit", "textbf", "textsf", "texttt", "mainrm", "mspace"]);
  const ofRun = name => LETTERS.has(name) || name.startsWith("s-");
  const ofLine = name => ofRun(name) || name === "katex-base" || name === "lo" || name === "hi" || name === "katex-sizing" || name === "reset-size6" || name === "size3";
  const SHORTER = {"mspace 0.2778em": "k27", "mspace 0.2222em": "k22", "mspace 0.1667em": "k16", "pstrut 2.7em": "k2", "pstrut 3em": "k3"};
  // what a small script measures, and how far down the style sheet shifts one that stands below and one that stands above
  const SMALL = 0.7, LOW = em(0.15), HIGH = em(-0.363);

  function em(length) {
    return +(length / SMALL).toFixed(4) + "em";
  }
  const number = text => parseFloat(text ?? 0);
  const isText = node => node.text !== undefined;
  const isFragment = node => node.children && !node.attributes;
  const isBare = node => !node.classes.length && !Object.keys(node.style).length && !Object.keys(node.attributes).length;
  const needed = node => node.classes.filter(name => name && !SPARE.has(name));
  const only = (node, name) => node.classes[0] === name && node.classes.filter(Boolean).length === 1;

  const isSpareStrut = ({classes, style}) => {
    const depth = -number(style.verticalAlign);
    return classes[0] === "katex-strut" && depth <= DEPTH && number(style.height) - depth <= HEIGHT;
  };

  const isRun = node => node.children.every(child => child.classes && child.classes.every(name => !name || SPARE.has(name) || ofRun(name))
      && Object.keys(child.style).every(property => property === "marginRight") && (isText(child) || child.attributes && !Object.keys(child.attributes).length && isRun(child)));

  // one script that is a run of letters
  const script = node => {
    const scripts = node.children[0].children[0].children[0].children;
    const [{style, children: [prop, letters]}] = scripts;
    if (scripts.length > 1 || !letters.classes.includes("katex-sizing") || !letters.classes.includes("reset-size6") || !letters.classes.includes("size3") || !isRun(letters)) return;
    const shift = number(prop.style.height) + number(style.top), shifted = em(shift), left = number(style.marginLeft);
    node.classes = [shift > 0 ? "lo" : "hi"];
    node.style = {...shifted !== (shift > 0 ? LOW : HIGH) && {top: shifted}, ...left && {marginLeft: em(left)}};
    node.children = letters.children;
  };

  // a letter that leans out to the right keeps that space from its script above, and the one below takes it back: both say it for nothing
  const closeUp = (before, node) => {
    if (before && isText(before) && before.italic > 0 && only(node, "lo") && node.style.marginLeft === em(-+before.italic.toFixed(4))) {
      before.italic = 0;
      delete node.style.marginLeft;
    }
  };

  const shorten = node => {
    node.classes = needed(node);
    const {height, marginRight} = node.style;
    const shorter = node.classes.length === 1 && Object.keys(node.style).length === 1 && SHORTER[`${node.classes[0]} ${height ?? marginRight}`];
    if (shorter) {
      node.classes.push(shorter);
      node.style = {};
    }
  };

  // @param open whether a child's place does not hang on its being an element of its own
  const line = (parent, open) => {
    const kept = [];
    const keep = child => {
      if (isFragment(child)) child.children.forEach(keep);
      else if (!child.classes) kept.push(child); // a picture
      else if (isText(child) || !child.children) {
        if (isText(child)) child.classes = needed(child);
        kept.push(child);
      } else if (!isSpareStrut(child)) {
        if (only(child, "msupsub")) script(child);
        closeUp(kept.at(-1), child);
        const bare = isBare(child);
        shorten(child);
        const spare = !bare && isBare(child);
        line(child, spare || child.classes.every(ofLine) && !parent.classes.includes("vlist"));
        if (spare && open) kept.push(...child.children);
        else kept.push(child);
      }
    };
    parent.children.forEach(keep);
    parent.children = kept;
  };

  const COUNTED = new Set(["msub", "msup", "msubsup", "munder", "mover", "munderover", "mfrac", "mroot"]);
  const APPLIED = "\u2061";
  const mathMl = parent => {
    const kept = [];
    const keep = node => {
      if (isFragment(node)) return node.children.forEach(keep);
      if (!node.children) return kept.push(node);
      mathMl(node);
      const {type, attributes, children} = node;
      if (type === "annotation" || type === "mo" && COUNTED.has(parent.type) && children.length === 1 && children[0].text === APPLIED) return;
      if (type === "semantics" || type === "mstyle" && parent.type === "mtd" && attributes.scriptlevel === "0" && attributes.displaystyle === "false") kept.push(...children);
      else kept.push(node);
    };
    parent.children.forEach(keep);
    parent.children = kept;
    if (parent.type === "math") delete parent.attributes.xmlns;
  };

  const lean = tree => {
    if (tree.type) mathMl(tree);
    else if (tree.classes.includes("katex-html")) line(tree, false);
    else tree.children.forEach(lean);
    return tree;
  };
  return lean;
})();
