// Windows, keys, buttons, the theme; and the start of it all.

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
  const said = el('div', null, el('dt', null, 'bilint.toml'), el('dd', null, el('code', null, configuration ?? '')));
  return el('dl', { class: 'example' }, configuration ? said : null, rows);
}

/** As `paint`, without signs for the ends of lines: an example is laid out in lines. */
function plain(text, marks) {
  const lines = text.replace(/\n$/, '');
  return paint(lines, marks, 0, lines.length).filter(node => !node.classList?.contains('bare'));
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
  if (event.target.closest('a, button') || !getSelection().isCollapsed) return;
  event.target.closest('.card')?.focus({ preventScroll: true });
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
