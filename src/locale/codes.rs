//! Codes of languages: those of two letters, which tags use, and those of three, which they do not where there is one of
//! two (BCP 47, section 2.2.1).

use super::LANGUAGES;

/// Each code of two letters (ISO 639-1) and those of three for the same language (ISO 639-2, of terminology and of
/// libraries).
const CODES: &str = "aa aar, ab abk, ae ave, af afr, ak aka, am amh, an arg, ar ara, as asm, av ava, ay aym, az aze, ba bak, \
    be bel, bg bul, bh bih, bi bis, bm bam, bn ben, bo bod tib, br bre, bs bos, ca cat, ce che, ch cha, co cos, \
    cr cre, cs ces cze, cu chu, cv chv, cy cym wel, da dan, de deu ger, dv div, dz dzo, ee ewe, el ell gre, \
    en eng, eo epo, es spa, et est, eu eus baq, fa fas per, ff ful, fi fin, fj fij, fo fao, fr fra fre, fy fry, \
    ga gle, gd gla, gl glg, gn grn, gu guj, gv glv, ha hau, he heb, hi hin, ho hmo, hr hrv, ht hat, hu hun, \
    hy hye arm, hz her, ia ina, id ind, ie ile, ig ibo, ii iii, ik ipk, io ido, is isl ice, it ita, iu iku, \
    ja jpn, jv jav, ka kat geo, kg kon, ki kik, kj kua, kk kaz, kl kal, km khm, kn kan, ko kor, kr kau, ks kas, \
    ku kur, kv kom, kw cor, ky kir, la lat, lb ltz, lg lug, li lim, ln lin, lo lao, lt lit, lu lub, lv lav, \
    mg mlg, mh mah, mi mri mao, mk mkd mac, ml mal, mn mon, mr mar, ms msa may, mt mlt, my mya bur, na nau, \
    nb nob, nd nde, ne nep, ng ndo, nl nld dut, nn nno, no nor, nr nbl, nv nav, ny nya, oc oci, oj oji, om orm, \
    or ori, os oss, pa pan, pi pli, pl pol, ps pus, pt por, qu que, rm roh, rn run, ro ron rum, ru rus, rw kin, \
    sa san, sc srd, sd snd, se sme, sg sag, si sin, sk slk slo, sl slv, sm smo, sn sna, so som, sq sqi alb, \
    sr srp, ss ssw, st sot, su sun, sv swe, sw swa, ta tam, te tel, tg tgk, th tha, ti tir, tk tuk, tl tgl, \
    tn tsn, to ton, tr tur, ts tso, tt tat, tw twi, ty tah, ug uig, uk ukr, ur urd, uz uzb, ve ven, vi vie, \
    vo vol, wa wln, wo wol, xh xho, yi yid, yo yor, za zha, zh zho chi, zu zul";

/// Codes that were withdrawn and are still met.
const WITHDRAWN: &[&str] = &["in", "iw", "ji", "mo", "sh"];

/// Regions whose code is written for the language that is likely there, and is that of none (likely subtags of CLDR).
const REGIONS: &[(&str, &str)] = &[
    ("cn", "zh"),
    ("cz", "cs"),
    ("dk", "da"),
    ("gr", "el"),
    ("il", "he"),
    ("ir", "fa"),
    ("jp", "ja"),
    ("rs", "sr"),
    ("ua", "uk"),
    ("vn", "vi"),
];

/// Whether `code`, in small letters, is one that a tag may begin with.
pub(super) fn is_language(code: &str) -> bool {
    match code.len() {
        2 => rows().any(|mut row| row.next() == Some(code)) || WITHDRAWN.contains(&code),
        _ => of_long(code).is_none(),
    }
}

/// The code that was probably meant by `name`: a code of three letters, the code of a region, the English name of a
/// language.
pub(super) fn near(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase();
    let of_region = || REGIONS.iter().find(|(region, _)| *region == name).map(|(_, language)| *language);
    let of_name = || LANGUAGES.iter().find(|it| it.name.eq_ignore_ascii_case(&name)).map(|it| it.code);
    of_long(&name).or_else(of_region).or_else(of_name)
}

/// The code of two letters for the language with the code `long`, of three.
fn of_long(long: &str) -> Option<&'static str> {
    let mut row = rows().find(|row| row.clone().skip(1).any(|code| code == long))?;
    row.next()
}

fn rows() -> impl Iterator<Item = std::str::Split<'static, char>> {
    CODES.split(", ").map(|row| row.split(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_code() {
        assert!(LANGUAGES.iter().all(|language| is_language(language.code)));
        assert!(is_language("fil") && is_language("iw") && !is_language("xx") && !is_language("deu"));
    }

    #[test]
    fn what_was_meant_is_known() {
        assert_eq!(["deu", "GER", "jp", "dutch"].map(near), [Some("de"), Some("de"), Some("ja"), Some("nl")]);
        assert_eq!(near("Deutsch"), None);
    }
}
