//! The HTML report: what stands in the file, and, where a browser is installed, what the page does.
#![cfg(feature = "cli")]

mod browser;

use bilint::report::{Reporter, Scene, html::Html};
use bilint::{Docset, Linter, Registry, Settings, Sources};
use browser::Browser;
use scraper::{Html as Tree, Selector};
use serde_json::{Value, json};
use std::path::Path;

/// The page about what is wrong with `files`, each a path and a text.
fn page(files: &[(String, String)]) -> String {
    let (registry, settings) = (Registry::builtin(), Settings::default());
    let mut sources = Sources::new();
    for (path, text) in files {
        sources.add(path.as_str(), text.as_str());
    }
    let docset = Docset::parse(&sources, &settings);
    let report = Linter::new(&registry, &settings).unwrap().run(&sources, &docset);
    let mut out = Vec::new();
    Html.write(&Scene::new(&report, &docset, &sources, &registry), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// A file of pairs, one a line.
fn pairs(path: &str, locale: &str, pairs: &[(&str, &str)]) -> (String, String) {
    let line = |(number, (source, target)): (usize, &(&str, &str))| {
        json!({"id": format!("s{number}"), "source": source, "target": target, "target_locale": locale}).to_string()
    };
    (path.to_owned(), pairs.iter().enumerate().map(line).collect::<Vec<_>>().join("\n"))
}

/// The texts of the elements that `selector` finds in `page`, as a browser reads them.
fn elements(page: &str, selector: &str) -> Vec<String> {
    let tree = Tree::parse_document(page);
    tree.select(&Selector::parse(selector).unwrap()).map(|element| element.text().collect()).collect()
}

/// The data of `page`, as its script reads it.
fn data(page: &str) -> Value {
    serde_json::from_str(&elements(page, "script#data")[0]).unwrap()
}

fn findings(data: &Value) -> &[Value] {
    data["findings"].as_array().unwrap()
}

/// How many findings of `data` are of the check and the locale, where these are said.
fn count(data: &Value, check: Option<&str>, locale: Option<&str>) -> usize {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let is_wanted = |finding: &&Value| {
        let page = &data["pages"][number(&finding["page"])];
        let tag = &data["locales"][number(&page["locales"][1])]["tag"];
        check.is_none_or(|check| data["checks"][number(&finding["check"])]["id"] == check)
            && locale.is_none_or(|locale| tag == locale)
    };
    findings(data).iter().filter(is_wanted).count()
}

#[test]
fn nothing_that_was_read_breaks_out() {
    let hostile = [
        "</script><script>alert(1)</script>  a",
        "<!-- <script> -->  a",
        "]]>  a \u{2028}\u{2029} \u{1}\u{7f}\u{fffe}",
        "{{script}} {{data}}  \"'`$&amp;  a",
        "<img src=x onerror=alert(1)>  <style>*{}</style>",
        "\\u003c/script>  \\",
    ];
    let texts: Vec<(&str, &str)> = hostile.iter().map(|text| ("An a", *text)).collect();
    let page = page(&[pairs("\"><script>alert(2)<!--/nl/p'age.jsonl", "nl", &texts)]);
    assert_eq!(elements(&page, "script").len(), 2);
    assert_eq!(elements(&page, "style").len(), 1);
    assert!(elements(&page, "img, iframe, object, link, base, [onerror], [src]").is_empty());
    let data = data(&page);
    for text in hostile {
        assert!(
            data["texts"].as_array().unwrap().iter().any(|known| known == text),
            "{text:?} is not in {}",
            data["texts"]
        );
    }
    assert_eq!(data["pages"][0]["path"], "\"><script>alert(2)<!--/nl/p'age.jsonl");
    let raw = page.split("id=\"data\">").nth(1).unwrap().split("</script>").next().unwrap();
    assert!(raw.starts_with('{') && raw.ends_with('}') && !raw.contains(['<', '>', '&', '\u{2028}', '\u{2029}']));
}

#[test]
fn the_policy_names_the_style_and_the_script_and_nothing_else() {
    use base64::Engine as _;
    use sha2::Digest as _;
    let page = page(&[pairs("nl.jsonl", "nl", &[("Open it.", "Open  het.")])]);
    let tree = Tree::parse_document(&page);
    let meta = Selector::parse("meta[http-equiv=Content-Security-Policy]").unwrap();
    let policy = tree.select(&meta).next().unwrap().attr("content").unwrap();
    let hash = |text: &str| base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(text));
    let script = hash(&elements(&page, "script:not([type])")[0]);
    let style = hash(&elements(&page, "style")[0]);
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    assert!(policy.contains(&format!("script-src 'sha256-{script}';")), "{policy}");
    assert!(policy.contains(&format!("style-src 'sha256-{style}';")), "{policy}");
    assert!(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains('*'), "{policy}");
    // The policy stands before everything that it is about.
    assert!(page.find("Content-Security-Policy").unwrap() < page.find("<style").unwrap());
}

#[test]
fn one_report_is_one_page() {
    let files = &[site("nl"), site("ar"), site("ja")].concat();
    let first = page(files);
    assert!(!findings(&data(&first)).is_empty());
    assert!((0..5).all(|_| page(files) == first));
}

#[test]
fn a_text_stands_there_once_and_marks_count_as_scripts_do() {
    let page = page(&[pairs("nl.jsonl", "nl", &[("The 😀 guide is here.", "De 😀 gids  is  hier.")])]);
    let data = data(&page);
    let doubled: Vec<&Value> =
        findings(&data).iter().filter(|finding| finding["message"].as_str().unwrap().contains("space")).collect();
    assert_eq!(doubled.len(), 2, "{data}");
    let places: Vec<&Value> = doubled.iter().map(|finding| &finding["target"]["found"]).collect();
    assert_eq!(places, [&json!([10, 12]), &json!([14, 16])]);
    assert_eq!(doubled[0]["target"]["text"], doubled[1]["target"]["text"]);
    assert_eq!(data["texts"].as_array().unwrap().len(), 2);
    assert_eq!(data["pages"][0]["words"], 4);
    assert_ne!(doubled[0]["id"], doubled[1]["id"]);
}

#[test]
fn what_was_settled_is_there_with_its_reason() {
    let text = "# Kop\n\n<!-- bilint: ignore[doubled-space] two of them are a joke -->\nOpen  het.\n\nSluit  het.\n";
    let page = page(&[("docs/nl/page.md".to_owned(), text.to_owned())]);
    let data = data(&page);
    let decided: Vec<&Value> = findings(&data).iter().filter(|finding| !finding["decision"].is_null()).collect();
    assert_eq!(decided.len(), 1, "{data}");
    assert_eq!(decided[0]["decision"], json!({"by": "directive", "reason": "two of them are a joke"}));
    assert!(findings(&data).len() > 1);
}

/// A small site in `locale`: findings of several checks, in several scripts.
fn site(locale: &str) -> Vec<(String, String)> {
    let texts: &[(&str, &str)] = match locale {
        "ar" => &[
            ("Open **the file** `a.md`.", "افتح **الملف** `b.md`  الآن."),
            ("See the [guide](guide.md) for details.", "انظر  الدليل للحصول على التفاصيل."),
        ],
        "ja" => &[
            ("Open the API.", "保存して api を開きます。"),
            ("See the [guide](guide.md) for details.", "詳細については、ガイドを参照してください。"),
        ],
        _ => &[
            ("Hello **{name}**, see the [guide](a.md).", "Hallo **{naam}**, zie de [gids](a.md)nu."),
            ("The team of your site", "Het  team van  uw site"),
            ("See the [guide](guide.md) for details.", "Zie de gids voor details."),
        ],
    };
    vec![pairs(&format!("site/{locale}/pairs.jsonl"), locale, texts)]
}

/// More than ten thousand findings in five languages.
fn large_site() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for (locale, open, rest) in [
        ("nl", "Open het", "en lees de gids."),
        ("de", "Öffnen Sie die", "und lesen Sie die Anleitung."),
        ("fr", "Ouvrez le", "et lisez le guide."),
        ("ja", "ファイル", "を開きます。"),
        ("ar", "افتح", "واقرأ الدليل."),
    ] {
        for number in 0..20 {
            let lines = (0..34).map(|line| {
                let source = format!("Open file {line} of part {number} and read the [guide](guide.md).");
                let target = format!("{open}  {line} {number}  {rest}");
                json!({"id": format!("s{line}"), "source": source, "target": target, "target_locale": locale})
                    .to_string()
            });
            files.push((format!("site/{locale}/part-{number}.jsonl"), lines.collect::<Vec<_>>().join("\n")));
        }
    }
    files
}

/// Puts `page` into `folder`.
fn save(folder: &Path, name: &str, page: &str) -> std::path::PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, page).unwrap();
    path
}

const SHOWN: &str = "return document.getElementById('count').textContent";

#[test]
fn the_page_works_in_a_browser() {
    let Some(browser) = Browser::start() else {
        println!("skipped: no chromedriver is installed (.ci/browser installs one)");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (small, large) = (page(&[site("nl"), site("ar"), site("ja")].concat()), page(&large_site()));
    let small_path = save(folder.path(), "small.html", &small);
    let large_path = save(folder.path(), "large.html", &large);
    opens_soon(&browser, &large_path, &data(&large));
    searches_soon(&browser, &large_path, &data(&large));
    filters_to_the_number(&browser, &large_path, &data(&large));
    shares_a_view(&browser, &large_path, &data(&large));
    follows_a_link(&browser, &large_path, &data(&large));
    scrolls_through(&browser, &large_path);
    obeys_keys(&browser, &small_path);
    sets_scripts(&browser, &small_path);
    has_a_dark_side(&browser, &small_path);
    fits_a_narrow_window(&browser, &small_path);
    explains_a_check(&browser, &small_path);
    says_that_nothing_was_found(&browser, &save(folder.path(), "empty.html", &page(&[])));
    let objects = "return document.body.innerText.includes('[object') || document.body.innerText.includes('undefined')";
    assert_eq!(browser.run(objects, Value::Null), false);
    assert_eq!(browser.console(), [""; 0], "nothing is complained of");
    assert_eq!(browser.requests(), [""; 0], "nothing is asked for");
    // Last, because it is complained of: markup cannot be made from text.
    browser.open(&small_path, "");
    let refused = "try { document.body.innerHTML = value; return 'made' } catch { return 'refused' }";
    assert_eq!(browser.run(refused, "<b>"), "refused");
}

fn opens_soon(browser: &Browser, path: &Path, data: &Value) {
    let all = findings(data).len();
    assert!(all >= 10_000, "{all}");
    browser.open(path, "");
    let shown = browser.run(SHOWN, Value::Null);
    assert_eq!(shown, format!("{},{:03} findings", all / 1000, all % 1000));
    assert!(browser.run("return document.querySelectorAll('.card').length", Value::Null).as_u64().unwrap() >= 20);
    let time = "return performance.getEntriesByType('navigation')[0].loadEventEnd";
    let time = browser.run(time, Value::Null).as_f64().unwrap();
    println!("{all} findings open in {time:.0} ms");
    // A second on a machine at rest; tests share theirs.
    assert!(time < 4000.0, "{time} ms");
}

fn searches_soon(browser: &Browser, path: &Path, data: &Value) {
    browser.open(path, "");
    let expected = findings(data).iter().filter(|finding| {
        let text = usize::try_from(finding["target"]["text"].as_u64().unwrap()).unwrap();
        data["texts"][text].as_str().unwrap().to_lowercase().contains("öffnen sie die  7 ")
    });
    let expected = expected.count();
    assert!(expected > 0);
    let search = "const field = document.getElementById('search');
        field.value = value;
        const count = document.getElementById('count');
        const [start, before] = [performance.now(), count.textContent];
        field.dispatchEvent(new Event('input'));
        return new Promise(done => {
          const look = () => count.textContent === before
            ? requestAnimationFrame(look) : done([count.textContent, performance.now() - start]);
          look();
        });";
    // In another case, and in letters with their accents apart.
    let shown = browser.run(search, "O\u{308}FFNEN SIE DIE  7 ");
    assert!(shown[0].as_str().unwrap().starts_with(&format!("{expected} of ")), "{shown}, not {expected}");
    let shown = browser.run(search, "no such words");
    assert_eq!(shown[0], format!("0 of {}", browser_count(findings(data).len())));
    let time = shown[1].as_f64().unwrap();
    println!("a search among them takes {time:.0} ms, the pause for the next letter included");
    assert!(time < 1000.0, "{time} ms");
}

/// `count` findings, as the page writes it.
fn browser_count(count: usize) -> String {
    format!("{},{:03} findings", count / 1000, count % 1000)
}

fn filters_to_the_number(browser: &Browser, path: &Path, data: &Value) {
    browser.open(path, "");
    let tick = "document.querySelector(`#facets input[data-key=\"${value}\"]`).click(); return document.getElementById('count').textContent";
    let all = browser_count(findings(data).len());
    let by_check = count(data, Some("missing-link"), None);
    let by_both = count(data, Some("missing-link"), Some("ja"));
    assert!(by_check > by_both && by_both > 0);
    assert_eq!(browser.run(tick, "check=missing-link"), format!("{} of {all}", thousands(by_check)));
    assert_eq!(browser.run(tick, "locale=ja"), format!("{} of {all}", thousands(by_both)));
    // The counts of a filter follow the others, and not itself.
    let counts = "return [...document.querySelectorAll(`[data-facet=${value}] label`)].map(row => row.querySelector('.count').textContent)";
    let languages: Vec<usize> =
        ["ar", "de", "fr", "ja", "nl"].map(|tag| count(data, Some("missing-link"), Some(tag))).into();
    let mut expected: Vec<String> =
        languages.iter().filter(|count| **count > 0).map(|count| thousands(*count)).collect();
    let mut shown: Vec<String> = serde_json::from_value(browser.run(counts, "locale")).unwrap();
    expected.sort();
    shown.sort();
    assert_eq!(shown, expected);
    // A bar is a filter as well, and takes itself back.
    let bar = "document.querySelector(`#charts [data-row=\"${value}\"]`).click(); return document.getElementById('count').textContent";
    assert_eq!(browser.run(bar, "locale=ja"), format!("{} of {all}", thousands(by_check)));
    assert_eq!(browser.run(tick, "check=missing-link"), all);
}

fn thousands(count: usize) -> String {
    if count < 1000 { count.to_string() } else { format!("{},{:03}", count / 1000, count % 1000) }
}

fn shares_a_view(browser: &Browser, path: &Path, data: &Value) {
    browser.open(path, "#check=missing-link&locale=nl&q=part-3");
    let shown = browser.run(SHOWN, Value::Null);
    assert!(shown.as_str().unwrap().starts_with("34 of "), "{shown}");
    assert_eq!(browser.run("return document.getElementById('search').value", Value::Null), "part-3");
    browser.run("document.querySelector('#facets input[data-key=\"locale=nl\"]').click()", Value::Null);
    browser.wait("!location.hash.includes('locale=') && location.hash.includes('check=missing-link')");
    // What the report does not have is left out, so that an old address still opens.
    browser.open(path, "#check=no-such-check&locale=de");
    let german = count(data, None, Some("de"));
    assert!(browser.run(SHOWN, Value::Null).as_str().unwrap().starts_with(&format!("{} of", thousands(german))));
}

fn follows_a_link(browser: &Browser, path: &Path, data: &Value) {
    let id = findings(data)[9_000]["id"].as_str().unwrap();
    browser.open(path, &format!("#order=place&finding={id}"));
    browser.wait(&format!("document.activeElement.dataset.id === '{id}'"));
    let mark = "const box = document.activeElement.querySelector('mark').getBoundingClientRect();
        const top = document.querySelector('.top').getBoundingClientRect().bottom;
        return box.top >= top && box.bottom <= innerHeight";
    assert_eq!(browser.run(mark, Value::Null), true);
    assert_eq!(browser.run("return document.activeElement.getAttribute('aria-posinset')", Value::Null), "9001");
    // A filter that hides it yields.
    let locale = "nl";
    browser.open(path, &format!("#locale={locale}&finding={id}"));
    browser.wait(&format!("document.activeElement.dataset.id === '{id}'"));
    // One that shows it stays.
    browser.open(path, "#check=missing-link");
    browser.run("document.querySelectorAll('.card')[3].querySelector('.link').click()", Value::Null);
    browser.wait("document.activeElement.getAttribute('aria-posinset') === '4' && location.hash.includes('check=missing-link&finding=')");
}

fn scrolls_through(browser: &Browser, path: &Path) {
    browser.open(path, "");
    // To the end of what is drawn, again and again: the window follows and stays small.
    let scroll = "return new Promise(done => {
        let rounds = 0;
        const go = () => {
          scrollTo(0, document.documentElement.scrollHeight);
          if (++rounds < 30) setTimeout(go, 40);
          else done([Number(document.querySelector('.card:last-child').getAttribute('aria-posinset')), document.querySelectorAll('.card').length]);
        };
        go();
      });";
    let reached = browser.run(scroll, Value::Null);
    assert!(reached[0].as_u64().unwrap() > 300, "{reached}");
    assert!(reached[1].as_u64().unwrap() <= 300, "{reached}");
    // And what is drawn is one run of positions, without a gap.
    let run =
        "const all = [...document.querySelectorAll('.card')].map(card => Number(card.getAttribute('aria-posinset')));
        return all.every((position, index) => index === 0 || position === all[index - 1] + 1)";
    assert_eq!(browser.run(run, Value::Null), true);
}

const ESCAPE: &str = "\u{e00c}";
const ENTER: &str = "\u{e007}";

fn obeys_keys(browser: &Browser, path: &Path) {
    browser.open(path, "");
    let position = "return document.activeElement.getAttribute('aria-posinset')";
    browser.press("j");
    assert_eq!(browser.run(position, Value::Null), "1");
    browser.press("jj");
    assert_eq!(browser.run(position, Value::Null), "3");
    browser.press("k");
    assert_eq!(browser.run(position, Value::Null), "2");
    browser.wait("location.hash.includes('finding=')");
    browser.press(ENTER);
    assert_eq!(
        browser.run("return document.activeElement.querySelector('.more').getAttribute('aria-expanded')", Value::Null),
        "true"
    );
    browser.press("/guide");
    assert_eq!(
        browser.run("return [document.activeElement.id, document.activeElement.value]", Value::Null),
        json!(["search", "guide"])
    );
    browser.wait("location.hash.includes('q=guide')");
    // Letters are letters while somebody writes.
    browser.press("jk");
    assert_eq!(browser.run("return document.activeElement.value", Value::Null), "guidejk");
    browser.press(ESCAPE);
    assert_eq!(browser.run("return document.activeElement === document.body", Value::Null), true);
    browser.press("?");
    assert_eq!(browser.run("return document.getElementById('keys').open", Value::Null), true);
    browser.press(ESCAPE);
    assert_eq!(browser.run("return document.getElementById('keys').open", Value::Null), false);
    // Without a mouse: Tab reaches a filter, Space ticks it, and the focus stays on it.
    browser.open(path, "");
    browser.run("document.querySelector('#facets input').focus()", Value::Null);
    browser.press(" ");
    assert_eq!(browser.run("return document.activeElement.checked", Value::Null), true);
}

fn sets_scripts(browser: &Browser, path: &Path) {
    let set = "const text = document.querySelector(`[data-side=${value}] .text`);
        return [text.lang, getComputedStyle(text).direction]";
    for (locale, direction) in [("ar", "rtl"), ("ja", "ltr"), ("nl", "ltr")] {
        browser.open(path, &format!("#locale={locale}"));
        assert_eq!(browser.run(set, "target"), json!([locale, direction]));
        assert_eq!(browser.run(set, "source"), json!(["en", "ltr"]));
    }
    let family = "return getComputedStyle(document.querySelector(`.text[lang=${value}]`)).fontFamily";
    browser.open(path, "#locale=ja");
    assert!(browser.run(family, "ja").as_str().unwrap().contains("Noto Sans CJK JP"));
}

fn has_a_dark_side(browser: &Browser, path: &Path) {
    let paper = "return getComputedStyle(document.documentElement).backgroundColor";
    browser.prefer("light");
    browser.open(path, "");
    let light = browser.run(paper, Value::Null);
    browser.prefer("dark");
    let dark = browser.run(paper, Value::Null);
    assert_ne!(light, dark);
    // The switch is stronger than the system, and is remembered.
    let switch = "document.getElementById('theme').click(); return document.getElementById('theme').textContent";
    assert_eq!(browser.run(switch, Value::Null), "Theme: light");
    assert_eq!(browser.run(paper, Value::Null), light);
    browser.open(path, "");
    assert_eq!(browser.run(paper, Value::Null), light);
    browser.run("localStorage.clear()", Value::Null);
    browser.prefer("light");
}

fn fits_a_narrow_window(browser: &Browser, path: &Path) {
    browser.open(path, "");
    let columns = "const [source, target] = [...document.querySelectorAll('.card .half')].map(half => half.getBoundingClientRect());
        return [source.bottom <= target.top, document.documentElement.scrollWidth <= innerWidth]";
    assert_eq!(browser.run(columns, Value::Null), json!([false, true]));
    browser.resize(390, 844);
    assert_eq!(browser.run(columns, Value::Null), json!([true, true]));
    browser.resize(1400, 1000);
}

fn says_that_nothing_was_found(browser: &Browser, path: &Path) {
    browser.open(path, "#q=word&check=none&finding=none");
    assert_eq!(browser.run("return document.getElementById('empty').innerText", Value::Null), "Nothing was found.");
    browser.press("jk/");
    assert_eq!(browser.run("return document.activeElement.id", Value::Null), "search");
}

fn explains_a_check(browser: &Browser, path: &Path) {
    browser.open(path, "#check=missing-link");
    browser.run("document.querySelector('.card .check').click()", Value::Null);
    let text = browser.run("return document.querySelector('#about[open]').textContent", Value::Null);
    let text = text.as_str().unwrap();
    for part in
        ["missing-link", "A link of the source is missing", "What it lets pass", "Zuerst das Handbuch lesen.", "MQM"]
    {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let marked = browser.run("return document.querySelector('#about mark').textContent", Value::Null);
    assert_eq!(marked, "das Handbuch");
    browser.run("document.querySelector('#about .close').click()", Value::Null);
    assert_eq!(browser.run("return document.getElementById('about').open", Value::Null), false);
}
