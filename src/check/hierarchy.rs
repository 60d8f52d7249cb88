//! The shape of the tree: heads without anyone below, levels skipped, short
//! branches, and names of jabatan that need a second look.

use std::collections::{BTreeMap, BTreeSet};

use super::Input;
use crate::cascade::{Basis, Jabatan, Jenjang, normal};
use crate::finding::{Finding, rules::language, rules::structure};
use crate::matrix::draft::LayoutKind;

/// A branch this many levels shorter than the longest is told.
const SHORT_BY: u32 = 3;

/// Names are compared where they have a differing word at least this long;
/// short words ("Muda", "Madya") differ on purpose.
const WORD_LENGTH: usize = 6;
/// Longer words are no words, in bytes.
const WORD_LONGEST: usize = 60;

/// Checks the tree and the names in it.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let posts = input.cascade.jabatan();
    let mut has_below = vec![false; posts.len()];
    for induk in posts.iter().filter_map(|post| post.induk) {
        has_below[induk] = true;
    }
    let mut findings = Vec::new();
    for (index, post) in posts.iter().enumerate() {
        findings.extend(childless(post, has_below[index], posts.len()));
        findings.extend(names(post));
        if let Some(induk) = post.induk
            && input.bases.get(index) != Some(&Basis::Provisional)
        {
            findings.extend(skipped(input, post, &posts[induk]));
            findings.extend(lower(post, &posts[induk]));
        }
    }
    findings.extend(short_branches(posts, &has_below));
    findings.extend(same_heads(posts));
    findings.extend(near_names(posts));
    findings
}

fn is_head(post: &Jabatan) -> bool {
    matches!(post.jenjang, Jenjang::Jpt | Jenjang::Administrator | Jenjang::Pengawas)
}

fn childless(post: &Jabatan, has_below: bool, count: usize) -> Option<Finding> {
    // A matrix of heads only, or of one post, says nothing about who is missing.
    let alone = !has_below && is_head(post) && count > 1 && post.induk.is_some();
    alone.then(|| {
        let message = format!("\"{}\" tidak punya bawahan di matriks", post.nama);
        Finding::new(&structure::CHILDLESS, post.place.clone(), message).quote(&post.nama)
    })
}

fn names(post: &Jabatan) -> Option<Finding> {
    let finding = |rule, message: String| Finding::new(rule, post.place.clone(), message).quote(&post.nama);
    if let Some((first, duty)) = post.nama.split_once(" - ").or_else(|| post.nama.split_once(" – ")) {
        let message = format!("\"{}\" adalah tugas tambahan dari \"{}\"", duty.trim(), first.trim());
        return Some(finding(&structure::DUTY, message));
    }
    // "Analis Keuangan Pusat/Daerah Ahli Muda" is one jabatan; two of them have a level each.
    let parts: Vec<&str> = post.nama.split('/').collect();
    let levels = ["ahli", "terampil", "mahir", "penyelia", "pemula"];
    let whole = |part: &&str| levels.iter().any(|level| part.to_lowercase().contains(level));
    (parts.len() > 1 && parts.iter().all(whole))
        .then(|| finding(&structure::TWO_POSTS, format!("satu blok menyebut {} jabatan", parts.len())))
}

fn skipped(input: &Input, post: &Jabatan, induk: &Jabatan) -> Option<Finding> {
    let banded = input.draft.layout.kind != LayoutKind::FlatList;
    (banded && post.tingkat > induk.tingkat + 1).then(|| {
        let between = post.tingkat - induk.tingkat - 1;
        let message = format!("\"{}\" berdiri {between} tingkat terlalu jauh di bawah \"{}\"", post.nama, induk.nama);
        Finding::new(&structure::LEVEL_SKIPPED, post.place.clone(), message).others([induk.place.clone()])
    })
}

fn lower(post: &Jabatan, induk: &Jabatan) -> Option<Finding> {
    let wrong = match post.jenjang {
        Jenjang::Pelaksana => false,
        Jenjang::Fungsional => induk.jenjang == Jenjang::Pelaksana,
        Jenjang::Jpt | Jenjang::Administrator | Jenjang::Pengawas => induk.jenjang > post.jenjang,
    };
    wrong.then(|| {
        let message = format!("\"{}\" berdiri di bawah \"{}\" yang jenjangnya lebih rendah", post.nama, induk.nama);
        Finding::new(&structure::LOWER_JENJANG, post.place.clone(), message).others([induk.place.clone()])
    })
}

/// Branches of heads below the root that end much sooner than the longest.
fn short_branches(posts: &[Jabatan], has_below: &[bool]) -> Vec<Finding> {
    let mut deepest: Vec<u32> = posts.iter().map(|post| post.tingkat).collect();
    for index in (1..posts.len()).rev() {
        if let Some(induk) = posts[index].induk {
            deepest[induk] = deepest[induk].max(deepest[index]);
        }
    }
    let Some(longest) = deepest.first().copied() else { return Vec::new() };
    let branches = posts.iter().enumerate().filter(|(index, post)| post.induk == Some(0) && has_below[*index]);
    let short = branches.filter(|(index, _)| deepest[*index] + SHORT_BY <= longest);
    let finding = short.map(|(index, post)| {
        let message =
            format!("unit \"{}\" berhenti di tingkat {}, unit lain sampai {longest}", post.nama, deepest[index]);
        Finding::new(&structure::UNEQUAL_DEPTH, post.place.clone(), message)
    });
    finding.collect()
}

fn same_heads(posts: &[Jabatan]) -> Vec<Finding> {
    let mut seen: BTreeMap<String, &Jabatan> = BTreeMap::new();
    let mut findings = Vec::new();
    for post in posts.iter().filter(|post| is_head(post)) {
        if let Some(first) = seen.get(&normal(&post.nama)).filter(|first| first.induk == post.induk) {
            let message = format!("blok \"{}\" ada dua kali", post.nama);
            let finding = Finding::new(&structure::SAME_HEAD, post.place.clone(), message);
            findings.push(finding.quote(&post.nama).others([first.place.clone()]));
        }
        seen.entry(normal(&post.nama)).or_insert(post);
    }
    findings
}

/// Names that differ by one letter of one long word.
fn near_names(posts: &[Jabatan]) -> Vec<Finding> {
    let mut unique: BTreeMap<String, &Jabatan> = BTreeMap::new();
    for post in posts {
        unique.entry(normal(&post.nama)).or_insert(post);
    }
    // Names that agree but for one word meet under the same key; that keeps
    // thousands of names cheap.
    let mut meeting: BTreeMap<(usize, String), Vec<(String, &Jabatan)>> = BTreeMap::new();
    for (name, post) in &unique {
        let words: Vec<&str> = name.split(' ').collect();
        for (at, word) in
            words.iter().enumerate().filter(|(_, word)| (WORD_LENGTH..=WORD_LONGEST).contains(&word.len()))
        {
            let rest = [&words[..at], &words[at + 1..]].concat().join(" ");
            meeting.entry((at, rest)).or_default().push(((*word).to_owned(), post));
        }
    }
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for members in meeting.values() {
        let mut shortened: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, (word, post)) in members.iter().enumerate() {
            let forms = shortened_forms(word);
            let met: BTreeSet<usize> = forms.iter().filter_map(|form| shortened.get(form)).flatten().copied().collect();
            let near = met.into_iter().find(|other| strsim::damerau_levenshtein(&members[*other].0, word) == 1);
            if let Some(other) = near
                && told.insert(&post.place)
            {
                let twin = members[other].1;
                let message = format!("\"{}\" dan \"{}\" hampir sama namanya", twin.nama, post.nama);
                let finding = Finding::new(&language::SPELLED_TWO_WAYS, post.place.clone(), message);
                findings.push(finding.quote(&post.nama).others([twin.place.clone()]));
            }
            forms.into_iter().for_each(|form| shortened.entry(form).or_default().push(index));
        }
    }
    findings
}

/// A word, and what is left of it without any one letter. Words that are one
/// slip apart have such a form in common.
fn shortened_forms(word: &str) -> BTreeSet<String> {
    let without = word.char_indices().map(|(at, c)| format!("{}{}", &word[..at], &word[at + c.len_utf8()..]));
    without.chain([word.to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use crate::cascade::Settings;
    use crate::cascade::testing::{Matrix, matrix};
    use crate::check::all;

    fn codes(matrix: Matrix) -> Vec<&'static str> {
        let findings = all(&matrix.draft(), &Settings::default()).into_iter().map(|finding| finding.code);
        findings.filter(|code| !code.starts_with("ISI")).collect()
    }

    fn office() -> Matrix {
        let office = matrix().post(0, "KEPALA DINAS CONTOH").post(1, "SEKRETARIS").below(0);
        office.post(2, "Arsiparis Terampil").below(1)
    }

    #[test]
    fn a_sound_office_is_silent() {
        assert_eq!(codes(office()), [] as [&str; 0]);
        assert_eq!(codes(office().post(3, "Analis Keuangan Pusat/Daerah").below(2)), [] as [&str; 0]);
    }

    #[test]
    fn each_odd_shape_has_its_rule() {
        for (odd, code) in [
            (office().post(1, "KEPALA BIDANG CONTOH").below(0), "STRUKTUR-11"),
            (office().post(3, "Staf").below(1), "STRUKTUR-12"),
            (office().post(3, "Penyuluh Ahli Muda/Pekerja Ahli Muda").below(2), "STRUKTUR-14"),
            (office().post(3, "Staf - Bendahara").below(2), "STRUKTUR-15"),
            (office().post(2, "Staf").below(1).post(3, "Perencana Ahli Muda").below(3), "STRUKTUR-16"),
            (office().post(1, "SEKRETARIS").below(0).post(2, "Staf").below(3), "STRUKTUR-17"),
            (office().post(2, "Arsipariss Terampil").below(1), "BAHASA-13"),
            (office().post(2, "Arisparis Terampil").below(1), "BAHASA-13"),
            (office().post(2, "Arsiparas Terampil").below(1), "BAHASA-13"),
        ] {
            assert_eq!(codes(odd), [code]);
        }
    }

    #[test]
    fn a_branch_that_ends_levels_too_soon_is_told() {
        let office = office().post(3, "A").below(2).post(4, "B").below(3).post(5, "C").below(4);
        let short = office.post(1, "KEPALA BIDANG CONTOH").below(0).post(2, "D").below(6);
        assert_eq!(codes(short), ["STRUKTUR-13"]);
    }
}
