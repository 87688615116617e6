//! What is learned from translations: right, the same whatever the order, and safe to read from a file.

use bilint::evidence::{Draft, Evidence, Learner, PassageKind, WordId};
use bilint::locale::Locale;
use proptest::prelude::*;

/// Segments of a small shop, by subject, verb and object: English, Swedish.
fn segments() -> Vec<(String, String)> {
    let subjects = [("The customer", "Kunden"), ("The supplier", "Leverantören"), ("Contoso Depot", "Contoso Depot")];
    let verbs = [("sees", "ser"), ("opens", "öppnar"), ("closes", "stänger"), ("deletes", "tar bort")];
    let objects = [("the order", "ordern"), ("the invoice", "fakturan"), ("**Orders** in Azure", "**Order** i Azure")];
    let mut found = Vec::new();
    for subject in subjects {
        for verb in verbs {
            for object in objects {
                for ending in ["now", "today", "every day"].into_iter().zip(["nu", "i dag", "varje dag"]) {
                    let text = |parts: [&str; 4]| parts.join(" ") + ".";
                    let source = text([subject.0, verb.0, object.0, ending.0]);
                    found.push((source, text([subject.1, verb.1, object.1, ending.1])));
                }
            }
        }
    }
    found
}

/// What documents of five segments each teach; each begins with a title.
fn learn(segments: &[(String, String)]) -> Evidence {
    let mut learner = Learner::new(Locale::english(), Locale::parse("sv").unwrap());
    for document in segments.chunks(5) {
        let mut draft = Draft::default();
        draft.add_title(TITLE.0, TITLE.1);
        for (source, target) in document {
            draft.add(source, target);
        }
        learner.add(draft);
    }
    learner.learn()
}

const TITLE: (&str, &str) = ("The shop's **end**", "Affärens slut");

fn source(evidence: &Evidence, word: &str) -> WordId {
    evidence.source().get(word).unwrap_or_else(|| panic!("no {word}"))
}

fn target(evidence: &Evidence, word: &str) -> WordId {
    evidence.target().get(word).unwrap_or_else(|| panic!("no {word}"))
}

#[test]
fn words_go_with_what_they_are_called() {
    let evidence = learn(&segments());
    assert_eq!((evidence.segments(), evidence.documents()), (109, 22));
    for (english, swedish) in [("customer", "kunden"), ("sees", "ser"), ("invoice", "fakturan"), ("today", "dag")] {
        let (one, other) = (source(&evidence, english), target(&evidence, swedish));
        let best = evidence.translations(one).max_by(|a, b| a.1.total_cmp(&b.1)).unwrap().0;
        assert_eq!(evidence.target().text(best), swedish, "{english}");
        assert!(evidence.translates(one, other) > 0.5, "{english} {}", evidence.translates(one, other));
    }
    let (customer, invoice) = (source(&evidence, "customer"), target(&evidence, "fakturan"));
    assert!(evidence.explains(customer, invoice) < 0.1);
}

#[test]
fn names_are_kept_and_words_are_not() {
    let evidence = learn(&segments());
    let [azure, depot, order] = ["azure", "depot", "order"].map(|word| source(&evidence, word));
    assert_eq!((evidence.kept(azure).segments, evidence.kept(azure).kept), (36, 36));
    assert!(evidence.kept(order).share() < 0.01 && evidence.kept(depot).share() > 0.99);
    let contoso = source(&evidence, "contoso");
    assert_eq!((evidence.kept_term(&[contoso, depot]).segments, evidence.kept_term(&[contoso, depot]).kept), (36, 36));
    assert_eq!(evidence.kept_capital(depot).segments, 36);
    assert_eq!(evidence.kept_capital(azure).kept, 36);
    let [tar, bort] = ["tar", "bort"].map(|word| target(&evidence, word));
    assert_eq!((evidence.adjacent(tar, bort), evidence.adjacent(bort, tar)), (27, 0));
    let label = evidence.passage(PassageKind::Label, "Orders").unwrap();
    assert_eq!(label.targets, [("Order".to_owned(), 36)]);
    assert_eq!(evidence.renderings(&[contoso, depot]), [("Contoso Depot".to_owned(), 36)]);
    assert_eq!(evidence.renderings(&[source(&evidence, "deletes")]), [("tar bort".to_owned(), 27)]);
    assert!(evidence.terms().any(|term| term == [contoso, depot]));
    assert!(evidence.lengths().of(40).seen > 50);
}

#[test]
fn titles_are_known_by_themselves() {
    let all = segments();
    let evidence = learn(&all);
    let title = evidence.passage(PassageKind::Title, "The shop's end").unwrap();
    assert_eq!(title.targets, [("Affärens slut".to_owned(), 22)]);
    assert_eq!(evidence.passages(PassageKind::Title).len(), 1, "other segments are no titles");
    assert_eq!(evidence.repeated("The shop's end"), Some(title));
    let key = bilint::text::loose::key("the SHOP's end");
    assert_eq!(evidence.passages_like(PassageKind::Title, key).collect::<Vec<_>>(), [title]);
    // A title is one however rare it is, and the same words elsewhere are not.
    let mut draft = Draft::default();
    draft.add_title("First steps", "Första stegen");
    draft.add("First steps", "De första stegen");
    let mut learner = Learner::new(Locale::english(), Locale::parse("sv").unwrap());
    learner.add(draft);
    let evidence = learner.learn();
    let title = evidence.passage(PassageKind::Title, "First steps").unwrap();
    assert_eq!((title.targets.len(), evidence.repeated("First steps").unwrap().targets.len()), (1, 2));
}

#[test]
fn values_of_numbers_do_not_tell_texts_apart() {
    let mut learner = Learner::new(Locale::english(), Locale::parse("sv").unwrap());
    for number in 1..3 {
        let texts = [format!("Open page {number}"), format!("Öppna sidan {number}")];
        let mut draft = Draft::default();
        draft.add(&texts[0], &texts[1]);
        draft.add("Once", "En gång");
        learner.merge(&single(draft)).unwrap();
    }
    let evidence = learner.learn();
    assert_eq!(evidence.repeated_like(bilint::text::loose::key("open page 77")).count(), 2);
    assert!(evidence.repeated("Open page 1").is_some() && evidence.repeated("Open page 3").is_none());
}

fn single(draft: Draft<'_>) -> Evidence {
    let mut learner = Learner::new(Locale::english(), Locale::parse("sv").unwrap());
    learner.add(draft);
    learner.learn()
}

#[test]
fn a_file_holds_everything() {
    let evidence = learn(&segments());
    let bytes = evidence.to_bytes();
    assert!(bytes.starts_with(b"bilint evidence 3, checksum "));
    assert!(bytes[HEAD..].starts_with(b"en to sv, 109 segments of 22 documents\n"));
    let read = Evidence::from_bytes(&bytes).unwrap();
    assert_eq!(read.to_bytes(), bytes);
    let both = [&evidence, &read].map(|it| it.translations(source(it, "customer")).collect::<Vec<_>>());
    assert_eq!(both[0], both[1]);
    assert!(Evidence::from_bytes(b"source,target\n").unwrap_err().to_string().contains("no evidence"));
    let other = [b"bilint evidence 9".as_slice(), &bytes[17..]].concat();
    assert!(Evidence::from_bytes(&other).unwrap_err().to_string().contains("another version"));
}

/// Bytes before those that the checksum is over.
const HEAD: usize = "bilint evidence 3, checksum 0123456789abcdef: ".len();

#[test]
fn what_was_changed_is_refused() {
    let bytes = learn(&segments()[..40]).to_bytes();
    for at in (0..bytes.len()).step_by(7) {
        let mut bytes = bytes.clone();
        bytes[at] ^= 1 << (at % 8);
        assert!(Evidence::from_bytes(&bytes).is_err(), "{at}");
    }
    let text = [&bytes[..HEAD], b"en to it", &bytes[HEAD + 8..]].concat();
    assert!(Evidence::from_bytes(&text).unwrap_err().to_string().contains("damaged"));
    assert!(Evidence::from_bytes(&bytes[..HEAD - 9]).unwrap_err().to_string().contains("damaged"));
}

/// Writes the checksum anew, as somebody would who wants to deceive.
fn seal(bytes: &mut [u8]) {
    use sha1::Digest as _;
    let sum = sha1::Sha1::digest(&bytes[HEAD..]).iter().take(8).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    bytes[HEAD - 18..HEAD - 2].copy_from_slice(format!("{sum:016x}").as_bytes());
}

#[test]
fn parts_put_together_are_the_whole() {
    let all = segments();
    let whole = learn(&all).to_bytes();
    let parts = [&all[..55], &all[50..]].map(|part| Evidence::from_bytes(&learn(part).to_bytes()).unwrap());
    for order in [[0, 1], [1, 0]] {
        let mut learner = Learner::new(Locale::english(), Locale::parse("sv").unwrap());
        for part in order {
            learner.merge(&parts[part]).unwrap();
        }
        assert!(learner.learn().to_bytes() == whole);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn damaged_files_are_refused_or_read(at in 0_usize..4000, byte in any::<u8>(), length in 0_usize..4000) {
        let mut bytes = learn(&segments()[..40]).to_bytes();
        let (at, length) = (at % bytes.len(), length % bytes.len());
        prop_assert!(Evidence::from_bytes(&bytes[..length]).is_err());
        bytes[at] = byte;
        if at >= HEAD {
            seal(&mut bytes);
        }
        if let Ok(evidence) = Evidence::from_bytes(&bytes) {
            // Whatever it says, nothing that is asked of it panics.
            for word in evidence.source().words() {
                let (_, _, _) = (evidence.kept_term(&[word]), evidence.renderings(&[word]), evidence.kept(word).interval());
                evidence.translations(word).for_each(|(it, _)| { evidence.target().text(it); });
            }
            let mut learner = Learner::new(Locale::english(), Locale::parse("sv").unwrap());
            if learner.merge(&evidence).is_ok() {
                learner.learn();
            }
        }
    }
}
