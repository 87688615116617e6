// The view: what is searched, filtered, sorted and looked at, in the address of the page; and what it leaves to be shown.

// ---- The view: what is searched, filtered, sorted and looked at; all of it stands in the address

const view = { q: '', order: 'severity', finding: null };
const hasOpen = facetOf.state.values.includes('open');

function resetView() {
  view.q = '';
  view.order = 'severity';
  for (const facet of facets) facet.chosen.clear();
  if (hasOpen && facetOf.state.values.length > 1) facetOf.state.chosen.add('open');
}

/** Whether only what is open is shown, which is how the report opens. */
function isStateDefault() {
  const { chosen, values } = facetOf.state;
  return values.length < 2 || !hasOpen ? chosen.size === 0 : chosen.size === 1 && chosen.has('open');
}

function readAddress() {
  const said = new URLSearchParams(location.hash.slice(1));
  const wanted = said.get('finding');
  // A link to a finding alone leaves the filters as they are where they show it.
  const alone = wanted !== null && [...said.keys()].length === 1;
  const target = wanted === null ? -1 : findings.findIndex(finding => finding.id === wanted);
  if (!(alone && shown.includes(target))) {
    resetView();
    view.q = said.get('q') ?? '';
    view.order = said.get('order') === 'place' ? 'place' : 'severity';
    for (const facet of facets) {
      const values = said.getAll(facet.name);
      if (values.length) facet.chosen = new Set(values.filter(value => facet.values.includes(value)));
    }
  }
  byId('search').value = view.q;
  byId('order').value = view.order;
  view.finding = target < 0 ? null : target;
  update();
  if (target < 0) return;
  if (!shown.includes(target)) {
    resetView();
    facetOf.state.chosen.clear();
    byId('search').value = '';
    update();
  }
  goTo(shown.indexOf(target), true);
}

function address() {
  const said = new URLSearchParams();
  if (view.q) said.set('q', view.q);
  for (const facet of facets) {
    if (facet.name === 'state') {
      if (isStateDefault()) continue;
      if (facet.chosen.size === 0) said.append('state', 'any');
    }
    for (const value of facet.chosen) said.append(facet.name, value);
  }
  if (view.order !== 'severity') said.set('order', view.order);
  if (view.finding !== null) said.set('finding', findings[view.finding].id);
  return `#${said}`;
}

let writing = 0;

/** Writes the view to the address: soon, because browsers refuse writers in a hurry. */
function writeAddress() {
  clearTimeout(writing);
  writing = setTimeout(() => {
    const next = address();
    if (next === location.hash || (next === '#' && location.hash === '')) return;
    try {
      history.replaceState(null, '', next);
    } catch {
      // Some browsers let no page from disk do this; the view is then not shared.
    }
  }, 250);
}

// ---- Search

const fold = text => text.normalize('NFC').toLowerCase();
let folded = null;

/** Everything that is searched, folded once: with the first search, or before it when there is time. */
function haystack() {
  folded ??= {
    texts: texts.map(fold),
    pages: labels.map(fold),
    messages: findings.map(finding => fold(`${finding.message}\n${finding.segment ?? ''}`)),
  };
  return folded;
}

/** Tells of the number of a finding whether it holds what is searched; null when nothing is. */
function searcher() {
  const needle = fold(view.q.trim());
  if (!needle) return null;
  const hay = haystack();
  const inTexts = Uint8Array.from(hay.texts, text => text.includes(needle));
  const inPages = Uint8Array.from(hay.pages, page => page.includes(needle));
  return index => {
    const { source, target, page } = findings[index];
    return inPages[page] || (target && inTexts[target.text]) || (source && inTexts[source.text])
      || hay.messages[index].includes(needle);
  };
}

// ---- What is shown

let shown = [];

/** Goes through all findings once: those that pass every filter are shown, those that fail one count there. */
function sift() {
  const matches = searcher();
  const filters = facets.map(facet =>
    facet.chosen.size ? Uint8Array.from(facet.values, value => facet.chosen.has(value)) : null);
  for (const facet of facets) facet.counts.fill(0);
  shown = [];
  for (let at = 0; at < findings.length; at++) {
    if (matches && !matches(at)) continue;
    let failed = -1;
    let fails = 0;
    for (let which = 0; which < facets.length && fails < 2; which++) {
      if (filters[which] && !filters[which][facets[which].index[at]]) {
        failed = which;
        fails++;
      }
    }
    const severity = severityOf[at];
    if (fails === 0) {
      shown.push(at);
      for (const facet of facets) facet.counts[facet.index[at] * 3 + severity]++;
    } else if (fails === 1) {
      facets[failed].counts[facets[failed].index[at] * 3 + severity]++;
    }
  }
  if (view.order === 'severity') shown.sort((one, other) => severityOf[one] - severityOf[other] || one - other);
}

function update() {
  sift();
  if (view.finding !== null && !shown.includes(view.finding)) view.finding = null;
  drawFacets();
  drawCharts();
  drawBar();
  drawQuality();
  drawList(0);
  writeAddress();
}

function toggle(name, value) {
  const { chosen } = facetOf[name];
  if (!chosen.delete(value)) chosen.add(value);
  update();
}

function countOf(facet, index) {
  return facet.counts[index * 3] + facet.counts[index * 3 + 1] + facet.counts[index * 3 + 2];
}
