package lectern.search.formula;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The signs of mathematics: TeX's names for them, and one spelling for those that look alike. */
final class Signs {
    private static final Map<String, String> NAMED = pairs("""
        alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ
        omicron ο pi π varpi π rho ρ varrho ρ sigma σ varsigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
        nabla ∇ partial ∂ infty ∞ ell ℓ hbar ℏ imath ı jmath ȷ emptyset ∅ varnothing ∅ top ⊤ bot ⊥ perp ⊥ dagger † prime ′ Re ℜ Im ℑ
        sum ∑ prod ∏ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂
        pm ± mp ∓ times × div ÷ cdot ⋅ ast * star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨ cap ∩ cup ∪
        setminus ∖ neg ¬ lnot ¬ forall ∀ exists ∃ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇
        le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ ll ≪ gg ≫ lt < gt > approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝
        prec ≺ succ ≻ preceq ⪯ succeq ⪰ mid | parallel ∥ models ⊨ vdash ⊢ to → rightarrow → longrightarrow → leftarrow ← gets ← longleftarrow ←
        leftrightarrow ↔ Rightarrow ⇒ implies ⇒ Longrightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ longmapsto ↦ uparrow ↑ downarrow ↓
        hookrightarrow ↪ rightharpoonup ⇀ dots … ldots … cdots … vdots … ddots … dotsc … dotsb … colon :
        langle ⟨ rangle ⟩ lVert ∥ rVert ∥ Vert ∥ | ∥ lvert | rvert | vert | lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } { { } } lbrack [ rbrack ]
        backslash \\ % % & & # # $ $ _ _ angle ∠ degree ° triangle △ square □ blacksquare ■ diamond ⋄ checkmark ✓""");

    private static final Map<String, String> ALIKE = pairs("""
        − - – - ∣ | ❘ | ‖ ∥ || ∥ ∗ * · ⋅ • ∙ ϕ φ ϵ ε ϑ θ ϖ π ϱ ρ ς σ … … ⋯ … ⋮ … ⋱ … ⟶ → ⟵ ← ⟹ ⇒ ⟺ ⇔ ⟼ ↦ ⩽ ≤ ⩾ ≥ <= ≤ >= ≥ != ≠ -> → => ⇒
        ˉ bar ‾ bar ¯ bar ^ hat ˆ hat ~ tilde ˜ tilde ∼ ∼ ˙ dot ¨ ddot ⃗ vec → → ∶ : ⊺ ⊤ µ μ ∆ Δ Ω Ω ’ ′ ' ′ 〈 ⟨ 〉 ⟩ ⋄ ⋄""");

    static final Map<String, String> ACCENTS = pairs("""
        dot dot ddot ddot hat hat widehat hat tilde tilde widetilde tilde bar bar overline bar vec vec overrightarrow vec check ˇ breve ˘
        acute ´ grave ` mathring ˚""");

    /** Upright names that are one sign. */
    static final Set<String> FUNCTIONS = Set.of(("sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan atan atan2 log ln exp det dim ker "
        + "max min sup inf lim argmax argmin arg deg gcd hom Pr tr rank diag softmax relu sigmoid sign span trace vec cov var").split(" "));

    static final Set<String> RELATIONS = Set.of("=", "≤", "≥", "<", ">", "≈", "∈", "→", "≡", "∼", "∝", "≠", "⇒", "⇔", "↦", "≪", "≫", "≃", "≅", ":", "←", "|");

    private Signs() {}

    static boolean isNamed(String name) {
        return NAMED.containsKey(name);
    }

    /** The sign that TeX calls so, or the name itself when it is none. */
    static String named(String name) {
        return NAMED.getOrDefault(name, name);
    }

    /** TeX that shows this sign or name; whatever TeX would read as a command of its own is left out. */
    static String tex(String sign) {
        if (sign.codePoints().allMatch(Character::isLetterOrDigit)) return sign.length() > 1 && Character.isLetter(sign.charAt(0)) ? "\\operatorname{" + sign + "}" : sign;
        return sign.equals("{") || sign.equals("}") ? "\\" + sign : sign.matches("[\\\\$%#&_^~]+") ? "" : sign;
    }

    /** TeX that puts an accent or brace on what follows. */
    static String accent(String structure) {
        String mark = structure.substring(structure.indexOf(' ') + 1);
        if (mark.equals("⏟")) return "\\underbrace";
        if (mark.equals("⏞")) return "\\overbrace";
        return ACCENTS.containsKey(mark) ? "\\" + mark : "";
    }

    static String normal(String sign) {
        String known = ALIKE.get(sign);
        if (known != null) return known;
        if (sign.length() == 1 && sign.charAt(0) < 128) return sign;
        String plain = Normalizer.normalize(sign, Normalizer.Form.NFKC);
        return ALIKE.getOrDefault(plain, plain);
    }

    private static Map<String, String> pairs(String list) {
        String[] words = list.trim().split("\\s+");
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i + 1 < words.length; i += 2) pairs.put(words[i], words[i + 1]);
        return Map.copyOf(pairs);
    }
}
