// Texts: their marks, and signs for what does not show.

const LONG = 600;
const AROUND = 240;

/** The text of a half with its marks; a long one is cut around them unless it is `open`. */
function painted(half, finding, open) {
  const text = texts[half.text];
  const marks = (half.related ?? []).map(([start, end]) => ({ start, end, kind: 'related' }));
  if (half.found) marks.push({ start: half.found[0], end: half.found[1], kind: 'found' });
  if (open || text.length <= LONG) return paint(text, marks, 0, text.length);
  const first = marks.find(mark => mark.kind === 'found') ?? marks[0] ?? opposite(finding, text);
  const start = first.start < AROUND * 1.5 ? 0 : edge(text, first.start - AROUND);
  const end = edge(text, Math.min(text.length, Math.max(first.start, Math.min(first.end, first.start + AROUND)) + AROUND));
  return [start > 0 ? el('span', { class: 'cut' }, '… ') : '', ...paint(text, marks, start, end),
    end < text.length ? el('span', { class: 'cut' }, ' …') : ''];
}

/** As far on in `text` as the found place lies in the other side: where to look when nothing better is known. */
function opposite(finding, text) {
  const half = finding.target?.found ? finding.target : finding.source;
  const at = half?.found ? Math.round(half.found[0] * text.length / Math.max(1, texts[half.text].length)) : 0;
  return { start: at, end: at };
}

/** A place near `at` that parts no character in two; between words where there is one. */
function edge(text, at) {
  if (at <= 0 || at >= text.length) return Math.max(0, Math.min(at, text.length));
  const space = text.lastIndexOf(' ', at);
  if (space > at - 20) return space + 1;
  return /[\uDC00-\uDFFF\u0300-\u036f]/.test(text[at]) ? edge(text, at - 1) : at;
}

/** The part of `text` from `start` to `end` as nodes, with `marks` around what they cover. */
function paint(text, marks, start, end) {
  const inside = marks.filter(mark => mark.end >= start && mark.start <= end);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    cuts.add(Math.max(mark.start, start));
    cuts.add(Math.min(mark.end, end));
  }
  const places = [...cuts].sort((one, other) => one - other);
  const nodes = [];
  places.forEach((at, index) => {
    const caret = inside.filter(mark => mark.start === at && mark.end === at).map(mark => mark.kind).sort()[0];
    if (caret) nodes.push(el('mark', { class: caret === 'found' ? 'caret' : `caret ${caret}` }));
    if (index + 1 === places.length) return;
    const next = places[index + 1];
    const over = inside.filter(mark => mark.start <= at && mark.end >= next).map(mark => mark.kind).sort()[0];
    const part = signed(text.slice(at, next), Boolean(over));
    nodes.push(...(over ? [el('mark', { class: over === 'found' ? null : over }, ...part)] : part));
  });
  return nodes;
}

const SIGNS = new Map([
  ['\u00ad', 'SHY'], ['\u200b', 'ZWSP'], ['\u200c', 'ZWNJ'], ['\u200d', 'ZWJ'], ['\u200e', 'LRM'], ['\u200f', 'RLM'],
  ['\u061c', 'ALM'], ['\u202a', 'LRE'], ['\u202b', 'RLE'], ['\u202c', 'PDF'], ['\u202d', 'LRO'], ['\u202e', 'RLO'],
  ['\u2028', 'LS'], ['\u2029', 'PS'], ['\u2060', 'WJ'], ['\u2066', 'LRI'], ['\u2067', 'RLI'], ['\u2068', 'FSI'],
  ['\u2069', 'PDI'], ['\ufeff', 'BOM'],
]);
const HARD = {
  '\u00a0': 'no-break space', '\u202f': 'narrow no-break space', '\u2007': 'figure space', '\u2009': 'thin space',
  '\u3000': 'ideographic space',
};
const CONTROLS = String.raw`[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u0000-\u001f\u007f-\u009f]`;
const INVISIBLE = new RegExp(String.raw`( {2,}|[\u00a0\u202f\u2007\u2009]|${CONTROLS})`);
// Joiners and wide spaces belong to the spelling of some scripts: they are shown only where a finding is about them.
const INVISIBLE_MARKED = new RegExp(String.raw`(^ +| +$| {2,}|[\u00a0\u202f\u2007\u2009\u3000\u200c\u200d]|${CONTROLS})`);

/** Text in which what does not show is shown; in a mark also a single space at its edge. */
function signed(text, marked = false) {
  return text.split(marked ? INVISIBLE_MARKED : INVISIBLE).filter(part => part !== '').flatMap(part => {
    const first = part[0];
    if (/^ +$/.test(part) && (marked || part.length > 1)) {
      return [...part].map(space => el('span', { class: 'space' }, space));
    }
    if (part.length > 1) return [part];
    if (HARD[first]) return [el('span', { class: 'hard', title: HARD[first] }, part)];
    if (first === '\n') return [el('span', { class: 'sign bare', title: 'line break', 'aria-hidden': 'true' }, '↵'), '\n'];
    if (first === '\t') return [el('span', { class: 'sign bare', title: 'tab', 'aria-hidden': 'true' }, '⇥'), '\t'];
    const code = first.charCodeAt(0);
    const control = code < 0x20 || (code >= 0x7f && code < 0xa0);
    const name = SIGNS.get(first) ?? (control ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : null);
    return name ? [part, el('span', { class: 'sign', title: 'does not show' }, name)] : [part];
  });
}

// Underlined places, which cost memory.
const UNDERLINED = 5000;

/** Underlines what was searched, where the browser can do so without new elements. */
function highlight() {
  if (!window.Highlight) return;
  CSS.highlights.delete('search');
  const needle = fold(view.q.trim());
  if (!needle) return;
  const found = new Highlight();
  const walker = document.createTreeWalker(list, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && found.size < UNDERLINED) {
    const node = walker.currentNode;
    const text = node.data.toLowerCase();
    // Places only hold where folding has kept the length.
    if (text.length !== node.length || !node.parentElement.closest('.text, .message, .path')) continue;
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + needle.length);
      found.add(range);
    }
  }
  CSS.highlights.set('search', found);
}
