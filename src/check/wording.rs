//! Single texts: whether each says what its place in the table needs.

use super::Input;
use super::texts::{Role, Text, of_block, words};
use crate::cascade::{Jabatan, Jenjang, normal};
use crate::finding::{Finding, rules::content};

/// Texts that stand for content still to come, in normal form.
const PLACEHOLDERS: &[&str] = &[
    "belum ada",
    "diisi",
    "diisi kemudian",
    "dst",
    "isi di sini",
    "menyusul",
    "n a",
    "na",
    "tbd",
    "todo",
    "x",
    "xx",
    "xxx",
    "xxxx",
];

/// First words of a measure, which no sasaran begins with.
const MEASURES: &[&str] = &["jumlah", "persentase", "persen", "indeks", "rasio", "banyaknya"];

/// First words of a state, which no indikator begins with.
const STATES: &[&str] = &[
    "meningkatnya",
    "menurunnya",
    "optimalnya",
    "terkelolanya",
    "terlaksananya",
    "terpenuhinya",
    "terselenggaranya",
    "tersedianya",
    "tersusunnya",
    "terwujudnya",
];

/// Words that no sentence ends with.
const CONNECTORS: &[&str] = &[
    "atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "oleh", "pada", "sebagai", "serta", "terhadap",
    "untuk", "yang",
];

/// A text of more characters than this is no line of a table.
const LONG: usize = 400;

/// Checks every text, and every post for outcome against output.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let texts = input.draft.blocks.iter().flat_map(of_block).filter_map(|text| single(&text));
    let mut findings: Vec<Finding> = texts.collect();
    findings.extend(input.cascade.jabatan().iter().filter_map(output_for_outcome));
    findings
}

/// The first thing that is wrong with a text.
fn single(text: &Text) -> Option<Finding> {
    let what = text.role.name();
    let normal = normal(text.text);
    let first = normal.split(' ').next().unwrap_or_default();
    let last = words(text.text).last();
    let finding = |rule, message: String| Finding::new(rule, text.place.clone(), message).quote(text.text);
    if normal.is_empty() || PLACEHOLDERS.contains(&normal.as_str()) {
        Some(finding(&content::PLACEHOLDER, format!("{what} ini masih isian sementara")))
    } else if !normal.contains(' ') {
        Some(finding(&content::TOO_SHORT, format!("{what} ini hanya satu kata")))
    } else if text.text.chars().count() > LONG {
        Some(finding(&content::TOO_LONG, format!("{what} ini lebih dari {LONG} huruf")))
    } else if let Some((start, word)) = last.filter(|(start, word)| {
        CONNECTORS.contains(&word.to_lowercase().as_str()) && text.text[start + word.len()..].trim().is_empty()
    }) {
        let finding = finding(&content::CUT_OFF, format!("{what} berakhir dengan \"{word}\""));
        Some(finding.mark(start..start + word.len()))
    } else {
        let swapped = match text.role {
            Role::Sasaran => MEASURES.contains(&first).then(|| format!("sasaran dimulai dengan ukuran \"{first}\"")),
            Role::Indikator => STATES.contains(&first).then(|| format!("indikator dimulai dengan keadaan \"{first}\"")),
            Role::Tujuan => None,
        };
        swapped.map(|message| finding(&content::SWAPPED, message))
    }
}

/// A head of agency or unit who answers for a count.
fn output_for_outcome(post: &Jabatan) -> Option<Finding> {
    if !matches!(post.jenjang, Jenjang::Jpt | Jenjang::Administrator) {
        return None;
    }
    let all = post.kelompok.iter().flat_map(|group| &group.indikator);
    let mut counts = all.filter(|item| words(&item.uraian).next().is_some_and(|(_, word)| is_count(word)));
    let first = counts.next()?;
    let message = format!("\"{}\" diukur dengan jumlah, bukan hasil", post.nama);
    let finding = Finding::new(&content::OUTPUT_FOR_OUTCOME, first.place.clone(), message).quote(&first.uraian);
    Some(finding.others(counts.map(|item| item.place.clone())))
}

fn is_count(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "jumlah" | "banyaknya")
}

#[cfg(test)]
mod tests {
    use crate::cascade::Settings;
    use crate::cascade::testing::{Matrix, matrix};
    use crate::check::all;

    fn codes(matrix: Matrix) -> Vec<&'static str> {
        let findings = all(&matrix.draft(), &Settings::default()).into_iter().map(|finding| finding.code);
        findings.filter(|code| code.starts_with("ISI") && *code != "ISI-04").collect()
    }

    #[test]
    fn each_text_has_one_remark_at_most() {
        for (sasaran, expected) in [
            ("…", Some("ISI-14")),
            ("diisi kemudian", Some("ISI-14")),
            ("Pembangunan", Some("ISI-17")),
            ("Tersedianya rencana anggaran dan", Some("ISI-20")),
            ("Jumlah laporan bulanan", Some("ISI-15")),
            ("Tersedianya laporan", None),
            ("Terwujudnya jumlah laporan", None),
        ] {
            let post = matrix().post(0, "KEPALA").sasaran(sasaran).indikator("Indeks laporan");
            assert_eq!(codes(post), Vec::from_iter(expected), "{sasaran}");
        }
        let long = format!("Tersedianya {}", "laporan ".repeat(60));
        assert_eq!(codes(matrix().post(0, "KEPALA").sasaran(&long).indikator("Indeks laporan")), ["ISI-18"]);
        let swapped = matrix().post(0, "KEPALA").sasaran("Tersedianya laporan").indikator("Tersedianya arsip");
        assert_eq!(codes(swapped), ["ISI-15"]);
    }

    #[test]
    fn heads_answer_for_outcomes_and_staff_for_outputs() {
        let office = |title: &str| {
            let head = matrix().post(0, "KEPALA").sasaran("Meningkatnya mutu").indikator("Indeks mutu");
            head.post(1, title).below(0).sasaran("Tersedianya laporan").indikator("Jumlah laporan bulanan")
        };
        assert_eq!(codes(office("SEKRETARIS")), ["ISI-13"]);
        assert_eq!(codes(office("Arsiparis Terampil")), [] as [&str; 0]);
    }
}
