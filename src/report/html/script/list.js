// The list of findings.

// ---- A window of cards over what is shown, which grows at its ends and never beyond `WINDOW`

const CHUNK = 30;
const WINDOW = 240;
const list = byId('list');
let from = 0;
let to = 0;

/** Draws the window anew, from the finding `start` of those shown. */
function drawList(start) {
  from = start;
  to = Math.min(start + CHUNK, shown.length);
  list.replaceChildren(...range(from, to).map(card));
  settleWindow();
}

function range(start, end) {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

function settleWindow() {
  byId('earlier').hidden = from === 0;
  byId('later').hidden = to === shown.length;
  highlight();
}

/** Grows the window downwards; what lies far above is let go, and what is looked at stays where it is. */
function growDown() {
  const next = Math.min(to + CHUNK, shown.length);
  list.append(...range(to, next).map(card));
  to = next;
  const surplus = to - from - WINDOW;
  if (surplus > 0) {
    keepInPlace(list.lastElementChild, () => {
      for (let dropped = 0; dropped < surplus; dropped++) list.firstElementChild.remove();
      from += surplus;
    });
  }
  settleWindow();
}

function growUp() {
  const next = Math.max(0, from - CHUNK);
  keepInPlace(list.firstElementChild, () => {
    list.prepend(...range(next, from).map(card));
    from = next;
  });
  while (to - from > WINDOW) {
    list.lastElementChild.remove();
    to--;
  }
  settleWindow();
}

function keepInPlace(node, change) {
  const before = node.getBoundingClientRect().top;
  const wasHidden = byId('earlier').hidden;
  change();
  byId('earlier').hidden = from === 0;
  if (!wasHidden || from > 0) scrollBy({ top: node.getBoundingClientRect().top - before, behavior: 'instant' });
}

/** Shows the finding `position` of those shown, puts the focus on it and its mark in view. */
function goTo(position, open) {
  if (position < from || position >= to) {
    drawList(Math.max(0, position - 5));
  }
  const node = list.children[position - from];
  if (open) expand(node, true);
  view.finding = shown[position];
  node.focus({ preventScroll: true });
  // A followed link deserves the middle, where it fits.
  const fits = node.offsetHeight < innerHeight * 0.7;
  node.scrollIntoView({ block: !open ? 'nearest' : fits ? 'center' : 'start' });
  const mark = node.querySelector('mark:not(.related)') ?? node.querySelector('mark');
  const box = mark?.getBoundingClientRect();
  const top = document.querySelector('.top').getBoundingClientRect().bottom;
  if (box && (box.bottom > innerHeight || box.top < top)) mark.scrollIntoView({ block: 'center' });
  writeAddress();
}

function step(by) {
  if (shown.length === 0) return;
  const current = document.activeElement?.closest?.('.card');
  const held = view.finding === null ? -1 : shown.indexOf(view.finding);
  const position = current ? Number(current.getAttribute('aria-posinset')) - 1 : held;
  const next = position < 0 ? 0 : position + by;
  if (next >= 0 && next < shown.length) goTo(next, false);
}

// ---- A card

function card(position) {
  const index = shown[position];
  const finding = findings[index];
  const check = checks[finding.check];
  const id = `finding-${finding.id}`;
  const about = el('button', { type: 'button', class: 'check', title: check.summary, 'aria-haspopup': 'dialog' }, check.id);
  about.addEventListener('click', () => explain(check));
  const page = pages[finding.page];
  const header = el('header', null,
    el('span', { class: `severity ${finding.severity}` }, shape(severityOf[index]), finding.severity), about,
    el('bdi', { class: 'path' }, `${page.path}:${finding.line}`),
    finding.decision ? el('span', { class: 'state' }, STATES[finding.decision.by] ?? finding.decision.by) : null,
    el('a', { class: 'link', href: `#finding=${encodeURIComponent(finding.id)}`, title: 'Link to this finding' },
      `${number.format(position + 1)} of ${number.format(shown.length)}`));
  const node = el('article', {
    class: finding.decision ? 'card settled' : 'card', tabindex: -1, 'data-id': finding.id,
    'aria-posinset': position + 1, 'aria-setsize': shown.length, 'aria-labelledby': id,
  }, header, el('h3', { class: 'message', id }, prose(finding.message)), el('div', { class: 'halves' }, halves(finding, false)),
  el('dl', { class: 'notes' }, notes(finding, false)));
  const more = el('button', { type: 'button', class: 'more', 'aria-expanded': 'false' }, 'Details');
  more.addEventListener('click', () => expand(node, node.dataset.open === undefined));
  node.append(more);
  return node;
}

/** Shows all that is known of a finding, or what is needed. */
function expand(node, open) {
  const finding = findings.find(finding => finding.id === node.dataset.id);
  if (open) node.dataset.open = '';
  else delete node.dataset.open;
  node.querySelector('.halves').replaceChildren(...halves(finding, open));
  node.querySelector('.notes').replaceChildren(...notes(finding, open));
  const more = node.querySelector('.more');
  more.setAttribute('aria-expanded', String(open));
  highlight();
}

function halves(finding, open) {
  const page = pages[finding.page];
  return ['source', 'target'].map((name, side) => {
    const locale = localeOf(finding, side);
    const half = finding[name];
    const original = half && side === 0 && page.original;
    const title = el('h4', null, side === 0 ? 'Source' : 'Translation', ` · ${localeName(locale.tag)}`,
      original ? [' · ', el('bdi', null, `${original}:${half.line}`)] : null);
    const lang = locale.tag === 'und' ? null : locale.tag;
    const body = half
      ? el('div', { class: 'text', lang, dir: locale.direction }, painted(half, finding, open))
      : el('p', { class: 'none' }, 'not known here');
    return el('div', { class: 'half', 'data-side': name }, title, body);
  });
}

function notes(finding, open) {
  const note = (name, ...said) => el('div', null, el('dt', null, name), el('dd', null, ...said));
  const rows = [];
  if (finding.help) rows.push(note('Help', prose(finding.help)));
  if (finding.fix) {
    const { tag: lang, direction: dir } = localeOf(finding, 1);
    const piece = (name, text) => (text ? el(name, { lang, dir }, ...signed(text, true)) : null);
    const { old, new: now, trust } = finding.fix;
    const arrow = old && now ? ' → ' : '';
    rows.push(note(TRUST[trust], el('span', { class: 'change' }, old ? '' : 'insert ', now ? '' : 'remove ',
      piece('del', old), arrow, piece('ins', now))));
  }
  if (finding.decision) {
    const { by, reason, expires } = finding.decision;
    rows.push(note('Settled', STATES[by] ?? by, reason ? [': ', el('bdi', null, reason)] : '',
      expires ? ` (expires on ${expires})` : ''));
  }
  const elsewhere = finding.elsewhere ?? [];
  for (const { path, line, text } of open ? elsewhere : elsewhere.slice(0, 2)) {
    const words = text && [' ', el('code', null, el('bdi', null, ...signed(text)))];
    rows.push(note('See also', el('bdi', null, `${path}:${line}`), words));
  }
  if (open) {
    const check = checks[finding.check];
    rows.push(note('Check', prose(check.summary)));
    if (check.mqm) rows.push(note('Type', `${check.mqm} (MQM), ${check.its} (ITS 2.0)`));
    rows.push(note('Sure', CONFIDENCE[finding.confidence]));
    if (finding.segment) rows.push(note('Segment', el('bdi', null, finding.segment)));
    rows.push(note('Place', el('bdi', null, `${pages[finding.page].path}:${finding.line}:${finding.column}`)));
  }
  return rows;
}
