//! Files in the office's template folder that nothing uses. Most of them have
//! a slip in their name and were meant to take the place of a built-in file:
//! the sheets would silently go on without them.

use super::templates::{TemplateSet, ending, is_text};

/// Names this similar (0 to 1) are offered.
const NEAR: f64 = 0.85;

/// Endings that a template gets by mistake.
const MISTAKEN: [&str; 6] = ["typst", "typs", "tpy", "text", "tx", "md"];

/// A file that nothing uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stray {
    /// Its name below `templates/`.
    pub name: String,
    /// The built-in file that it was probably meant to replace.
    pub near: Option<String>,
}

impl TemplateSet {
    /// The texts of the office's own that no other file of the set names, and
    /// files whose name is nearly that of a built-in one. Pictures and the
    /// office's other papers are nobody's business.
    pub fn strays(&self) -> Vec<Stray> {
        let builtin = Self::builtin();
        let own = self.iter().map(|(name, _)| name).filter(|name| builtin.bytes(name).is_none());
        let unused = own.filter(|name| !self.is_mentioned(name));
        let strays = unused.map(|name| {
            let near = nearest(name, builtin.iter().map(|(known, _)| known));
            Stray { name: name.to_owned(), near: near.map(str::to_owned) }
        });
        let mistaken = |name: &str| ending(name).is_some_and(|ending| MISTAKEN.contains(&&*ending));
        strays.filter(|stray| is_text(&stray.name) || mistaken(&stray.name) && stray.near.is_some()).collect()
    }
}

/// The known name that is nearest by what stands before the ending; of equally
/// near ones one in the same folder.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = stem(name);
    let scored = known.map(|other| (strsim::jaro_winkler(&wanted, &stem(other)), folder(other) == folder(name), other));
    let near = scored.filter(|(score, ..)| *score >= NEAR);
    near.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(b.2.cmp(a.2))).map(|(.., name)| name)
}

/// The name without folder and endings, in small letters.
fn stem(name: &str) -> String {
    let base = name.rsplit('/').next().unwrap_or(name);
    base.split('.').next().unwrap_or(base).to_lowercase()
}

fn folder(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strays(files: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut set = TemplateSet::builtin();
        for (name, text) in files {
            set.insert(*name, *text);
        }
        set.strays().into_iter().map(|stray| (stray.name, stray.near.unwrap_or_default())).collect()
    }

    #[test]
    fn a_slip_in_a_name_is_told_with_what_was_meant() {
        for (name, near) in [
            ("pkk.typ", "pk.typ"),
            ("pk.typst", "pk.typ"),
            ("PK.typ", "pk.typ"),
            ("pk.typ.txt", "pk.typ"),
            ("templates/pk.typ", "pk.typ"),
            ("janji.txt", "redaksi/janji.txt"),
            ("redaksi/janji.TXT", "redaksi/janji.txt"),
            ("redaksi/pernyatan.txt", "pernyataan.typ"),
            ("redaksi/pihak_pertama.txt", "redaksi/pihak-pertama.txt"),
            ("redaksi/pembukaan.txt", "redaksi/pembuka.txt"),
            ("redaksi/sumpah.txt", ""),
        ] {
            assert_eq!(strays(&[(name, "x")]), [(name.to_owned(), near.to_owned())]);
        }
    }

    #[test]
    fn what_is_used_or_no_template_at_all_is_no_stray() {
        let used = [("pk.typ", "#import \"dinas/warna.typ\": *"), ("dinas/warna.typ", "#let a = 1")];
        let wording = [("redaksi/janji.txt", "{% include 'redaksi/umum.txt' %}"), ("redaksi/umum.txt", "x")];
        let papers = [("lambang-lama.svg", "x"), ("catatan.docx", "x"), ("Thumbs.db", "x")];
        assert_eq!(strays(&[used, wording].concat()), []);
        assert_eq!(strays(&papers), []);
    }
}
