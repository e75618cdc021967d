// (tex, display, setting as JSON) => HTML and what it does not know, or "position:message" when KaTeX cannot read the formula.
// Beside it, for formulas that can be drawn: lecternOutline => the formula in outline, as JSON; lecternSpots => where its symbols stand in what is drawn;
// lecternWhole => what KaTeX alone writes.
(() => {
  const settings = new Map();
  const read = json => settings.get(json) ?? settings.set(json, JSON.parse(json)).get(json);
  const trusted = context => context.command === "\\htmlClass" || context.command === "\\htmlData" || context.command === "\\href" && /^(https?|mailto)$/.test(context.protocol);
  // macros are given anew each time: \gdef would change them
  const optionsOf = (setting, display, more) => ({displayMode: display, macros: {...more, ...setting.macros}, maxExpand: 1000, maxSize: 40, strict: "ignore", trust: trusted});
  const orNothing = act => (...given) => {
    try {
      return act(...given);
    } catch (e) {
      if (!(e instanceof katex.ParseError)) throw e;
      return "[]";
    }
  };

  globalThis.lecternOutline = orNothing((tex, display, json) => {
    const setting = read(json);
    return JSON.stringify(lecternSymbols(tex, optionsOf(setting, display), setting, json).outline());
  });

  // [text, [symbol, first letter, one after the last], …]; letters are counted in the text of the drawn formula without white space. The text tells
  // whether marking the symbols left the formula as it was.
  const entities = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'"};
  const counted = html => {
    const open = [], spots = [];
    let text = "";
    for (const [part, close, name] of html.matchAll(/<(\/?)\w+(?:[^>]*?class="[^"]*lectern-(\d+)")?[^>]*>|&\w+;|&#x?\w+;|[^<&]/g)) {
      if (part[0] !== "<") { if (!/^[\s\u200b]$/.test(part) && part !== "&nbsp;") text += entities[part] ?? part[0]; }
      else if (close) { const [name, from] = open.pop() ?? []; if (name !== undefined) spots.push([+name, from, text.length]); }
      else if (!part.endsWith("/>")) open.push([name, text.length]);
    }
    return {text, spots};
  };
  globalThis.lecternSpots = orNothing((tex, display, json) => {
    const setting = read(json);
    // a macro without arguments is written out, so that the symbols in it have a place
    for (const [macro, meaning] of Object.entries(setting.macros))
      if (!meaning.includes("#") && /^\\[A-Za-z]+$/.test(macro)) tex = tex.replace(new RegExp(`\\${macro}(?![A-Za-z])`, "g"), () => `{${meaning}}`);
    const {marked, names} = lecternSymbols(tex, optionsOf(setting, display), setting, json).names();
    if (!names.length) return "[]";
    const {text, spots} = counted(katex.renderToString(marked, {...optionsOf(setting, display), output: "html"}));
    return JSON.stringify([text, ...spots.filter(([, from, to]) => to > from).map(([name, from, to]) => [names[name], from, to]).sort((a, b) => a[1] - b[1])]);
  });

  globalThis.lecternWhole = (tex, display, json) => katex.renderToString(tex, optionsOf(read(json), display));

  const draw = (tex, display, setting, json, more) => {
    const options = () => optionsOf(setting, display, more);
    const html = text => lecternLean(katex.__renderToDomTree(text, options())).toMarkup();
    if (!setting.known.length && !Object.keys(setting.colours).length) return html(tex);
    const {marked, unknown} = lecternSymbols(tex, options(), setting, json);
    return html(marked) + unknown.map(([at, name]) => `\u0001${at}:${name}`).join("");
  };
  return (tex, display, json) => {
    const setting = read(json);
    try {
      return draw(tex, display, setting, json, {});
    } catch (e) {
      if (!(e instanceof katex.ParseError)) throw e;
      for (const inner of [false, true]) {
        try {
          return draw(lecternDialect.translate(display ? tex : tex.replace(/\\tag\*?\s*\{[^{}]*\}/g, ""), inner), display, setting, json, lecternDialect.macros);
        } catch (again) {
          if (!(again instanceof katex.ParseError)) throw again;
        }
      }
      return `${e.position ?? -1}:${e.rawMessage ?? e.message}`;
    }
  };
})()
