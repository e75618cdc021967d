// Finds the book's symbols in a formula by KaTeX's own parse tree: an atom with its accents and scripts, or a few atoms in a row.
// symbols(tex, options, table) => {marked, unknown}: the TeX with coloured symbols wrapped, and the letters that the table does not hold.
globalThis.lecternColour = (code, language) => hljs.getLanguage(language) ? hljs.highlight(code, {language, ignoreIllegals: true}).value : "";
globalThis.lecternSymbols = (() => {
  const isNode = value => value && typeof value === "object" && typeof value.type === "string";
  // exponents that leave the meaning of a symbol as it is
  const plainPower = /^(\d+|[-−]\d+|T|\\top|\\intercal|\\dagger|\+|\\prime+|\\ast|\*)$/;

  const canon = node => {
    if (Array.isArray(node)) return node.map(canon).join("");
    if (!isNode(node)) return "";
    switch (node.type) {
      case "mathord": case "textord": case "atom": return node.text;
      case "ordgroup": case "styling": case "mclass": case "html": return canon(node.body);
      case "supsub": return canon(node.base) + (node.sub ? `_{${canon(node.sub)}}` : "") + (node.sup ? `^{${canon(node.sup)}}` : "");
      case "accent": return `${node.label}{${canon(node.base)}}`;
      case "font": return `\\${node.font}{${canon(node.body)}}`;
      case "op": case "operatorname": return node.name ?? canon(node.body);
      case "text": return `\\text{${canon(node.body)}}`;
      default: return `\\${node.type}?`;
    }
  };
  const children = node => Object.values(node).flatMap(value => isNode(value) ? [value] : Array.isArray(value) ? value.flat(2).filter(isNode) : []);

  const range = (node, tex) => {
    let start = Infinity, end = -1;
    const visit = at => {
      if (at.loc) {
        if (at.loc.lexer.input !== tex) { start = -1; return; }
        start = Math.min(start, at.loc.start);
        end = Math.max(end, at.loc.end);
      }
      if (at.type === "accent" || at.type === "font") {
        const inner = range(at.base ?? at.body, tex);
        if (!inner) { start = -1; return; }
        const name = (at.label ?? "\\" + at.font).replace(/[\\^$*+?.()|[\]{}]/g, "\\$&");
        const before = new RegExp(name + "\\s*(\\{\\s*)?$").exec(tex.slice(0, inner[0]));
        if (!before) { start = -1; return; }
        start = Math.min(start, before.index);
        end = Math.max(end, inner[1]);
      } else {
        children(at).forEach(visit);
      }
    };
    (Array.isArray(node) ? node : [node]).forEach(visit);
    if (start < 0 || end <= start) return null;
    let depth = 0;
    for (const c of tex.slice(start, end)) depth += c === "{" ? 1 : c === "}" ? -1 : 0;
    while (depth > 0 && /^\s*\}/.test(tex.slice(end))) { end += /^\s*\}/.exec(tex.slice(end))[0].length; depth--; }
    return depth === 0 ? [start, end] : null;
  };

  const tables = new Map();
  const table = (settings, key, options) => {
    let known = tables.get(key);
    if (!known) {
      known = {colours: new Map(), known: new Set(), longest: 1};
      const add = (tex, act) => {
        try {
          const tree = katex.__parse(tex, {...options, macros: {...options.macros}});
          known.longest = Math.max(known.longest, tree.length);
          act(canon(tree));
        } catch (e) { /* the table of symbols is checked where it is read */ }
      };
      for (const [tex, colour] of Object.entries(settings.colours)) add(tex, c => known.colours.set(c, colour));
      for (const tex of settings.known) add(tex, c => known.known.add(c));
      tables.set(key, known);
    }
    return known;
  };

  return (tex, options, settings, key) => {
    const symbols = table(settings, key, options);
    const wraps = [], unknown = [];
    const is = name => symbols.known.has(name) || symbols.colours.has(name);
    const found = (nodes, name) => {
      const colour = symbols.colours.get(name);
      const spot = colour && range(nodes, tex);
      if (spot) wraps.push([...spot, colour]);
    };
    const isAtom = node => node.type === "mathord" || node.type === "supsub" && node.base && isAtom(node.base) || node.type === "accent" && isAtom(node.base)
        || node.type === "font";
    const row = nodes => {
      for (let i = 0; i < nodes.length; i++) {
        let taken = 0;
        for (let k = Math.min(symbols.longest, nodes.length - i); k > 1 && !taken; k--) {
          const slice = nodes.slice(i, i + k), name = canon(slice);
          if (is(name)) { found(slice, name); taken = k; }
        }
        if (taken) i += taken - 1; else atom(nodes[i]);
      }
    };
    const atom = node => {
      if (node.type === "ordgroup") return row(node.body);
      if (["operatorname", "op", "text", "raw", "tag", "size", "kern"].includes(node.type)) return;
      const name = canon(node);
      if (is(name)) return found(node, name);
      if (node.type === "supsub" && node.sup) {
        const {sup, ...rest} = node, short = canon({...rest, sup: undefined});
        if (is(short)) {
          const base = node.sub ? [node.base, node.sub] : node.base;
          if (symbols.colours.has(short)) found(plainPower.test(canon(sup)) ? node : base, short);
          return row([sup]);
        }
      }
      if (isAtom(node)) {
        const spot = range(node, tex);
        unknown.push([spot ? spot[0] : -1, spot ? tex.slice(...spot) : name]);
        if (node.sup) row([node.sup]);
        return;
      }
      for (const value of Object.values(node)) {
        if (isNode(value)) row([value]);
        else if (Array.isArray(value)) value.every(isNode) ? row(value) : value.flat(2).filter(isNode).forEach(inner => row([inner]));
      }
    };
    row(katex.__parse(tex, {...options, macros: {...options.macros}}));
    let marked = tex;
    wraps.sort((a, b) => b[0] - a[0]);
    let last = Infinity;
    for (const [start, end, colour] of wraps) {
      if (end > last) continue;
      marked = `${marked.slice(0, start)}{\\htmlClass{${colour}}{{${marked.slice(start, end)}}}}${marked.slice(end)}`;
      last = start;
    }
    return {marked, unknown: settings.known.length ? unknown : []};
  };
})();
