//! What other crates can name: every public item of the crate, as text, beside a list of them that is reviewed.
//! `BILINT_UPDATE=1` writes the list anew; what goes from it, or changes there, breaks somebody's build.

use quote::ToTokens;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use syn::{Attribute, Fields, ImplItem, Item, Signature, TraitItem, Visibility};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The lines of the list, by module.
#[derive(Default)]
struct Door(BTreeSet<String>);

impl Door {
    /// Adds the public items of `items`, which stand in the module `module` of the file `file`. A public item in a
    /// private module is named by a `pub use`: the compiler warns of any other (`unreachable_pub`).
    fn module(&mut self, module: &str, file: &Path, items: &[Item]) {
        for item in items {
            match item {
                Item::Mod(inner) if !is_test(&inner.attrs) => {
                    let name = format!("{module}::{}", inner.ident);
                    if let Some((_, items)) = &inner.content {
                        self.module(&name, file, items);
                    } else {
                        let (file, items) = read(file, &inner.ident.to_string());
                        self.module(&name, &file, &items);
                    }
                }
                _ => self.item(module, item),
            }
        }
    }

    fn item(&mut self, module: &str, item: &Item) {
        match item {
            Item::Fn(it) if is_public(&it.vis) => self.function(module, &it.sig),
            Item::Const(it) if is_public(&it.vis) => self.add(module, "const", &[&it.ident, &Colon, &it.ty]),
            Item::Static(it) if is_public(&it.vis) => self.add(module, "static", &[&it.ident, &Colon, &it.ty]),
            Item::Type(it) if is_public(&it.vis) => self.add(module, "type", &[&it.ident, &it.generics]),
            Item::Use(it) if is_public(&it.vis) => self.add(module, "use", &[&it.tree]),
            Item::Macro(it) if it.mac.path.is_ident("declare_check") => self.checks(module, &it.mac.tokens.to_string()),
            Item::Macro(it) if has(&it.attrs, "macro_export") => self.add("bilint", "macro", &[&it.ident]),
            Item::Struct(it) if is_public(&it.vis) => {
                let path = self.declared(module, "struct", &it.attrs, &[&it.ident, &it.generics]);
                self.fields(&path, &it.fields, true);
            }
            Item::Enum(it) if is_public(&it.vis) => {
                let path = self.declared(module, "enum", &it.attrs, &[&it.ident, &it.generics]);
                for variant in &it.variants {
                    self.add(&path, "variant", &[&variant.ident]);
                    self.fields(&format!("{path}::{}", variant.ident), &variant.fields, false);
                }
            }
            Item::Trait(it) if is_public(&it.vis) => {
                let path = self.declared(module, "trait", &it.attrs, &[&it.ident, &it.generics]);
                for item in &it.items {
                    match item {
                        TraitItem::Fn(it) if it.default.is_some() => self.add(&path, "provided", &[&it.sig]),
                        TraitItem::Fn(it) => self.add(&path, "required", &[&it.sig]),
                        other => self.add(&path, "required", &[other]),
                    }
                }
            }
            Item::Impl(it) if it.trait_.is_none() && !is_test(&it.attrs) => {
                let path = format!("{module}::{}", tidy(&it.self_ty.to_token_stream().to_string()));
                for item in &it.items {
                    match item {
                        ImplItem::Fn(it) if is_public(&it.vis) => self.function(&path, &it.sig),
                        ImplItem::Const(it) if is_public(&it.vis) => {
                            self.add(&path, "const", &[&it.ident, &Colon, &it.ty]);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    /// The checks that one call of `declare_check!` declares.
    fn checks(&mut self, module: &str, tokens: &str) {
        for check in tokens.split("pub static ").skip(1) {
            let name = check.split_whitespace().next().unwrap_or_default();
            self.0.insert(format!("{module}: static {name}: CheckDef"));
        }
    }

    fn fields(&mut self, path: &str, fields: &Fields, said: bool) {
        for (number, field) in fields.iter().enumerate() {
            if said && !is_public(&field.vis) {
                continue;
            }
            let name = field.ident.as_ref().map_or_else(|| number.to_string(), ToString::to_string);
            self.0.insert(format!("{path}: field {name}: {}", tidy(&field.ty.to_token_stream().to_string())));
        }
    }

    fn function(&mut self, path: &str, signature: &Signature) {
        self.add(path, "", &[signature]);
    }

    /// Adds a type and what it promises by its attributes. Returns its path.
    fn declared(&mut self, module: &str, kind: &str, attributes: &[Attribute], parts: &[&dyn ToTokens]) -> String {
        let promises =
            attributes.iter().filter(|it| it.path().is_ident("derive") || it.path().is_ident("non_exhaustive"));
        let mut promises: Vec<String> = promises.map(|it| tidy(&it.meta.to_token_stream().to_string())).collect();
        promises.sort();
        let name = parts[0].to_token_stream().to_string();
        let (said, promises) = (tidy(&joined(parts)), promises.join(" "));
        self.0.insert(format!("{module}: {kind} {said} {promises}").trim_end().to_owned());
        format!("{module}::{name}")
    }

    fn add(&mut self, path: &str, kind: &str, parts: &[&dyn ToTokens]) {
        let line = format!("{path}: {kind} {}", tidy(&joined(parts)));
        self.0.insert(line.replace(":  ", ": "));
    }
}

/// The mark between a name and its type.
struct Colon;

impl ToTokens for Colon {
    fn to_tokens(&self, tokens: &mut proc_macro2::TokenStream) {
        <syn::Token![:]>::default().to_tokens(tokens);
    }
}

fn joined(parts: &[&dyn ToTokens]) -> String {
    parts.iter().map(|part| part.to_token_stream().to_string()).collect::<Vec<_>>().join(" ")
}

/// Tokens as a person writes them.
fn tidy(tokens: &str) -> String {
    let mut text = tokens.split_whitespace().collect::<Vec<_>>().join(" ");
    for (from, to) in [
        (" ,", ","),
        (" :: ", "::"),
        (" :", ":"),
        ("& ", "&"),
        ("( ", "("),
        (" )", ")"),
        (" (", "("),
        (" < ", "<"),
        (" >", ">"),
        ("< ", "<"),
        ("[ ", "["),
        (" ]", "]"),
        (" ;", ";"),
        ("' ", "'"),
        ("::<", "<"),
        (",)", ")"),
    ] {
        text = text.replace(from, to);
    }
    text.replace("->", " ->").replace("  ->", " ->").replace("- >", "->").replace("->(", "-> (")
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn has(attributes: &[Attribute], name: &str) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident(name))
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|it| it.path().is_ident("cfg") && it.to_token_stream().to_string().contains("test"))
}

/// The module `name` that `file` declares: its file and its items.
fn read(file: &Path, name: &str) -> (PathBuf, Vec<Item>) {
    let is_root = matches!(file.file_name().and_then(|name| name.to_str()), Some("mod.rs" | "lib.rs"));
    let folder = if is_root { file.parent().unwrap().to_owned() } else { file.with_extension("") };
    let candidates = [folder.join(format!("{name}.rs")), folder.join(name).join("mod.rs")];
    let path =
        candidates.into_iter().find(|path| path.exists()).unwrap_or_else(|| panic!("{name} of {}", file.display()));
    let items = items(&path);
    (path, items)
}

fn items(path: &Path) -> Vec<Item> {
    syn::parse_file(&fs::read_to_string(path).unwrap()).unwrap().items
}

#[test]
fn nothing_public_comes_or_goes_unseen() {
    let (lib, list) = (root().join("src/lib.rs"), root().join("tests/door.txt"));
    let mut door = Door::default();
    door.module("bilint", &lib, &items(&lib));
    let now: String = door.0.into_iter().map(|line| line + "\n").collect();
    if std::env::var_os("BILINT_UPDATE").is_some() {
        return fs::write(&list, now).unwrap();
    }
    let listed = fs::read_to_string(&list).unwrap_or_default();
    let only = |one: &str, other: &str| {
        let other: BTreeSet<&str> = other.lines().collect();
        one.lines().filter(|line| !other.contains(line)).collect::<Vec<_>>().join("\n")
    };
    let (gone, new) = (only(&listed, &now), only(&now, &listed));
    assert!(
        gone.is_empty() && new.is_empty(),
        "the public items are not those of tests/door.txt; BILINT_UPDATE=1 writes it anew\ngone:\n{gone}\nnew:\n{new}"
    );
}

#[test]
fn the_lister_sees_what_others_can_name() {
    let file = "pub struct A { pub b: Vec<u8>, c: u8 } impl A { pub fn d(&self) -> Option<&str> { None } fn e() {} } \
                #[cfg(test)] mod tests { pub fn f() {} } pub(crate) fn g() {} mod h { pub enum I { J(u8) } } \
                #[derive(Clone)] #[non_exhaustive] pub struct K<'a>(pub &'a str);";
    let mut door = Door::default();
    door.module("x", Path::new("lib.rs"), &syn::parse_file(file).unwrap().items);
    let expected = [
        "x::A: field b: Vec<u8>",
        "x::A: fn d(&self) -> Option<&str>",
        "x::K: field 0: &'a str",
        "x::h::I: variant J",
        "x::h::I::J: field 0: u8",
        "x::h: enum I",
        "x: struct A",
        "x: struct K<'a> derive(Clone) non_exhaustive",
    ];
    assert_eq!(door.0.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected.into_iter().collect());
}
