// The report's script. It reads the findings from the element `data` and draws them: filters, charts, list.
//
// Whatever comes from the data becomes text nodes and plain attributes, never markup: the page's policy forbids the
// rest. Places count UTF-16 code units, as strings do here.
'use strict';
{
  const data = JSON.parse(document.getElementById('data').textContent);
  const { checks, findings, locales, pages, texts } = data;
  const byId = id => document.getElementById(id);
  const number = new Intl.NumberFormat('en');
  const rate = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

  // Worst first. The points are MQM's default multipliers: critical, major, minor.
  const SEVERITIES = ['error', 'warning', 'info'];
  const POINTS = [25, 5, 1];
  const SHAPES = ['M5 0 10 5 5 10 0 5Z', 'M5 .5 10 9.5H0Z', 'M5 1a4 4 0 1 0 .001 0Z'];
  const STATES = { open: 'open', directive: 'settled in the file', baseline: 'accepted earlier' };
  const CONFIDENCE = { low: 'a hunch', medium: 'likely', high: 'almost certain' };
  const TRUST = { safe: 'Fix', unsafe: 'Likely fix', shown: 'Perhaps' };

  // ---- Elements

  /** An element with attributes and children; strings become text. */
  function el(name, attributes, ...children) {
    return fill(document.createElement(name), attributes, children);
  }

  /** The same for drawings. */
  function svg(name, attributes, ...children) {
    return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
  }

  function fill(node, attributes, children) {
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (value === true) node.setAttribute(key, '');
      else if (value !== false && value != null) node.setAttribute(key, value);
    }
    node.append(...children.flat(Infinity).filter(child => child != null && child !== ''));
    return node;
  }

  /** Prose in which words between backticks are code. Code runs in its own direction. */
  function prose(text) {
    return text.split(/`([^`]+)`/).map((part, index) =>
      index % 2 ? el('code', null, el('bdi', null, ...signed(part))) : part);
  }

  function plural(count, noun) {
    return `${number.format(count)} ${noun}${count === 1 ? '' : 's'}`;
  }

  function shape(severity) {
    return svg('svg', { viewBox: '0 0 10 10', 'aria-hidden': 'true' }, svg('path', { d: SHAPES[severity] }));
  }

  // ---- Facets: what findings are filtered by

  const labels = nameOfPages();
  const sharedFolders = sharedLength(labels);
  const severityOf = Uint8Array.from(findings, finding => SEVERITIES.indexOf(finding.severity));

  const facets = [
    facet('severity', 'Severity', finding => finding.severity, value => value, SEVERITIES),
    facet('state', 'State', finding => finding.decision?.by ?? 'open', value => STATES[value] ?? value, ['open']),
    facet('locale', 'Language', finding => localeOf(finding, 1).tag, tag => localeName(tag)),
    facet('category', 'Category', finding => checks[finding.check].category, value => value),
    facet('check', 'Check', finding => checks[finding.check].id, value => value),
    facet('page', 'Page', finding => labels[finding.page], value => value),
  ];
  const facetOf = Object.fromEntries(facets.map(facet => [facet.name, facet]));

  /** One way to filter. `values` are sorted, the frequent first; `index` holds the value of each finding. */
  function facet(name, title, read, label, order = []) {
    const totals = new Map();
    for (const finding of findings) {
      const value = read(finding);
      totals.set(value, (totals.get(value) ?? 0) + 1);
    }
    const rank = value => (order.includes(value) ? order.indexOf(value) : order.length);
    const values = [...totals.keys()].sort((one, other) =>
      rank(one) - rank(other) || totals.get(other) - totals.get(one) || (one < other ? -1 : 1));
    const numbers = new Map(values.map((value, index) => [value, index]));
    return {
      name, title, label, values,
      ordered: order.length > 0,
      index: Uint32Array.from(findings, finding => numbers.get(read(finding))),
      // Of each value, how many findings of each severity pass the other filters.
      counts: new Uint32Array(values.length * 3),
      chosen: new Set(),
      needle: '',
      whole: false,
    };
  }

  /** Names of pages: the path, with the locale where one file holds several. */
  function nameOfPages() {
    const paths = new Map();
    for (const page of pages) paths.set(page.path, (paths.get(page.path) ?? 0) + 1);
    return pages.map(page =>
      paths.get(page.path) > 1 ? `${page.path} (${locales[page.locales[1]].tag})` : page.path);
  }

  /** The name of a page without the folders that all pages share. */
  function brief(label) {
    return label.slice(sharedFolders);
  }

  /** The length of what all `names` begin with, up to a slash. */
  function sharedLength(names) {
    const folders = (names[0] ?? '').split('/').slice(0, -1);
    let shared = '';
    for (const folder of folders) {
      const longer = `${shared}${folder}/`;
      if (!names.every(name => name.startsWith(longer))) break;
      shared = longer;
    }
    return shared.length;
  }

  function localeOf(finding, side) {
    return locales[pages[finding.page].locales[side]];
  }

  function localeName(tag) {
    const name = locales.find(locale => locale.tag === tag)?.name ?? 'unknown';
    return name === 'unknown' ? tag : `${name} (${tag})`;
  }

  // ---- The view: what is searched, filtered, sorted and looked at; all of it stands in the address

  const view = { q: '', order: 'place', finding: null };
  const hasOpen = facetOf.state.values.includes('open');

  function resetView() {
    view.q = '';
    view.order = 'place';
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
      view.order = said.get('order') === 'severity' ? 'severity' : 'place';
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
    if (view.order !== 'place') said.set('order', view.order);
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
      return el('label', { title: name === label ? null : label }, box, el('bdi', { class: 'name' }, name), el('span', { class: 'count' }, number.format(count)));
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
  }

  // ---- The list: a window of cards over what is shown, which grows at its ends and never beyond `WINDOW`

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
    const top = byId('search').getBoundingClientRect().bottom;
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
      const body = half
        ? el('div', { class: 'text', lang: locale.tag === 'und' ? null : locale.tag, dir: locale.direction }, painted(half, finding, open))
        : el('p', { class: 'none' }, 'not known here');
      return el('div', { class: 'half', 'data-side': name }, title, body);
    });
  }

  function notes(finding, open) {
    const note = (name, ...said) => el('div', null, el('dt', null, name), el('dd', null, ...said));
    const rows = [];
    if (finding.help) rows.push(note('Help', prose(finding.help)));
    if (finding.fix) {
      const { lang, dir } = { lang: localeOf(finding, 1).tag, dir: localeOf(finding, 1).direction };
      const piece = (name, text) => (text ? el(name, { lang, dir }, ...signed(text, true)) : null);
      const { old, new: now, trust } = finding.fix;
      const arrow = old && now ? ' → ' : '';
      rows.push(note(TRUST[trust], el('span', { class: 'change' }, old ? '' : 'insert ', now ? '' : 'remove ',
        piece('del', old), arrow, piece('ins', now))));
    }
    if (finding.decision) {
      rows.push(note('Settled', `${STATES[finding.decision.by] ?? finding.decision.by}`,
        finding.decision.reason ? [': ', el('bdi', null, finding.decision.reason)] : ''));
    }
    const elsewhere = finding.elsewhere ?? [];
    for (const { path, line, text } of open ? elsewhere : elsewhere.slice(0, 2)) {
      rows.push(note('See also', el('bdi', null, `${path}:${line}`), text ? [' ', el('code', null, el('bdi', null, ...signed(text)))] : ''));
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

  // ---- Texts and their marks

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
  const HARD = { '\u00a0': 'no-break space', '\u202f': 'narrow no-break space', '\u3000': 'ideographic space', '\u2007': 'figure space', '\u2009': 'thin space' };
  const INVISIBLE = /( {2,}|[\u00a0\u202f\u2007\u2009]|[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]|[\u0000-\u001f\u007f-\u009f])/;
  // Joiners belong to the spelling of some scripts: they are shown only where a finding is about them.
  const INVISIBLE_MARKED = /(^ +| +$| {2,}|[\u00a0\u202f\u2007\u2009\u3000]|[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]|[\u0000-\u001f\u007f-\u009f])/;

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

  /** Underlines what was searched, where the browser can do so without new elements. */
  function highlight() {
    if (!window.CSS?.highlights) return;
    CSS.highlights.delete('search');
    const needle = fold(view.q.trim());
    if (!needle) return;
    const ranges = [];
    const walker = document.createTreeWalker(list, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const text = node.data.toLowerCase();
      // Places only hold where folding has kept the length.
      if (text.length !== node.length || !node.parentElement.closest('.text, .message, .path')) continue;
      for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + needle.length);
        ranges.push(range);
      }
    }
    CSS.highlights.set('search', new Highlight(...ranges));
  }

  // ---- The window about a check

  function explain(check) {
    const examples = fails => check.examples.filter(example => example.fails === fails).map(example);
    const [bad, good] = [examples(true), examples(false)];
    byId('about').replaceChildren(el('div', null,
      el('form', { method: 'dialog' }, el('button', { class: 'close', 'aria-label': 'Close' }, '×')),
      el('h2', { id: 'about-title' }, check.id), el('p', null, prose(check.summary)),
      check.about.map(paragraph => el('p', null, prose(paragraph))),
      bad.length ? [el('h3', null, 'What it reports'), bad] : null,
      good.length ? [el('h3', null, 'What it lets pass'), good] : null,
      el('h3', null, 'How it is called elsewhere'), el('p', null, `${check.mqm} in MQM, ${check.its} in ITS 2.0`),
      el('h3', null, 'How often it was right'), el('p', null, check.measured)));
    byId('about').showModal();
    byId('about').scrollTop = 0;
  }

  function example({ configuration, texts }) {
    const rows = texts.map(({ label, lang, rtl, text, marks }) => {
      const kinds = marks.map(([start, end]) => ({ start, end, kind: 'found' }));
      return el('div', null, el('dt', null, label),
        el('dd', null, el('pre', { class: 'text', lang, dir: rtl ? 'rtl' : 'ltr' }, plain(text, kinds))));
    });
    const said = configuration ? el('div', null, el('dt', null, 'bilint.toml'), el('dd', null, el('code', null, configuration))) : null;
    return el('dl', { class: 'example' }, said, rows);
  }

  /** As `paint`, without signs for the ends of lines: an example is laid out in lines. */
  function plain(text, marks) {
    return paint(text.replace(/\n$/, ''), marks, 0, text.replace(/\n$/, '').length).filter(node => !node.classList?.contains('bare'));
  }

  function drawMarks() {
    const row = (sample, said) => [el('dt', null, sample), el('dd', null, said)];
    byId('marks').replaceChildren(...[
      row(el('mark', null, 'found'), 'what the finding is about'),
      row(el('span', null, 'here', el('mark', { class: 'caret' })), 'where something is missing'),
      row(el('mark', { class: 'related' }, 'related'), 'what explains it'),
      row(el('span', { class: 'text' }, ...signed('two  spaces')), 'a doubled space'),
      row(el('span', { class: 'text' }, ...signed('10\u00a0km')), 'a no-break space'),
      row(el('span', { class: 'text' }, ...signed('a\u200bb')), 'a character that does not show, by its name'),
    ].flat());
  }

  // ---- Keys, buttons, theme

  let typing = 0;

  function search(text) {
    view.q = text;
    if (byId('search').value !== text) byId('search').value = text;
    update();
  }

  function isTyping(target) {
    return target.closest?.('input:not([type="checkbox"]), select, textarea, dialog[open]');
  }

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape' && event.target === byId('search')) {
      byId('search').blur();
      return;
    }
    if (isTyping(event.target)) return;
    const keys = {
      '/': () => byId('search').select() ?? byId('search').focus(),
      j: () => step(1),
      k: () => step(-1),
      '?': () => byId('keys').showModal(),
      Enter: event.target.matches?.('.card') ? () => expand(event.target, event.target.dataset.open === undefined) : null,
    };
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (!act) return;
    event.preventDefault();
    act();
  });

  // Whoever walks into a card with Tab is at that finding.
  list.addEventListener('focusin', event => {
    const node = event.target.closest('.card');
    if (!node) return;
    view.finding = shown[Number(node.getAttribute('aria-posinset')) - 1];
    writeAddress();
  });
  // A click on a card's face puts the focus on it, so that the keys go on from there.
  list.addEventListener('click', event => {
    if (!event.target.closest('a, button') && getSelection().isCollapsed) event.target.closest('.card')?.focus({ preventScroll: true });
  });
  byId('search').addEventListener('input', event => {
    clearTimeout(typing);
    typing = setTimeout(() => search(event.target.value), 90);
  });
  byId('order').addEventListener('change', event => {
    view.order = event.target.value;
    update();
  });
  byId('more-pages').addEventListener('click', () => {
    quality.rows += 50;
    drawQuality();
  });
  byId('earlier').addEventListener('click', growUp);
  byId('later').addEventListener('click', growDown);
  byId('help').addEventListener('click', () => byId('keys').showModal());
  byId('skip').addEventListener('click', () => {
    byId('count').focus({ preventScroll: true });
    byId('count').scrollIntoView();
  });
  byId('filters').addEventListener('click', () => {
    const open = byId('facets').classList.toggle('open');
    byId('filters').setAttribute('aria-expanded', String(open));
  });
  for (const dialog of document.querySelectorAll('dialog')) {
    dialog.addEventListener('click', event => {
      if (event.target === dialog) dialog.close();
    });
  }
  addEventListener('hashchange', readAddress);

  if ('IntersectionObserver' in window) {
    const grow = new IntersectionObserver(entries => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || target.hidden) continue;
        if (target.id === 'later') growDown();
        else growUp();
        // Where it is still near, nothing changes that would be told: it is looked at anew.
        grow.unobserve(target);
        grow.observe(target);
      }
    }, { rootMargin: '1200px 0px' });
    grow.observe(byId('later'));
    grow.observe(byId('earlier'));
  }

  // What is printed is what is shown, as far as paper goes.
  addEventListener('beforeprint', () => {
    from = 0;
    to = Math.min(shown.length, 1000);
    list.replaceChildren(...range(0, to).map(card));
    settleWindow();
  });
  addEventListener('afterprint', () => drawList(0));

  const THEMES = ['system', 'light', 'dark'];

  function setTheme(theme) {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    byId('theme').textContent = `Theme: ${theme}`;
  }

  /** Reads or writes the theme; a page from disk may be refused its memory. */
  function remembered(theme) {
    try {
      if (theme) localStorage.setItem('bilint-theme', theme);
      return localStorage.getItem('bilint-theme');
    } catch {
      return null;
    }
  }

  byId('theme').addEventListener('click', () => {
    const current = document.documentElement.dataset.theme ?? 'system';
    const next = THEMES[(THEMES.indexOf(current) + 1) % THEMES.length];
    setTheme(next);
    remembered(next);
  });

  const theme = remembered();
  setTheme(THEMES.includes(theme) ? theme : 'system');
  drawFigures();
  drawMarks();
  readAddress();
  // The first search need not wait for the folding of all texts.
  (window.requestIdleCallback ?? (later => setTimeout(later, 200)))(() => haystack());
}
