// The data of the report, and what the other scripts draw with.
//
// The scripts of this folder become one, in the order of their mention in `mod.rs`, in one block. Whatever comes from
// the data becomes text nodes and plain attributes, never markup: the page's policy forbids the rest. Places count
// UTF-16 code units, as strings do here.

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
