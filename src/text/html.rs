//! Tree questions about inline HTML, answered by `scraper` (feature `html`).
//!
//! A tree builder forgets where text came from and repairs what is broken, so places come from
//! [`markup`](super::markup); this only tells what a browser would make of a fragment. It costs microseconds: ask it
//! last.

use scraper::{ElementRef, Html};

/// The elements of `fragment` in document order, each as the path of names that leads to it, such as `p>b`; `!` behind
/// an element without text or child. What is nested wrongly shows as a browser would repair it. Elements that show
/// nothing of themselves are left out: anchors without a destination, and the raised letters of English ordinals
/// (`4<sup>th</sup>`), which hardly any other language has.
///
/// ```
/// # use bilint::text::html::outline;
/// assert_eq!(outline("<p>a <b>b</b><i></i></p>"), ["p", "p>b", "p>i!"]);
/// assert_eq!(outline("<b>a <i>b</b> c</i>"), ["b", "b>i", "i"]);
/// assert_eq!(outline("<a name=\"x\"></a><b>b</b>"), ["b"]);
/// ```
pub fn outline(fragment: &str) -> Vec<String> {
    let html = Html::parse_fragment(fragment);
    let mut found = Vec::new();
    for child in html.root_element().child_elements() {
        descend(child, "", &mut found);
    }
    found
}

fn descend(element: ElementRef<'_>, path: &str, found: &mut Vec<String>) {
    let name = element.value().name();
    if name == "sup" || name == "a" && element.attr("href").is_none() {
        for child in element.child_elements() {
            descend(child, path, found);
        }
        return;
    }
    let path = if path.is_empty() { name.to_owned() } else { format!("{path}>{name}") };
    let blank = element.text().all(|text| text.trim().is_empty()) && element.child_elements().next().is_none();
    found.push(if blank { format!("{path}!") } else { path.clone() });
    for child in element.child_elements() {
        descend(child, &path, found);
    }
}
