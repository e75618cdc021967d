#!/usr/bin/env python3
"""Writes site/src/main/resources/picture/outlines.txt: glyph outlines as text, for the JDK to paint without any font of the machine's.

Needs fonttools and brotli. outlines.py FILES-OF-@fontsource-variable-newsreader FOLDER-OF-KATEX-TTFS > outlines.txt
A face; a line for each letter: code, advance, path; then the kerning: letter, amount, letters behind it.
"""
import sys
from fontTools.ttLib import TTFont
from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.varLib import instancer

class Path(BasePen):
    """Relative and whole: m, l, q, z with numbers between."""
    def __init__(self, glyphs): super().__init__(glyphs); self.text = ''; self.at = (0, 0)
    def put(self, sign, *points):
        at, text = self.at, ''
        for p in points:
            p = (round(p[0]), round(p[1]))
            for v in (p[0] - at[0], p[1] - at[1]): text += (' ' if text and v >= 0 else '') + str(v)
        self.at = p; self.text += sign + text
    def _moveTo(self, p): self.put('m', p); self.start = self.at
    def _lineTo(self, p): self.put('l', p)
    def _qCurveToOne(self, c, p): self.put('q', c, p)
    def _curveToOne(self, a, b, p): raise ValueError('only TrueType outlines')
    def _closePath(self): self.text += 'z'; self.at = self.start

def kerning(font, names):
    pairs = {}
    if 'GPOS' not in font: return pairs
    gpos = font['GPOS'].table
    lookups = {i for f in gpos.FeatureList.FeatureRecord if f.FeatureTag == 'kern' for i in f.Feature.LookupListIndex}
    for i in sorted(lookups):
        for sub in gpos.LookupList.Lookup[i].SubTable:
            if sub.LookupType == 9: sub = sub.ExtSubTable
            if sub.LookupType != 2: continue
            first = [g for g in sub.Coverage.glyphs if g in names]
            if sub.Format == 1:
                for g in first:
                    for rec in sub.PairSet[sub.Coverage.glyphs.index(g)].PairValueRecord:
                        if rec.SecondGlyph in names and rec.Value1 is not None:
                            pairs.setdefault((g, rec.SecondGlyph), getattr(rec.Value1, 'XAdvance', 0) or 0)
            else:
                for g in first:
                    c1 = sub.ClassDef1.classDefs.get(g, 0)
                    for h in names:
                        v = sub.Class1Record[c1].Class2Record[sub.ClassDef2.classDefs.get(h, 0)].Value1
                        if v is not None: pairs.setdefault((g, h), getattr(v, 'XAdvance', 0) or 0)
    return pairs

def write(out, name, path, chars, size=500, instance=None):
    font = TTFont(path)
    if instance: font = instancer.instantiateVariableFont(font, instance)
    upm = font['head'].unitsPerEm; k = size / upm
    cmap = font.getBestCmap(); glyphs = font.getGlyphSet()
    out.append(f'face {name}')
    names = {}
    for c in sorted(chars):
        if c not in cmap: continue
        g = cmap[c]; names.setdefault(g, c)
        pen = Path(glyphs)
        glyphs[g].draw(TransformPen(pen, (k, 0, 0, -k, 0, 0)))
        out.append(f'{c:x} {round(glyphs[g].width * k)} {pen.text}')
    letters = {g: c for g, c in names.items() if chr(c).isalpha() and c < 128 or chr(c) in ' .,-’'}
    kerns = {}
    for (a, b), v in kerning(font, letters).items():
        if abs(v * k) > 9: kerns.setdefault((letters[a], round(v * k)), []).append(chr(letters[b]))
    for (a, v), bs in sorted(kerns.items()): out.append(f'kern {a:x} {v} ' + ' '.join(f'{ord(b):x}' for b in sorted(bs)))

ascii_ = set(range(0x20, 0x7f))
text = ascii_ | set(range(0xa0, 0x180)) | {0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026, 0x2212, 0x2192, 0x2032, 0x20ac, 0x218,0x219,0x21a,0x21b, 0x2191,0x2190,0x2193}
maths = ascii_ - set(map(ord,'!"#$%&*;<>?@^_`{}~\\')) | set(range(0x391, 0x3ca)) | {0xb0, 0xb1, 0xb7, 0xd7, 0x2212, 0x2225, 0x2202, 0x2207, 0x221e, 0x2264, 0x2265, 0x2248, 0x2208, 0x2192, 0x221a, 0x2032, 0x2026, 0x2016,0x3d1,0x3d5,0x3f5}
base, katex = sys.argv[1:3]
out = []
write(out, 'roman', f'{base}/newsreader-latin-wght-normal.woff2', text, instance={'wght': 400})
write(out, 'number', f'{katex}/KaTeX_Main-Regular.ttf', maths)
write(out, 'maths', f'{katex}/KaTeX_Math-Italic.ttf', maths)
print('\n'.join(out))
