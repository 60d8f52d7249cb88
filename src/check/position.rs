//! Position against content: a block that stands below one post but speaks of
//! what another post promises.

use std::collections::BTreeSet;

use super::Input;
use crate::cascade::{Affinity, Basis, Jabatan, paste};
use crate::finding::{Finding, rules::structure};

/// The better candidate must share at least this much with the block …
const CLEAR: f32 = 0.25;

/// … and the post above it no more than this part of that. Measured on real
/// matrices: wrong positions score below 0.2 of the right one, and chance
/// differences among near relatives above 0.4.
const APART: f32 = 0.4;

/// Reports the jabatan whose place and text disagree; what the office
/// confirmed or a cell names is never argued with.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let posts = input.cascade.jabatan();
    let doubtful = |index: &usize| matches!(input.bases.get(*index), Some(Basis::Column | Basis::Merged));
    if !(0..posts.len()).any(|index| doubtful(&index)) {
        return Vec::new();
    }
    let affinity = Affinity::new(posts.iter().map(texts));
    let levels: BTreeSet<u32> = posts.iter().map(|post| post.tingkat).collect();
    (0..posts.len()).filter(doubtful).filter_map(|index| judge(input, &affinity, &levels, index)).collect()
}

fn judge(input: &Input, affinity: &Affinity, levels: &BTreeSet<u32>, index: usize) -> Option<Finding> {
    let posts = input.cascade.jabatan();
    let post = &posts[index];
    let induk = post.induk?;
    let own = affinity.between(index, induk);
    if own > APART {
        // No candidate can be further apart than this.
        return None;
    }
    let above = *levels.range(..post.tingkat).next_back()?;
    let (best, score) = affinity.best(index, |other| posts[other].tingkat == above)?;
    if score < CLEAR || own > APART * score {
        return None;
    }
    let message = format!(
        "\"{}\" berdiri di bawah \"{}\", tetapi isinya lebih dekat dengan \"{}\" ({})",
        post.nama, posts[induk].nama, posts[best].nama, posts[best].place
    );
    let finding = Finding::new(&structure::POSITION, post.place.clone(), message)
        .quote(&post.nama)
        .others([posts[best].place.clone(), posts[induk].place.clone()])
        .paste(paste(input.labels.get(index)?, input.labels.get(best)?));
    Some(finding)
}

fn texts(post: &Jabatan) -> impl Iterator<Item = &str> {
    post.kelompok.iter().flat_map(|group| {
        let sasaran = group.sasaran.iter().map(|item| item.uraian.as_str());
        sasaran.chain(group.indikator.iter().map(|item| item.uraian.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use crate::cascade::testing::{Matrix, matrix};
    use crate::cascade::{Confirmed, Settings};
    use crate::check::all;
    use crate::finding::rules::structure::POSITION;

    fn office() -> Matrix {
        matrix()
            .post(0, "KEPALA")
            .sasaran("Meningkatnya pelayanan")
            .indikator("Indeks")
            .post(1, "SEKRETARIS")
            .below(0)
            .sasaran("Meningkatnya kinerja keuangan")
            .indikator("Persentase penyerapan anggaran keuangan")
            .post(1, "KEPALA BIDANG BENCANA")
            .below(0)
            .sasaran("Meningkatnya penanganan korban bencana")
            .indikator("Persentase korban bencana tertolong")
    }

    fn found(matrix: Matrix, settings: &Settings) -> Vec<(String, Option<String>)> {
        let findings = all(&matrix.draft(), settings).into_iter().filter(|finding| finding.code == POSITION.code);
        findings.map(|finding| (finding.place.unwrap().pos.to_string(), finding.paste)).collect()
    }

    #[test]
    fn a_block_in_the_wrong_column_is_found_with_the_better_superior() {
        let matrix = office().post(2, "Analis Keuangan").below(2).sasaran("Tersusunnya laporan keuangan anggaran");
        let line = Some("\"Analis Keuangan\" = \"SEKRETARIS\"".to_owned());
        assert_eq!(found(matrix, &Settings::default()), [("D41".to_owned(), line)]);
    }

    #[test]
    fn a_confirmed_superior_is_not_argued_with() {
        let matrix = office().post(2, "Analis Keuangan").below(1).sasaran("Tersusunnya laporan keuangan anggaran");
        let confirmed =
            Confirmed { bawahan: "Analis Keuangan".into(), atasan: "KEPALA BIDANG BENCANA".into(), baris: 9 };
        let settings = Settings { struktur: vec![confirmed], ..Settings::default() };
        assert_eq!(found(matrix, &settings), []);
    }

    #[test]
    fn thin_evidence_is_not_reported() {
        let matrix = office().post(2, "Arsiparis").below(2).sasaran("Terkelolanya arsip dan surat serta kinerja");
        assert_eq!(found(matrix, &Settings::default()), []);
    }
}
