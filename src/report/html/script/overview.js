// Everything around the list: filters, figures, charts, quality by page, what is chosen.

// ---- Filters at the side

const FEW = 12;
const MOST = 200;

/** Draws every facet anew and puts the focus back on what had it. */
function drawFacets() {
  const focused = document.activeElement?.dataset?.key;
  byId('facets').replaceChildren(...facets.filter(facet => facet.values.length > 1).map(drawFacet));
  if (!focused) return;
  const again = [...byId('facets').querySelectorAll('[data-key]')].find(node => node.dataset.key === focused);
  again?.focus({ preventScroll: true });
}

function drawFacet(facet) {
  const box = el('fieldset', { class: 'facet', 'data-facet': facet.name }, el('legend', null, facet.title));
  const rows = el('div');
  const draw = () => rows.replaceChildren(...facetRows(facet));
  if (facet.values.length > FEW) {
    const find = el('input', {
      class: 'find', type: 'search', placeholder: `Find one of ${number.format(facet.values.length)}`,
      'aria-label': `Find a ${facet.name}`, 'data-key': `${facet.name}?`, dir: 'auto',
    });
    find.value = facet.needle;
    find.addEventListener('input', () => {
      facet.needle = find.value;
      draw();
    });
    box.append(find);
  }
  draw();
  box.append(rows);
  return box;
}

function facetRows(facet) {
  const needle = fold(facet.needle.trim());
  const rows = facet.values.map((value, index) => ({ value, count: countOf(facet, index), label: facet.label(value) }));
  if (!facet.ordered) rows.sort((one, other) => other.count - one.count);
  const found = rows.filter(row =>
    facet.chosen.has(row.value) || (row.count > 0 && (!needle || fold(row.label).includes(needle))));
  const few = facet.whole || needle ? MOST : FEW;
  const visible = found.filter((row, index) => index < few || facet.chosen.has(row.value));
  const nodes = visible.map(({ value, count, label }) => {
    const box = el('input', { type: 'checkbox', 'data-key': `${facet.name}=${value}`, value });
    box.checked = facet.chosen.has(value);
    box.addEventListener('change', () => toggle(facet.name, value));
    const name = facet.name === 'page' ? brief(value) : label;
    return el('label', { title: name === label ? null : label }, box,
      el('bdi', { class: 'name' }, name), el('span', { class: 'count' }, number.format(count)));
  });
  const rest = found.length - visible.length;
  if (rest > 0 && few === FEW) {
    const all = el('button', { type: 'button', class: 'all', 'data-key': `${facet.name}+` }, `${number.format(rest)} more`);
    all.addEventListener('click', () => {
      facet.whole = true;
      drawFacets();
    });
    nodes.push(all);
  } else if (rest > 0) {
    nodes.push(el('p', { class: 'legend' }, `${number.format(rest)} more: type to find them`));
  }
  return nodes;
}

// ---- Figures and charts

function drawFigures() {
  const words = pages.reduce((sum, page) => sum + page.words, 0);
  const open = findings.filter(finding => !finding.decision);
  const points = open.reduce((sum, finding) => sum + POINTS[SEVERITIES.indexOf(finding.severity)], 0);
  const used = new Set(pages.map(page => page.locales[1])).size;
  const figures = [
    [number.format(open.length), open.length === 1 ? 'open finding' : 'open findings'],
    findings.length > open.length ? [number.format(findings.length - open.length), 'settled'] : null,
    data.change ? [number.format(data.change.segments), 'segments touched by the change'] : null,
    data.change ? [number.format(data.change.others), 'findings that it did not cause, not shown'] : null,
    [number.format(data.segments), 'segments'],
    [number.format(words), 'words'],
    [number.format(pages.length), pages.length === 1 ? 'page' : 'pages'],
    [number.format(used), used === 1 ? 'language' : 'languages'],
    words > 0 ? [rate.format(points * 1000 / words), 'penalty points per 1,000 words'] : null,
  ];
  const figure = ([value, name]) => el('div', null, el('dt', null, name), el('dd', null, value));
  byId('figures').replaceChildren(...figures.filter(Boolean).map(figure));
}

function drawCharts() {
  const focused = document.activeElement?.dataset?.row;
  const charts = ['locale', 'category'].map(name => facetOf[name]).filter(facet => facet.values.length > 1);
  byId('charts').replaceChildren(...charts.map(drawChart));
  const again = focused && [...byId('charts').querySelectorAll('[data-row]')].find(row => row.dataset.row === focused);
  again?.focus({ preventScroll: true });
}

function drawChart(facet) {
  const rows = facet.values.map((value, index) => ({ value, index, count: countOf(facet, index) }));
  const most = Math.max(1, ...rows.map(row => row.count));
  const found = rows.filter(row => row.count > 0 || facet.chosen.has(row.value)).sort((one, other) => other.count - one.count);
  const nodes = found.slice(0, 12).map(({ value, index, count }) => {
    const parts = SEVERITIES.map((name, severity) => facet.counts[index * 3 + severity]);
    const said = SEVERITIES.map((name, at) => (parts[at] ? `${number.format(parts[at])} ${name}` : '')).filter(Boolean);
    const label = facet.label(value);
    const row = el('button', {
      type: 'button', class: 'row', 'data-row': `${facet.name}=${value}`, title: `${label}: ${said.join(', ')}`,
      'aria-pressed': String(facet.chosen.has(value)),
    }, el('span', { class: 'name' }, label), stack(parts, most, `${label}: ${said.join(', ') || 'none'}`),
    el('span', { class: 'count' }, number.format(count)));
    row.addEventListener('click', () => toggle(facet.name, value));
    return row;
  });
  const rest = found.length - nodes.length;
  return el('section', { class: 'chart' }, el('h3', null, `Findings by ${facet.title.toLowerCase()}`), nodes,
    rest > 0 ? el('p', { class: 'legend' }, `and ${number.format(rest)} more`) : null, shades());
}

/** A bar whose parts are the severities, worst first; `most` fills all of it. */
function stack(parts, most, label) {
  let x = 0;
  const rects = parts.map((part, severity) => {
    const width = part * 100 / most;
    const rect = svg('rect', { x: `${x}%`, width: `${width}%`, height: '100%', class: SEVERITIES[severity] });
    x += width;
    return rect;
  });
  return svg('svg', { class: 'stack', role: 'img', 'aria-label': label }, rects);
}

function shades() {
  const shade = name => el('span', null,
    svg('svg', { class: 'stack', viewBox: '0 0 10 10', 'aria-hidden': 'true' },
      svg('rect', { width: 10, height: 10, class: name })), name);
  return el('p', { class: 'shades' }, SEVERITIES.map(shade));
}

// ---- Quality by page

const SMALL = 100;
const quality = { column: 'rate', descending: true, rows: 6, pages: measure() };

function measure() {
  const measured = pages.map((page, index) =>
    ({ label: labels[index], tag: locales[page.locales[1]].tag, words: page.words, counts: [0, 0, 0] }));
  findings.forEach((finding, index) => {
    if (!finding.decision) measured[finding.page].counts[severityOf[index]]++;
  });
  for (const page of measured) {
    page.points = page.counts.reduce((sum, count, severity) => sum + count * POINTS[severity], 0);
    page.rate = page.words > 0 ? page.points * 1000 / page.words : 0;
  }
  return measured;
}

const COLUMNS = [
  ['label', 'Page', page => page.label],
  ['tag', 'Language', page => page.tag],
  ['words', 'Words', page => page.words],
  ['error', 'Errors', page => page.counts[0]],
  ['warning', 'Warnings', page => page.counts[1]],
  ['info', 'Infos', page => page.counts[2]],
  ['rate', 'Points per 1,000 words', page => page.rate],
];

function drawQuality() {
  const { chosen } = facetOf.locale;
  const read = COLUMNS.find(([name]) => name === quality.column)[2];
  const sign = quality.descending ? -1 : 1;
  const small = page => quality.column === 'rate' && page.words < SMALL;
  const found = quality.pages.filter(page => chosen.size === 0 || chosen.has(page.tag));
  found.sort((one, other) => small(one) - small(other)
    || (read(one) < read(other) ? -sign : read(one) > read(other) ? sign : 0)
    || (one.label < other.label ? -1 : 1));
  const most = found.reduce((most, page) => (page.words < SMALL ? most : Math.max(most, page.rate)), 1);
  const focused = document.activeElement?.dataset?.page;
  const rows = found.slice(0, quality.rows).map(page => qualityRow(page, most));
  byId('quality').replaceChildren(el('thead', null, el('tr', null, COLUMNS.map(heading), el('td'))), el('tbody', null, rows));
  byId('quality').querySelector(`button[data-page="${CSS.escape(focused ?? '')}"]`)?.focus({ preventScroll: true });
  const rest = found.length - rows.length;
  byId('more-pages').hidden = rest === 0;
  byId('more-pages').textContent = `Show ${number.format(Math.min(rest, 50))} of ${number.format(rest)} more pages`;
}

function heading([name, title]) {
  const sorted = quality.column === name ? (quality.descending ? 'descending' : 'ascending') : null;
  const button = el('button', { type: 'button', 'data-page': `^${name}` }, title);
  button.addEventListener('click', () => {
    quality.descending = quality.column === name ? !quality.descending : name !== 'label' && name !== 'tag';
    quality.column = name;
    drawQuality();
  });
  return el('th', { scope: 'col', class: name === 'tag' ? 'word' : null, 'aria-sort': sorted }, button);
}

function qualityRow(page, most) {
  const name = el('button', { type: 'button', 'data-page': page.label, title: page.label }, el('bdi', null, brief(page.label)));
  const known = facetOf.page.values.includes(page.label);
  name.disabled = !known;
  name.addEventListener('click', () => {
    toggle('page', page.label);
    byId('count').scrollIntoView();
  });
  const bar = svg('svg', { class: 'points', 'aria-hidden': 'true' },
    svg('rect', { width: `${Math.min(100, page.rate * 100 / most)}%`, height: '100%' }));
  const small = page.words < SMALL;
  return el('tr', { class: small ? 'small' : null }, el('td', null, name), el('td', { class: 'word' }, page.tag),
    [page.words, ...page.counts].map(count => el('td', null, number.format(count))),
    el('td', null, page.words > 0 ? rate.format(page.rate) : '–'), el('td', { class: 'wide' }, small ? null : bar));
}

// ---- What is chosen, above the list

function drawBar() {
  const onlyOpen = facetOf.state.values.length > 1 && isStateDefault();
  const all = onlyOpen ? findings.filter(finding => !finding.decision).length : findings.length;
  const noun = onlyOpen ? 'open finding' : 'finding';
  byId('count').textContent = shown.length === all
    ? plural(all, noun)
    : `${number.format(shown.length)} of ${plural(all, noun)}`;
  const chips = [];
  const chip = (text, title, drop) => {
    const button = el('button', { type: 'button', title }, el('bdi', null, text), ' ×');
    button.setAttribute('aria-label', `${title}: ${text}`);
    button.addEventListener('click', () => {
      drop();
      byId('count').focus({ preventScroll: true });
    });
    chips.push(button);
  };
  if (view.q) chip(`“${view.q}”`, 'Drop this search', () => search(''));
  for (const facet of facets) {
    if (facet.name === 'state' && isStateDefault()) continue;
    for (const value of facet.chosen) chip(facet.label(value), 'Drop this filter', () => toggle(facet.name, value));
  }
  if (chips.length > 1) {
    const clear = el('button', { type: 'button', class: 'clear' }, 'Clear all');
    clear.addEventListener('click', () => {
      resetView();
      byId('search').value = '';
      update();
      byId('count').focus({ preventScroll: true });
    });
    chips.push(clear);
  }
  byId('chips').replaceChildren(...chips);
  byId('empty').hidden = shown.length > 0;
  byId('empty').textContent = findings.length ? 'Nothing is found with these filters.' : 'Nothing was found.';
}
