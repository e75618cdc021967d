// What MathJax reads and KaTeX does not. Books are written for either; a formula that KaTeX refuses is put into its words and tried once more.
globalThis.lecternDialect = (() => {
  const group = (tex, at) => {                                   // end of the group or token that begins at a spot, spaces before it skipped
    while (tex[at] === " " || tex[at] === "\n") at++;
    if (tex[at] === "\\") return at + (/^\\([A-Za-z]+|[^])/.exec(tex.slice(at))?.[0].length ?? 1);
    if (tex[at] !== "{") return at < tex.length ? at + 1 : -1;
    for (let depth = 0; at < tex.length; at++) {
      if (tex[at] === "\\") at++;
      else if (tex[at] === "{") depth++;
      else if (tex[at] === "}" && --depth === 0) return at + 1;
    }
    return -1;
  };
  // each match of a command: what it and its arguments become
  const each = (tex, pattern, count, make) => {
    const find = new RegExp(pattern, "g");
    let out = "", from = 0;
    for (let m; (m = find.exec(tex));) {
      const parts = [];
      let at = m.index + m[0].length;
      for (let i = 0; i < count && at >= 0; i++) {
        const end = group(tex, at);
        parts.push(end < 0 ? "" : tex.slice(at, end).trim().replace(/^\{([^]*)\}$/, "$1"));
        at = end;
      }
      if (at < 0) break;
      out += tex.slice(from, m.index) + make(m, ...parts);
      find.lastIndex = from = at;
    }
    return out + tex.slice(from);
  };
  const words = text => text.split(/(\$[^$]*\$)/).map((part, i) => i % 2 ? part : part.replace(/(\\.)|([_^#%&])/g, (all, escaped, sign) => escaped ?? (sign === "^" ? "\\textasciicircum " : "\\" + sign))).join("");
  const inner = {equation: "gathered", align: "aligned", gather: "gathered", multline: "gathered", eqnarray: "aligned", flalign: "aligned", alignat: "alignedat", split: "aligned"};

  const fence = {"": ["", ""], p: ["\\left(", "\\right)"], b: ["\\left[", "\\right]"], B: ["\\left\\{", "\\right\\}"], v: ["\\left|", "\\right|"], V: ["\\left\\|", "\\right\\|"]};
  const matrices = {"(": "pmatrix", "[": "bmatrix", "|": "vmatrix", "{": "matrix"};
  const closers = {"(": ")", "[": "]", "|": "|", "{": "}"};
  // the second column of these cases is words
  const worded = rows => rows.replace(/&((?:[^\\&]|\\[^\\])*)/g, (all, text) => `& \\text{${words(text.trim())}}`);
  // commands of the physics package whose argument stands in brackets of a kind that says how it is shown
  const physics = tex => {
    const find = /\\(qty|quantity|mqty|matrixquantity|smqty|[pbvP]mqty|mdet|matrixdeterminant)\s*([([|{])/g;
    let out = "", from = 0;
    for (let m; (m = find.exec(tex));) {
      const open = m[2], close = closers[open];
      let at = find.lastIndex, depth = 1, braces = 0;
      for (; at < tex.length; at++) {
        if (tex[at] === "\\") at++;
        else if (tex[at] === close && (open === "{" || !braces) && --depth === 0) break;
        else if (tex[at] === open && open !== "|" && (open === "{" || !braces)) depth++;
        else if (tex[at] === "{") braces++;
        else if (tex[at] === "}") braces--;
      }
      if (at >= tex.length) break;
      if (m[1] === "qty" && open === "{" && /^\s*\{/.test(tex.slice(at + 1))) { // of the siunitx package: a number and its unit
        out += tex.slice(from, m.index) + "\\SI{";
        from = find.lastIndex;
        continue;
      }
      const inside = physics(tex.slice(find.lastIndex, at)), name = m[1];
      const kind = /^[pbv]mqty$/.test(name) ? `${name[0]}matrix` : name === "Pmqty" ? "pmatrix" : /det/.test(name) ? "vmatrix" : name === "smqty" ? "smallmatrix" : matrices[open];
      const sign = open === "{" ? "\\{" : open, end = open === "{" ? "\\}" : close;
      out += tex.slice(from, m.index) + (/^q/.test(name) ? `\\left${sign} ${inside} \\right${end}` : `\\begin{${kind}}${inside}\\end{${kind}}`);
      find.lastIndex = from = at + 1;
    }
    return out + tex.slice(from);
  };

  // @param within whether environments become those that may stand inside others, and in a line
  const translate = (given, within) => {
    const emphasized = [];
    let tex = each(given, String.raw`\\(text|textrm|textbf|textit|texttt|textsf|mbox|hbox|textnormal|textsc)(?=\s*\{)`, 1, (m, text) =>
      `\\${/mbox|hbox|textsc/.test(m[1]) ? "text" : m[1]}{${words(text)}}`);
    tex = tex.replace(/(^|[^\\])%.*$/gm, "$1");
    tex = each(tex, String.raw`\\DeclarePairedDelimiter(?:X|XPP)?\s*(?=\{|\\)`, 3, () => "");
    tex = each(tex, String.raw`\\definecolor(?=\s*\{)`, 3, () => "");
    tex = tex.replace(/\\(begin|end)\{(?:empheq|spreadlines)\}(?:\[[^\]]*\])?(?:(\{)(\w+\*?)(\}))?/g, (all, what, open, name) => name ? (emphasized.push(name), `\\begin{${name}}`) : what === "end" && emphasized.length ? `\\end{${emphasized.pop()}}` : "")
      .replace(/\\(begin|end)\{(multlined|lgathered|rgathered|[xd]?x?x?alignat)(\*?)\}(?:\[[^\]]*\])?/g, (all, what, name) => `\\${what}{${/alignat$/.test(name) ? "alignedat" : "gathered"}}`)
      .replace(/\\begin\{((?:sub)?numcases)\}\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}([^]*?)\\end\{\1\}/g, (all, name, left, rows) => `${left} \\begin{cases}${worded(rows)}\\end{cases}`)
      .replace(/\\(begin|end)\{([pbBvV]?)smallmatrix\*?\}(?:\[[^\]]*\])?/g, (all, what, kind) => what === "begin" ? `${fence[kind][0]}\\begin{smallmatrix}` : `\\end{smallmatrix}${fence[kind][1]}`)
      .replace(/\\begin\{(d?r?)cases\*\}([^]*?)\\end\{\1cases\*\}/g, (all, kind, rows) => `\\begin{${kind === "dr" ? "r" : kind}cases}${worded(rows)}\\end{${kind === "dr" ? "r" : kind}cases}`)
      .replace(/\\(?:cline|cmidrule|vspace|leftroot|uproot|textsize)\s*\*?\{[^{}]*\}|\\(?:raise|lower)\s*-?[\d.]+\s*[a-z]{2}|\\(?:par|toprule|midrule|bottomrule)(?![A-Za-z])/g, rule => /toprule|midrule|bottomrule/.test(rule) ? "\\hline" : "");
    tex = each(tex, String.raw`\\(?:texttip|mathtip|toggle)(?=\s*\{)`, 2, (m, shown) => `{${shown}}`).replace(/\\endtoggle(?![A-Za-z])/g, "");
    tex = tex.replace(/\\root\s*(\{[^{}]*\}|\S)\s*\\of\s*(\{[^{}]*\}|\\[A-Za-z]+|\S)/g, (all, n, x) => `\\sqrt[${n.replace(/^\{|\}$/g, "")}]{${x}}`);
    tex = physics(tex)
      .replace(/\\require\s*\{[^{}]*\}|\\(allowdisplaybreaks|displaybreak|noalign\s*\{[^{}]*\}|hfill|nolimits\b(?=\s*$)|relax|protect|null|strut|mathstrut)(?![A-Za-z])/g, "")
      .replace(/\\(begin|end)\{subequations\}/g, "");
    tex = each(tex, String.raw`\\(?:(?:re)?newcommand|providecommand)\*?\s*(?=\{|\\)`, 1, (m, name) => "\u0001" + name)
      .replace(/\u0001[^[{]*(?:\[\d\])?(?:\[[^\]]*\])?/g, "\u0001");
    tex = each(tex, "\u0001", 1, () => "");
    tex = each(tex, String.raw`\\DeclareMathOperator\*?(?![A-Za-z])`, 2, () => "");
    tex = each(tex, String.raw`([_^])\s*(\\(?:vec|hat|widehat|tilde|widetilde|bar|overline|underline|dot|ddot|check|breve|acute|grave|mathring|overrightarrow|sqrt|operatorname))(?=\s*\{)`, 1, (m, a) => `${m[1]}{${m[2]}{${a}}}`);
    tex = each(tex, String.raw`([_^])\s*(\\(?:vec|hat|tilde|bar|dot|ddot|check|breve|acute|grave))(?![A-Za-z{])`, 1, (m, a) => `${m[1]}{${m[2]}{${a}}}`);
    tex = each(tex, String.raw`([_^])\s*(\\[dtc]?frac|\\[dt]?binom)(?![A-Za-z])`, 2, (m, a, b) => `${m[1]}{${m[2]}{${a}}{${b}}}`);
    tex = each(tex, String.raw`\\(?:class|cssId|style)(?![A-Za-z])`, 2, (m, name, what) => `{${what}}`);
    tex = each(tex, String.raw`\\multicolumn(?=\s*\{)`, 3, (m, n, align, what) => `{${what}}${"&".repeat(Math.min(20, Math.max(0, n - 1 || 0)))}`);
    tex = each(tex, String.raw`(?:\\\\\s*)?\\intertext(?=\s*\{)`, 1, (m, text) => `\\\\ \\text{${words(text)}} \\\\ `);
    tex = each(tex, String.raw`\\unicode(?:\[[^\]]*\])?(?=\s*\{)`, 1, (m, code) => `\\char${code.replace(/^x/i, '"').replace(/\s/g, "")} `);
    tex = each(tex, String.raw`\\begin\{array\}\s*(\[[tbc]\])?(?=\s*\{)`, 1, (m, columns) => {
      const plain = each(columns, "[@!><]|[pmbw](?=\\{)", 1, m => /[pmbw]/.test(m[0]) ? "l" : "");
      return `\\begin{array}{${each(plain, "\\*(?=\\{)", 2, (m, n, what) => what.repeat(Math.min(30, +n || 1)))}}`;
    });
    tex = tex.replace(/\\bbox(?:\[[^\]]*\])?/g, "").replace(/\\skew\s*\d+/g, "").replace(/\\buildrel\s*(.*?)\\over(?![A-Za-z])/g, "\\stackrel{$1}").replace(/\}\s*\\(?:no)?limits(?![A-Za-z])/g, "}").replace(/\\enclose\s*\{[^{}]*\}/g, "\\boxed").replace(/\\eqref|\\ref/g, "\\text")
      .replace(/\\(?:notag|nonumber|displaylimits|nolinebreak|nobreak|label\{[^{}]*\})/g, "")
      .replace(/\\(begin|end)\{([a-z]+)\*?\}/g, (all, what, name) => within && inner[name] ? `\\${what}{${inner[name]}}` : all);
    if (within && /(^|[^\\])&/.test(tex) && !tex.includes("\\begin")) tex = `\\begin{aligned}${tex}\\end{aligned}`;
    return tex;
  };

  const derivative = sign => context => {
    const read = () => "{" + context.consumeArg().tokens.reverse().map(t => t.text + (/^\\[A-Za-z]/.test(t.text) ? " " : "")).join("") + "}";
    const next = () => { context.consumeSpaces(); return context.future().text; };
    let power = "";
    if (next() === "[") {
      context.popToken();
      while (context.future().text !== "]" && context.future().text !== "EOF") power += context.popToken().text;
      context.popToken();
      power = `^{${power}}`;
    }
    const first = read();
    if (next() !== "{") return `\\frac{${sign}${power}}{${sign} ${first}${power}}`;
    const second = read();
    return `\\frac{${sign}${power} ${first}}{${sign} ${second}${power}}`;
  };
  const macros = {
    "\\mbox": "\\text{#1}", "\\textsc": "\\text{#1}", "\\mathds": "\\mathbb{#1}", "\\mathbbm": "\\mathbb{#1}", "\\bold": "\\mathbf{#1}", 
    "\\sideset": "\\mathop{{\\vphantom{#3}}#1\\!{#3\\nolimits}#2}\\limits", "\\shoveleft": "#1", "\\shoveright": "#1",
    "\\matrix": "\\begin{matrix}#1\\end{matrix}", "\\pmatrix": "\\begin{pmatrix}#1\\end{pmatrix}", "\\cases": "\\begin{cases}#1\\end{cases}", "\\eqalign": "\\begin{aligned}#1\\end{aligned}",
    "\\displaylines": "\\begin{gathered}#1\\end{gathered}", "\\overparen": "\\overgroup{#1}", "\\underparen": "\\undergroup{#1}", "\\iiiint": "\\iint\\!\\!\\!\\iint", "\\idotsint": "\\int\\!\\cdots\\!\\int",
    "\\bigtimes": "\\mathop{\\huge\\times}", "\\coloneq": "\\mathrel{:=}", "\\mathbfit": "\\boldsymbol{#1}", "\\oiint": "\\oint\\!\\!\\oint",
    "\\hdotsfor": "\\dots\\vphantom{#1}", "\\mathclap": "\\clap{$#1$}", "\\Tiny": "\\tiny", "\\mspace": "\\mskip#1", "\\textquotesingle": "\\text{'}", "\\textmu": "\\mu", "\\micro": "\\mu",
    "\\dd": "\\mathrm{d}", "\\dv": derivative("\\mathrm{d}"), "\\pdv": derivative("\\partial"), "\\derivative": derivative("\\mathrm{d}"), "\\partialderivative": derivative("\\partial"),
    "\\abs": "\\left|#1\\right|", "\\norm": "\\left\\|#1\\right\\|", "\\qty": "\\left(#1\\right)", "\\vb": "\\mathbf{#1}", "\\va": "\\vec{\\mathbf{#1}}", "\\vu": "\\hat{\\mathbf{#1}}", "\\ev": "\\left\\langle #1 \\right\\rangle",
    "\\expval": "\\left\\langle #1 \\right\\rangle", "\\mel": "\\left\\langle #1 \\middle| #2 \\middle| #3 \\right\\rangle", "\\dyad": "\\left|#1\\right\\rangle\\!\\left\\langle #1\\right|",
    "\\ketbra": "\\left|#1\\right\\rangle\\!\\left\\langle #2\\right|", "\\comm": "\\left[#1, #2\\right]", "\\grad": "\\nabla", "\\curl": "\\nabla\\times", "\\laplacian": "\\nabla^2", "\\order": "\\mathcal{O}\\left(#1\\right)",
    "\\cancelto": "{\\cancel{#2}}^{\\nearrow #1}", "\\centernot": "\\not", "\\Ketbra": "\\left|#1\\right\\rangle\\!\\left\\langle #2\\right|", "\\prescript": "{}^{#1}_{#2}{#3}", "\\Aboxed": "\\boxed{#1}", "\\cramped": "#1", "\\MoveEqLeft": "",
    "\\splitfrac": "\\begin{gathered}#1\\\\#2\\end{gathered}", "\\splitdfrac": "\\begin{gathered}#1\\\\#2\\end{gathered}", "\\adjustlimits": "", "\\vdotswithin": "\\vdots", "\\shortvdotswithin": "\\vdots", "\\overunderset": "\\overset{#1}{\\underset{#2}{#3}}",
    "\\xmathstrut": "", "\\textllap": "\\llap{\\text{#1}}", "\\textrlap": "\\rlap{\\text{#1}}", "\\textclap": "\\clap{\\text{#1}}", "\\mathmbox": "#1", "\\crampedllap": "\\mathllap{#1}", "\\crampedrlap": "\\mathrlap{#1}", "\\crampedclap": "\\mathclap{#1}",
    "\\nuparrow": "\\not\\uparrow", "\\ndownarrow": "\\not\\downarrow", "\\refeq": "\\text{#1}", "\\ohm": "\\Omega", "\\ensuremath": "#1", "\\iddots": "⋰", "\\angstrom": "\\mathrm{Å}", "\\framebox": "\\boxed{\\text{#1}}", "\\textsl": "\\textit{#1}", "\\perthousand": "\\text{‰}", "\\moveleft": "", "\\moveright": "", "\\mit": "", "\\oldstyle": "", "\\scr": "\\mathscr", "\\hfil": "", "\\hfilll": "", "\\nonscript": "",
    "\\mathup": "\\mathrm{#1}", "\\mathbfup": "\\mathbf{#1}", "\\mathbffrak": "\\boldsymbol{\\mathfrak{#1}}", "\\mathbfscr": "\\boldsymbol{\\mathscr{#1}}", "\\mathbfcal": "\\boldsymbol{\\mathcal{#1}}", "\\mathsfup": "\\mathsf{#1}", "\\mathbfsf": "\\boldsymbol{\\mathsf{#1}}", "\\mathbfsfup": "\\boldsymbol{\\mathsf{#1}}", "\\mathbfsfit": "\\boldsymbol{\\mathsf{#1}}",
    "\\symrm": "\\mathrm{#1}", "\\symup": "\\mathrm{#1}", "\\symnormal": "\\mathnormal{#1}", "\\symbf": "\\mathbf{#1}", "\\symbfup": "\\mathbf{#1}", "\\symit": "\\mathit{#1}", "\\symbfit": "\\boldsymbol{#1}", "\\symbb": "\\mathbb{#1}", "\\symfrak": "\\mathfrak{#1}", "\\symscr": "\\mathscr{#1}", "\\symcal": "\\mathcal{#1}", "\\symsf": "\\mathsf{#1}", "\\symtt": "\\mathtt{#1}",
    "\\eval": "\\left.#1\\right|", "\\evaluated": "\\left.#1\\right|", "\\absolutevalue": "\\left|#1\\right|", "\\pqty": "\\left(#1\\right)", "\\bqty": "\\left[#1\\right]", "\\vqty": "\\left|#1\\right|", "\\Bqty": "\\left\\{#1\\right\\}", "\\commutator": "\\left[#1, #2\\right]", "\\acomm": "\\left\\{#1, #2\\right\\}", "\\anticommutator": "\\left\\{#1, #2\\right\\}", "\\pb": "\\left\\{#1, #2\\right\\}", "\\poissonbracket": "\\left\\{#1, #2\\right\\}",
    "\\vdot": "\\boldsymbol{\\cdot}", "\\dotproduct": "\\boldsymbol{\\cdot}", "\\cross": "\\boldsymbol{\\times}", "\\cp": "\\boldsymbol{\\times}", "\\crossproduct": "\\boldsymbol{\\times}", "\\gradient": "\\boldsymbol{\\nabla}", "\\divergence": "\\boldsymbol{\\nabla}\\cdot", "\\vectorbold": "\\mathbf{#1}", "\\vectorarrow": "\\vec{\\mathbf{#1}}", "\\vectorunit": "\\hat{\\mathbf{#1}}",
    "\\flatfrac": "\\left.#1\\middle/#2\\right.", "\\fdv": derivative("\\delta"), "\\functionalderivative": derivative("\\delta"), "\\pderivative": derivative("\\partial"), "\\differential": "\\mathrm{d}", "\\variation": "\\delta", "\\ip": "\\left\\langle #1 \\middle| #2 \\right\\rangle", "\\innerproduct": "\\left\\langle #1 \\middle| #2 \\right\\rangle", "\\op": "\\left|#1\\right\\rangle\\!\\left\\langle #2\\right|", "\\outerproduct": "\\left|#1\\right\\rangle\\!\\left\\langle #2\\right|",
    "\\expectationvalue": "\\left\\langle #1 \\right\\rangle", "\\matrixel": "\\left\\langle #1 \\middle| #2 \\middle| #3 \\right\\rangle", "\\matrixelement": "\\left\\langle #1 \\middle| #2 \\middle| #3 \\right\\rangle", "\\pv": "\\mathcal{P}", "\\principalvalue": "\\mathcal{P}", "\\PV": "\\operatorname{P.V.}", "\\qq": "\\quad\\text{#1}\\quad", "\\qqtext": "\\quad\\text{#1}\\quad", "\\qc": ",\\quad", "\\qcomma": ",\\quad", "\\qcc": "\\quad\\text{c.c.}\\quad", "\\cc": "\\text{c.c.}",
    "\\naturallogarithm": "\\ln", "\\logarithm": "\\log", "\\exponential": "\\exp", "\\determinant": "\\det", "\\sine": "\\sin", "\\cosine": "\\cos", "\\tangent": "\\tan", "\\trace": "\\operatorname{tr}", "\\Trace": "\\operatorname{Tr}",
    "\\tr": "\\operatorname{tr}", "\\Tr": "\\operatorname{Tr}", "\\rank": "\\operatorname{rank}", "\\SI": "#1\\,\\mathrm{#2}", "\\si": "\\mathrm{#1}", "\\num": "#1", "\\unit": "\\mathrm{#1}", "\\ang": "#1^\\circ",
    "\\celsius": "{}^\\circ\\mathrm{C}", "\\meter": "m", "\\second": "s", "\\kilogram": "kg", "\\newton": "N", "\\per": "/", "\\squared": "^2", "\\cubed": "^3",
  };
  for (const [name, sign] of Object.entries({kilo: "k", mega: "M", giga: "G", milli: "m", micro: "μ", nano: "n", pico: "p", centi: "c", deci: "d", gram: "g", metre: "m", hertz: "Hz", joule: "J", watt: "W", pascal: "Pa", kelvin: "K", ampere: "A", volt: "V", mole: "mol", litre: "L", liter: "L", hour: "h", minute: "min", day: "d", tesla: "T", coulomb: "C", farad: "F", henry: "H", radian: "rad", electronvolt: "eV", percent: "\\%", degreeCelsius: "{}^\\circ C"}))
    macros[`\\${name}`] ??= sign;
  for (const name of "csch sech arccsc arcsec arccot acsc asec acot asin acos atan erf Res Residue".split(" ")) macros[`\\${name}`] = `\\operatorname{${name}}`;
  for (const word of "if then else otherwise unless given using assume since let for all even odd integer and or as in".split(" ")) macros[`\\q${word}`] = `\\quad\\text{${word}}\\quad`;
  for (const [name, sign] of Object.entries({bullet: "•", euro: "€", cent: "¢", yen: "¥", section: "§", paragraph: "¶", perthousand: "‰", trademark: "™", times: "×", div: "÷", pm: "±", minus: "−", onehalf: "½", onequarter: "¼", threequarters: "¾", onesuperior: "¹", twosuperior: "²", threesuperior: "³", celsius: "℃", ohm: "Ω", rightarrow: "→", leftarrow: "←", uparrow: "↑", downarrow: "↓", degree: "°", periodcentered: "·", questiondown: "¿", exclamdown: "¡", asteriskcentered: "∗", visiblespace: "␣", numero: "№", registered: "®", copyright: "©"}))
    macros[`\\text${name}`] ??= `\\text{${sign}}`;
  for (const letter of "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split(" ")) macros[`\\Up${letter.toLowerCase()}`] = `\\${letter}`;
  for (const letter of "omicron varepsilon vartheta varpi varrho varsigma varphi".split(" ")) macros[`\\up${letter}`] = `\\${letter}`;
  for (const letter of "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega".split(" ")) macros[`\\up${letter}`] = `\\${letter}`;
  return {translate, macros};
})();
