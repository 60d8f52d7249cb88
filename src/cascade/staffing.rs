//! People on posts: the signatory at the foot of the matrix holds the top
//! post, when the jabatan written there is that post.

use super::model::Jabatan;
use super::pegawai::{Pegawai, StatusJabatan};
use super::words::normal;
use crate::finding::{Finding, rules::people};
use crate::matrix::draft::Draft;

/// How a status is written before a jabatan.
const STATUS: &[(&str, StatusJabatan)] = &[
    ("plt", StatusJabatan::Plt),
    ("pelaksana tugas", StatusJabatan::Plt),
    ("plh", StatusJabatan::Plh),
    ("pelaksana harian", StatusJabatan::Plh),
    ("pj", StatusJabatan::Pj),
    ("penjabat", StatusJabatan::Pj),
];

/// Splits "Plt. Kepala Dinas" into the status and the jabatan's words in
/// normal form.
pub(super) fn status(jabatan: &str) -> (StatusJabatan, String) {
    let text = normal(jabatan);
    for (word, status) in STATUS {
        if let Some(rest) = text.strip_prefix(word).and_then(|rest| rest.strip_prefix(' ')) {
            return (*status, rest.to_owned());
        }
    }
    (StatusJabatan::Definitif, text)
}

/// The status of an abbreviation alone, "Plt".
pub(super) fn short(word: &str) -> Option<StatusJabatan> {
    let known = STATUS.iter().find(|(name, _)| name.len() <= 3 && name.eq_ignore_ascii_case(word));
    known.map(|(_, status)| *status)
}

/// Whether a remark speaks of a Plt., Plh. or Pj., wherever in it.
pub fn mentions_status(remark: &str) -> bool {
    let text = format!(" {} ", normal(remark));
    STATUS.iter().any(|(word, _)| text.contains(&format!(" {word} ")))
}

/// What stands between a jabatan and a duty that the holder has besides.
const DUTY: [&str; 3] = [" - ", " – ", " — "];

/// "Penata - Bendahara" is a Penata whose duty is not a post; `None` where no
/// duty is named.
pub(super) fn without_duty(jabatan: &str) -> Option<&str> {
    let (title, _) = DUTY.iter().find_map(|dash| jabatan.split_once(dash))?;
    Some(title.trim()).filter(|title| !title.is_empty())
}

/// The holder of the root, from the foot.
pub(super) fn signatory(draft: &Draft, root: &Jabatan, findings: &mut Vec<Finding>) -> Option<Pegawai> {
    let foot = &draft.foot;
    let jabatan = foot.jabatan.as_ref()?;
    let Some(nama) = foot.nama.clone() else {
        let message = "kaki matriks menyebut jabatan penanda tangan tanpa namanya";
        findings.push(Finding::new(&people::NAMELESS, jabatan.place.clone(), message).quote(&jabatan.value));
        return None;
    };
    let (status, words) = status(&jabatan.value);
    if !is_short_for(&words, &normal(&root.nama)) {
        let message = format!("penanda tangan matriks bukan \"{}\"", root.nama);
        let finding = Finding::new(&people::SIGNATORY, jabatan.place.clone(), message);
        findings.push(finding.quote(&jabatan.value).others([root.place.clone()]));
        return None;
    }
    Some(Pegawai { nip: foot.nip.clone(), pangkat: foot.pangkat.clone(), status, ..Pegawai::new(nama, 0) })
}

/// Whether the words are the title or its beginning: "kepala dinas" at the
/// foot means "kepala dinas sosial kota …" at the top.
fn is_short_for(words: &str, title: &str) -> bool {
    words == title || (words.contains(' ') && title.strip_prefix(words).is_some_and(|rest| rest.starts_with(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::testing::{matrix, text};
    use crate::cascade::{Settings, build};

    fn holders(jabatan: &str) -> (Vec<Pegawai>, usize) {
        let draft = matrix().post(0, "KEPALA DINAS CONTOH KOTA CONTOH").with(|draft| {
            draft.foot.jabatan = Some(text(jabatan, "A90"));
            draft.foot.nama = Some(text("Pegawai Contoh 01", "A94"));
        });
        let built = build(&draft.draft(), &Settings::default());
        let findings = built.findings.iter().filter(|f| f.code == people::SIGNATORY.code).count();
        (built.cascade.unwrap().pegawai().to_vec(), findings)
    }

    #[test]
    fn the_signatory_holds_the_top_post() {
        for (jabatan, status) in [
            ("KEPALA DINAS CONTOH KOTA CONTOH", StatusJabatan::Definitif),
            ("Kepala Dinas Contoh", StatusJabatan::Definitif),
            ("Plt. KEPALA DINAS CONTOH", StatusJabatan::Plt),
        ] {
            let (pegawai, findings) = holders(jabatan);
            assert_eq!((pegawai.len(), pegawai[0].status, findings), (1, status, 0), "{jabatan}");
        }
    }

    #[test]
    fn a_foot_without_a_name_is_told() {
        let draft =
            matrix().post(0, "KEPALA DINAS").with(|draft| draft.foot.jabatan = Some(text("KEPALA DINAS", "A90")));
        let findings = build(&draft.draft(), &Settings::default()).findings;
        assert_eq!(findings[0].code, people::NAMELESS.code);
    }

    #[test]
    fn another_signatory_holds_nothing_and_is_told() {
        let (pegawai, findings) = holders("SEKRETARIS DAERAH KOTA CONTOH");
        assert_eq!((pegawai.len(), findings), (0, 1));
    }
}
