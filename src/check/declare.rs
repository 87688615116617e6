//! The macro that declares a check, and the type-level tags that it needs.

/// Declares a check: nameplate, docs and examples in one place.
///
/// The docs are Markdown: one sentence, a paragraph that says why, examples in fences called `fails` and `passes`.
/// An example is a pair of lines, source before target, each with its language; carets under a line mark exactly what
/// is reported there. Examples are run by [`examples::verify`](crate::examples::verify).
///
/// ```
/// use bilint::{check::SegmentCheck, declare_check, examples, finding::Sink, model::SegmentView, span::Span};
///
/// declare_check! {
///     /// The translation says "lorem".
///     ///
///     /// Dummy text was meant to be replaced.
///     ///
///     /// ```fails
///     /// en | Open the file.
///     /// de | Öffnen Sie lorem.
///     ///                 ^^^^^
///     /// ```
///     ///
///     /// ```passes
///     /// en | Open the file.
///     /// de | Öffnen Sie die Datei.
///     /// ```
///     pub static FORBIDDEN_LOREM: Segment<ForbiddenLorem> = {
///         id: "acme/forbidden-lorem",
///         category: Completeness,
///         severity: Error,
///         confidence: High,
///         mqm: "accuracy/untranslated",
///         its: "untranslated",
///         since: "1.0.0",
///     }
/// }
///
/// /// Options of `acme/forbidden-lorem`.
/// #[derive(Default, serde::Deserialize)]
/// #[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
/// pub struct ForbiddenLorem {}
///
/// impl SegmentCheck for ForbiddenLorem {
///     fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
///         let target = segment.target();
///         for (at, found) in target.text().match_indices("lorem") {
///             out.report(target.at(Span::new(at, at + found.len())), "dummy text was left");
///         }
///     }
/// }
///
/// examples::verify(&FORBIDDEN_LOREM);
/// ```
#[macro_export]
macro_rules! declare_check {
    (
        $(#[doc = $doc:expr])+
        $visible:vis static $NAME:ident: $Scope:ident<$Check:ty> = {
            id: $id:literal,
            category: $category:ident,
            severity: $severity:ident,
            confidence: $confidence:ident,
            $(audience: $audience:ident,)?
            $(fix: $fix:ident,)?
            $(needs: [$($need:ident),+ $(,)?],)?
            $(one_sided: $one_sided:literal,)?
            $(evidence: $evidence:literal,)?
            $(languages: [$($language:literal),+ $(,)?],)?
            mqm: $mqm:literal,
            its: $its:literal,
            $(yields_to: [$($stronger:literal),+ $(,)?],)?
            $(aliases: [$($alias:literal),+ $(,)?],)?
            since: $since:literal $(,)?
        }
    ) => {
        $(#[doc = $doc])+
        #[doc(alias = $id)]
        $visible static $NAME: $crate::check::CheckDef = $crate::check::scope::plate($crate::check::scope::Plate {
            id: $id,
            docs: concat!($($doc, "\n"),+),
            category: $crate::check::Category::$category,
            severity: $crate::finding::Severity::$severity,
            confidence: $crate::finding::Confidence::$confidence,
            audience: $crate::check::scope::first(&[$($crate::check::Audience::$audience,)? $crate::check::Audience::Regular]),
            fix: $crate::check::scope::first(&[$(Some($crate::finding::Trust::$fix),)? None]),
            needs: $crate::text::traits::Traits::NONE$($(.or($crate::text::traits::Traits::$need))+)?,
            one_sided: $crate::check::scope::first(&[$($one_sided,)? false]),
            evidence: $crate::check::scope::first(&[$($evidence,)? false]),
            languages: &[$($($language),+)?],
            mqm: $mqm,
            its: $its,
            yields_to: &[$($($stronger),+)?],
            aliases: &[$($($alias),+)?],
            since: $since,
            file: file!(),
            line: line!(),
            build: $crate::check::scope::build::<$crate::check::scope::$Scope, $Check>,
        });
    };
}

/// What [`declare_check!`](crate::declare_check) expands to. Not for direct use.
#[doc(hidden)]
#[allow(missing_docs, clippy::missing_errors_doc, clippy::missing_panics_doc, clippy::needless_pass_by_value)]
pub mod scope {
    use crate::check::{
        Audience, Category, CheckDef, Checker, DocsetCheck, DocumentCheck, Options, OptionsError, SegmentCheck, Setup,
    };
    use crate::finding::{Confidence, Severity, Trust};
    use crate::text::traits::Traits;
    use serde::de::DeserializeOwned;

    pub struct Segment;
    pub struct Document;
    pub struct Docset;

    /// How a check of one scope becomes a [`Checker`].
    pub trait Boxes<C> {
        fn boxed(check: C, setup: &Setup<'_>) -> Result<Checker, OptionsError>;
    }

    macro_rules! boxes {
        ($($Scope:ident $Check:ident),+) => {$(
            impl<C: $Check + 'static> Boxes<C> for $Scope {
                fn boxed(mut check: C, setup: &Setup<'_>) -> Result<Checker, OptionsError> {
                    check.prepare(setup)?;
                    Ok(Checker::$Scope(Box::new(check)))
                }
            }
        )+};
    }

    boxes!(Segment SegmentCheck, Document DocumentCheck, Docset DocsetCheck);

    pub fn build<S: Boxes<C>, C: DeserializeOwned>(
        options: &Options,
        setup: &Setup<'_>,
    ) -> Result<Checker, OptionsError> {
        S::boxed(options.read::<C>()?, setup)
    }

    /// The fields of a [`CheckDef`], open to the macro only.
    pub struct Plate {
        pub id: &'static str,
        pub docs: &'static str,
        pub category: Category,
        pub severity: Severity,
        pub confidence: Confidence,
        pub audience: Audience,
        pub fix: Option<Trust>,
        pub needs: Traits,
        pub one_sided: bool,
        pub evidence: bool,
        pub languages: &'static [&'static str],
        pub mqm: &'static str,
        pub its: &'static str,
        pub yields_to: &'static [&'static str],
        pub aliases: &'static [&'static str],
        pub since: &'static str,
        pub file: &'static str,
        pub line: u32,
        pub build: fn(&Options, &Setup<'_>) -> Result<Checker, OptionsError>,
    }

    pub const fn plate(plate: Plate) -> CheckDef {
        let Plate { id, docs, category, severity, confidence, audience, fix, needs, one_sided, evidence, .. } = plate;
        let Plate { languages, mqm, its, yields_to, aliases, since, file, line, build, .. } = plate;
        CheckDef {
            id,
            docs,
            category,
            severity,
            confidence,
            audience,
            fix,
            needs,
            one_sided,
            evidence,
            languages,
            mqm,
            its,
            yields_to,
            aliases,
            since,
            file,
            line,
            build,
        }
    }

    pub const fn first<T: Copy>(values: &[T]) -> T {
        values[0]
    }
}
