// Finds the book's symbols in a formula by KaTeX's own parse tree: an atom with its accents and scripts, or a few atoms in a row.
// lecternSymbols(tex, options, setting, key) => {marked, unknown, outline, spots}: the TeX with coloured symbols wrapped, the letters that the table
// does not hold, and on demand the formula in outline and the places of its symbols.
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
      known = {colours: new Map(), known: new Map(), longest: 1};
      const add = (tex, act) => {
        try {
          const tree = katex.__parse(tex, {...options, macros: {...options.macros}});
          known.longest = Math.max(known.longest, tree.length);
          act(canon(tree));
        } catch (e) { /* the table of symbols is checked where it is read */ }
      };
      for (const [tex, colour] of Object.entries(settings.colours)) add(tex, c => known.colours.set(c, colour));
      for (const tex of settings.known) add(tex, c => known.known.set(c, tex));
      tables.set(key, known);
    }
    return known;
  };

  return (tex, options, settings, key) => {
    const symbols = table(settings, key, options);
    const found = [], unknown = [];
    const is = name => symbols.known.has(name) || symbols.colours.has(name);
    const isAtom = node => node.type === "mathord" || node.type === "supsub" && node.base && isAtom(node.base) || node.type === "accent" && isAtom(node.base)
        || node.type === "font";

    // Every item of the outline is [kind, nodes, …]: s symbol, n digit, o operator or bracket, f named function, g group, ^ scripts, / fraction,
    // r root, l pair of stretched brackets, m table, t words, ? anything else.
    const symbol = (nodes, name, sup) => {
      found.push([nodes, name]);
      return ["s", nodes, symbols.known.get(name) ?? name, ...sup ? [sup] : []];
    };
    const row = nodes => {
      const items = [];
      for (let i = 0; i < nodes.length; i++) {
        let taken = 0;
        for (let k = Math.min(symbols.longest, nodes.length - i); k > 1 && !taken; k--) {
          const slice = nodes.slice(i, i + k), name = canon(slice);
          if (is(name)) { items.push(symbol(slice, name)); taken = k; }
        }
        if (taken) i += taken - 1;
        else { const item = atom(nodes[i]); if (item) items.push(item); }
      }
      return items;
    };
    const list = value => value ? row(Array.isArray(value) ? value : [value]) : [];
    const atom = node => {
      switch (node.type) {
        case "ordgroup": return ["g", node, row(node.body)];
        case "operatorname": case "op": return ["f", node, canon(node)];
        case "text": return ["t", node];
        case "raw": case "size": case "kern": case "spacing": case "internal": case "cr": return null;
        case "atom": return ["o", node, node.text];
        case "delimsizing": return ["o", node, node.delim];
        case "textord": if (/^[\d.]$/.test(node.text)) return ["n", node, node.text];
      }
      const name = canon(node);
      if (is(name)) return symbol(node, name);
      if (node.type === "supsub" && node.sup) {
        const {sup, ...rest} = node, short = canon({...rest, sup: undefined});
        if (is(short)) {
          const base = node.sub ? [node.base, node.sub] : node.base;
          const item = symbol(plainPower.test(canon(sup)) ? node : base, short);
          return [...item, row([sup])];
        }
      }
      if (isAtom(node)) {
        unknown.push([node, name]);
        return ["?", node, node.type === "mathord" ? node.text : name, node.sup ? row([node.sup]) : []];
      }
      switch (node.type) {
        case "textord": return ["o", node, node.text];
        case "supsub": return ["^", node, list(node.base), list(node.sup), list(node.sub)];
        case "genfrac": return [node.hasBarLine ? "/" : "?", node, list(node.numer), list(node.denom)];
        case "sqrt": return [node.index ? "?" : "r", node, list(node.body), list(node.index)];
        case "leftright": return ["l", node, node.left, node.right, row(node.body)];
        case "array": return ["m", node, node.body.map(cells => cells.map(cell => list(cell)))];
        case "styling": case "mclass": case "html": case "color": case "sizing": case "tag": return ["g", node, list(node.body)];
      }
      const inside = [];
      for (const value of Object.values(node)) {
        if (isNode(value)) inside.push(...row([value]));
        else if (Array.isArray(value)) value.every(isNode) ? inside.push(...row(value)) : value.flat(2).filter(isNode).forEach(inner => inside.push(...row([inner])));
      }
      return ["?", node, node.type, inside];
    };

    const items = row(katex.__parse(tex, {...options, macros: {...options.macros}}));
    const wrap = spots => {
      let marked = tex, last = Infinity;
      for (const [start, end, name] of spots.sort((a, b) => b[0] - a[0] || a[1] - b[1])) {
        if (end > last) continue;
        marked = `${marked.slice(0, start)}{\\htmlClass{${name}}{{${marked.slice(start, end)}}}}${marked.slice(end)}`;
        last = start;
      }
      return marked;
    };
    const places = named => found.flatMap(([nodes, name]) => {
      const as = named(name), spot = as && range(nodes, tex);
      return spot ? [[...spot, as]] : [];
    });
    // nodes become places in the TeX
    const placed = item => item.map((part, i) => i === 1 ? range(part, tex) ?? [-1, -1] : Array.isArray(part) ? part.map(inner => Array.isArray(inner) ? placedIn(inner) : inner) : part);
    const placedIn = part => typeof part[0] === "string" ? placed(part) : part.map(inner => Array.isArray(inner) ? placedIn(inner) : inner);
    return {
      marked: wrap(places(name => symbols.colours.get(name))),
      unknown: settings.known.length ? unknown.map(([nodes, name]) => {
        const spot = range(nodes, tex);
        return [spot ? spot[0] : -1, spot ? tex.slice(...spot) : name];
      }) : [],
      outline: () => items.map(placed),
      names: () => { const names = []; return {marked: wrap(places(name => symbols.known.has(name) && `lectern-${names.push(symbols.known.get(name)) - 1}`)), names}; },
    };
  };
})();
