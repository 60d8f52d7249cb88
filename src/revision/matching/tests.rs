use super::*;
use crate::cascade::testing::{Matrix, matrix};
use crate::cascade::{Settings, build};

fn cascade(matrix: &Matrix) -> Cascade {
    build(&matrix.draft(), &Settings::default()).cascade.unwrap()
}

/// The pairs as `old name → new name (new superior's name)`; `–` for none.
fn pairs(old: &Matrix, new: &Matrix) -> Vec<String> {
    let (old, new) = (cascade(old), cascade(new));
    let found = jabatan(&old, &new);
    let name = |index: usize| new.jabatan()[index].nama.clone();
    let superior = |index: usize| new.jabatan()[index].induk.map_or("–".into(), name);
    let pairs = old.jabatan().iter().zip(&found.to_new).map(|(post, new)| match new {
        Some(new) => format!("{} → {} ({})", post.nama, name(*new), superior(*new)),
        None => format!("{} → –", post.nama),
    });
    pairs.skip(1).collect()
}

fn office() -> Matrix {
    matrix()
        .post(0, "KEPALA")
        .sasaran("Meningkatnya layanan")
        .post(1, "BIDANG A")
        .below(0)
        .sasaran("Terwujudnya rehabilitasi sosial")
        .indikator("1 Jumlah laporan rehabilitasi")
        .post(1, "BIDANG B")
        .below(0)
        .sasaran("Terwujudnya perlindungan warga")
        .indikator("1 Jumlah laporan perlindungan")
        .post(2, "Staf")
        .below(1)
        .sasaran("Tersedianya data rehabilitasi")
        .post(2, "Staf")
        .below(2)
        .sasaran("Tersedianya data perlindungan")
        .post(3, "Operator")
        .below(3)
        .sasaran("Tersedianya layanan harian")
        .post(3, "Operator")
        .below(4)
        .sasaran("Tersedianya layanan harian")
}

fn changed(change: impl FnOnce(&mut Vec<crate::matrix::draft::Block>)) -> Matrix {
    office().with(|draft| change(&mut draft.blocks))
}

const UNCHANGED: [&str; 6] = [
    "BIDANG A → BIDANG A (KEPALA)",
    "BIDANG B → BIDANG B (KEPALA)",
    "Staf → Staf (BIDANG A)",
    "Staf → Staf (BIDANG B)",
    "Operator → Operator (Staf)",
    "Operator → Operator (Staf)",
];

fn except(changes: &[(usize, &str)]) -> Vec<String> {
    let mut pairs = UNCHANGED.map(str::to_owned).to_vec();
    for (at, text) in changes {
        pairs[*at] = (*text).to_owned();
    }
    pairs
}

#[test]
fn the_same_office_matches_itself() {
    assert_eq!(pairs(&office(), &office()), UNCHANGED);
}

#[test]
fn a_renamed_superior_keeps_its_branch() {
    let new = changed(|blocks| blocks[1].nama.value = "DIVISI LAIN SAMA SEKALI".into());
    let expected =
        except(&[(0, "BIDANG A → DIVISI LAIN SAMA SEKALI (KEPALA)"), (2, "Staf → Staf (DIVISI LAIN SAMA SEKALI)")]);
    assert_eq!(pairs(&office(), &new), expected);
}

#[test]
fn a_superior_renamed_and_rewritten_is_known_by_its_subordinates() {
    let new = changed(|blocks| {
        blocks[1].nama.value = "DIVISI".into();
        blocks[1].sasaran[0].uraian = "Tercapainya hal lain".into();
        blocks[1].indikator.clear();
    });
    assert_eq!(pairs(&office(), &new), except(&[(0, "BIDANG A → DIVISI (KEPALA)"), (2, "Staf → Staf (DIVISI)")]));
}

#[test]
fn a_moved_branch_moves_as_a_whole() {
    use crate::matrix::draft::Superior;
    let new = changed(|blocks| blocks[3].superior = Some(Superior::Column(2)));
    assert_eq!(pairs(&office(), &new), except(&[(2, "Staf → Staf (BIDANG B)")]));
}

#[test]
fn a_reworded_jabatan_of_a_repeated_name_stays_in_its_place() {
    let new = changed(|blocks| blocks[4].sasaran[0].uraian = "Tersusunnya hal lain".into());
    assert_eq!(pairs(&office(), &new), UNCHANGED);
}

#[test]
fn blocks_in_another_order_are_the_same() {
    let new = changed(|blocks| {
        // Both branches with their staff and operators change places.
        for (a, b) in [(1, 2), (3, 4), (5, 6)] {
            blocks.swap(a, b);
        }
    });
    let (old, new) = (cascade(&office()), cascade(&new));
    let found = jabatan(&old, &new);
    let texts = |cascade: &Cascade, at: usize| cascade.jabatan()[at].kelompok[0].sasaran[0].uraian.clone();
    for (at, counterpart) in found.to_new.iter().enumerate() {
        assert_eq!(texts(&old, at), texts(&new, counterpart.unwrap()));
    }
}

#[test]
fn a_new_jabatan_and_one_that_is_gone_have_no_counterpart() {
    let new = changed(|blocks| {
        blocks[4].nama.value = "Penata".into();
        blocks[4].sasaran[0].uraian = "Tersusunnya rencana kerja".into();
        blocks.pop();
    });
    assert_eq!(pairs(&office(), &new), except(&[(3, "Staf → –"), (5, "Operator → –")]));
}
