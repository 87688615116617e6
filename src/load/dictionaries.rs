//! Opens dictionaries: a plain list of words, or Hunspell's `.dic` with the `.aff` that lies beside it.

use crate::config::{ConfigError, Settings};
use crate::locale::Locale;
use crate::model::{Dictionaries, Docset, NamedDictionary, Refused, Side, Sources};
use crate::text::dictionary::Dictionary;
use std::path::{Path, PathBuf};

#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// Opens those of `dictionaries` that the translations of `docset` need; what is open stays so. What cannot be read is
/// told by [`misread`].
pub fn open(dictionaries: &Dictionaries, docset: &Docset<'_>) {
    let linted = docset.documents.iter().filter(|document| document.is_linted());
    let locales: Vec<&Locale> = linted.map(|document| &document.locales[Side::Target as usize]).collect();
    let needed: Vec<_> = locales.into_iter().filter_map(|locale| dictionaries.named(locale)).collect();
    let open = |named: &NamedDictionary| named.open(|named| dictionary(&named.files, Sources::read_bytes));
    #[cfg(feature = "parallel")]
    needed.into_par_iter().for_each(open);
    #[cfg(not(feature = "parallel"))]
    needed.into_iter().for_each(open);
}

/// Refuses `settings` that name a dictionary which is not there, or cannot be read without the feature `spelling`.
///
/// # Errors
/// Names the file, and the line and key that name it.
pub fn refuse_missing(settings: &Settings) -> Result<(), ConfigError> {
    for named in settings.dictionaries.iter() {
        for path in &named.files {
            if is_hunspell(path) && !Dictionary::READS_HUNSPELL {
                let reason = "a Hunspell dictionary, and this bilint was built without the feature `spelling`";
                return Err(error(settings, named, &format!("{}: {reason}", path.display())));
            }
            if let Some(missing) = parts(path).iter().find(|path| !path.is_file()) {
                return Err(error(settings, named, &format!("{}: no such file", missing.display())));
            }
        }
    }
    Ok(())
}

/// What could not be read of the dictionaries that were to be opened.
pub fn misread(settings: &Settings) -> Vec<ConfigError> {
    settings.dictionaries.unopened().map(|(named, reason)| error(settings, named, reason)).collect()
}

fn error(settings: &Settings, named: &NamedDictionary, reason: &str) -> ConfigError {
    let message = format!("[dictionaries] `{}`: {reason}", named.tag);
    ConfigError { path: settings.path.clone(), line: Some(named.line), message }
}

/// Whether the file at `path` is Hunspell's, by its name.
fn is_hunspell(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("dic"))
}

/// The files that `path` stands for: a Hunspell dictionary is two.
fn parts(path: &Path) -> Vec<PathBuf> {
    let rules = is_hunspell(path).then(|| path.with_extension("aff"));
    std::iter::once(path.to_owned()).chain(rules).collect()
}

/// The dictionary in `files`, of which `read` knows the bytes.
///
/// # Errors
/// When a file cannot be read or is not understood; in words, with file and line.
pub(crate) fn dictionary(
    files: &[PathBuf],
    read: impl Fn(&Path) -> Result<Vec<u8>, Refused>,
) -> Result<Dictionary, String> {
    let mut dictionary = Dictionary::default();
    for path in files {
        let bytes = read(path).map_err(|refused| refused.to_string())?;
        if !is_hunspell(path) {
            let list = String::from_utf8(bytes).map_err(|_| format!("{}: the file is not UTF-8", path.display()))?;
            dictionary.add_list(list.trim_start_matches('\u{feff}'));
            continue;
        }
        let rules = path.with_extension("aff");
        let known = read(&rules).map_err(|refused| refused.to_string())?;
        dictionary.add_hunspell(&known, &bytes).map_err(|error| {
            let file = if error.in_rules { &rules } else { path }.display();
            error.line.map_or_else(|| format!("{file}: {error}"), |line| format!("{file}:{line}: {error}"))
        })?;
    }
    Ok(dictionary)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::registry::Registry;

    fn settings(said: &str) -> Result<Settings, ConfigError> {
        let config = Config::parse(said, "tests/spelling/bilint.toml")?;
        Settings::new(&config, &Registry::builtin(), Vec::new(), "tests/spelling/bilint.toml", said)
    }

    fn opened(said: &str) -> Settings {
        let settings = settings(said).unwrap();
        let mut sources = Sources::new();
        sources.add("nl.tsv", "source\ttarget\nThe files.\tDe bestanden.\n");
        open(&settings.dictionaries, &Docset::parse(&sources, &settings));
        settings
    }

    #[test]
    fn only_what_is_needed_is_opened() {
        let settings = opened("[dictionaries]\nnl = \"words.txt\"\nsv = \"no-such-list.txt\"\n");
        assert!(misread(&settings).is_empty());
        let dutch = settings.dictionaries.get(&Locale::parse("nl-NL").unwrap()).unwrap();
        assert!(dutch.knows("webhook") && !dutch.knows("bestand"));
        let told = refuse_missing(&settings).unwrap_err().to_string();
        let expected =
            "tests/spelling/bilint.toml:3: [dictionaries] `sv`: tests/spelling/no-such-list.txt: no such file";
        assert_eq!(told, expected);
    }

    #[test]
    fn what_is_wrong_is_told_with_line_and_key() {
        let error = settings("\n[dictionaries]\ndutsch = \"words.txt\"\n").unwrap_err().to_string();
        assert_eq!(error, "tests/spelling/bilint.toml:3: [dictionaries]: `dutsch` is no locale");
        let error = settings("[dictionaries]\nnl = []\n").unwrap_err().to_string();
        assert_eq!(error, "tests/spelling/bilint.toml:2: [dictionaries] `nl`: no file is named");
    }

    #[cfg(feature = "spelling")]
    #[test]
    fn a_hunspell_dictionary_is_two_files() {
        let settings = opened("[dictionaries]\nnl = [\"nl.dic\", \"words.txt\"]\n");
        refuse_missing(&settings).unwrap();
        let dutch = settings.dictionaries.get(&Locale::parse("nl").unwrap()).unwrap();
        assert!(dutch.knows("bestanden") && dutch.knows("webhook") && !dutch.knows("bestandn"));
        let settings = opened("[dictionaries]\nnl = \"broken.dic\"\n");
        let told = misread(&settings)[0].to_string();
        assert!(
            told.starts_with("tests/spelling/bilint.toml:2: [dictionaries] `nl`: tests/spelling/broken.aff:3: "),
            "{told}"
        );
        let error = refuse_missing(&super::tests::settings("[dictionaries]\nnl = \"alone.dic\"\n").unwrap());
        assert!(error.unwrap_err().to_string().ends_with("tests/spelling/alone.aff: no such file"));
    }

    #[cfg(not(feature = "spelling"))]
    #[test]
    fn without_its_feature_a_hunspell_dictionary_is_refused() {
        let told = refuse_missing(&settings("[dictionaries]\nnl = \"nl.dic\"\n").unwrap()).unwrap_err().to_string();
        assert!(
            told.ends_with("nl.dic: a Hunspell dictionary, and this bilint was built without the feature `spelling`")
        );
    }
}
