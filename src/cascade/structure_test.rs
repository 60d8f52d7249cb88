//! What cannot be a tree never becomes one.

use super::testing::{Matrix, matrix, text};
use super::{Basis, Built, Confirmed, Settings, build};
use crate::finding::{Finding, Severity};
use crate::matrix::draft::{LayoutKind, Superior};

/// A head, two heads of unit, one post below the first of them.
fn office() -> Matrix {
    let office = matrix().post(0, "KEPALA DINAS CONTOH").post(1, "SEKRETARIS").below(0);
    office.post(1, "KEPALA BIDANG CONTOH").below(0).post(2, "Arsiparis Terampil").below(1)
}

fn confirmed(lines: &[(&str, &str)]) -> Settings {
    let struktur = lines.iter().enumerate().map(|(index, (bawahan, atasan))| Confirmed {
        bawahan: (*bawahan).to_owned(),
        atasan: (*atasan).to_owned(),
        baris: index + 10,
    });
    Settings { struktur: struktur.collect(), ..Settings::default() }
}

/// The superior's name of each jabatan but the root, in order.
fn superiors(built: &Built) -> Vec<String> {
    let posts = built.cascade.as_ref().unwrap().jabatan();
    posts.iter().filter_map(|post| post.induk).map(|index| posts[index].nama.clone()).collect()
}

fn of<'a>(built: &'a Built, code: &str) -> Vec<&'a Finding> {
    built.findings.iter().filter(|finding| finding.code == code).collect()
}

#[test]
fn columns_are_a_draft_and_confirmations_override_them() {
    let built = build(&office().draft(), &confirmed(&[("Arsiparis Terampil", "KEPALA BIDANG CONTOH")]));
    assert_eq!(superiors(&built), ["KEPALA DINAS CONTOH", "KEPALA DINAS CONTOH", "KEPALA BIDANG CONTOH"]);
    assert_eq!(built.bases, [Basis::Root, Basis::Column, Basis::Column, Basis::Confirmed]);
    assert!(built.findings.is_empty());
}

#[test]
fn a_circle_of_confirmations_is_named_and_its_last_line_dropped() {
    let settings = confirmed(&[("Arsiparis Terampil", "SEKRETARIS"), ("SEKRETARIS", "Arsiparis Terampil")]);
    let built = build(&office().draft(), &settings);
    let [finding] = of(&built, "STRUKTUR-04")[..] else { panic!("{:?}", built.findings) };
    assert_eq!(finding.message, "atasan melingkar: \"SEKRETARIS\" → \"Arsiparis Terampil\" → \"SEKRETARIS\"");
    assert_eq!(finding.line, Some(11));
    assert_eq!(finding.severity, Severity::Galat);
    assert_eq!(superiors(&built), ["KEPALA DINAS CONTOH", "KEPALA DINAS CONTOH", "SEKRETARIS"]);
}

#[test]
fn nobody_is_his_own_superior() {
    let built = build(&office().draft(), &confirmed(&[("SEKRETARIS", "SEKRETARIS")]));
    assert_eq!(of(&built, "STRUKTUR-04").len(), 1);
    assert_eq!(superiors(&built).len(), 3);
}

#[test]
fn a_superior_on_the_same_or_a_deeper_level_is_refused() {
    for atasan in ["Arsiparis Terampil", "SEKRETARIS"] {
        let built = build(&office().draft(), &confirmed(&[("KEPALA BIDANG CONTOH", atasan)]));
        let [finding] = of(&built, "STRUKTUR-05")[..] else { panic!("{:?}", built.findings) };
        assert!(finding.message.contains(atasan) && finding.line == Some(10));
        assert_eq!(superiors(&built)[1], "KEPALA DINAS CONTOH");
    }
}

#[test]
fn a_reference_that_names_nobody_offers_the_nearest_name_and_its_line() {
    let built = build(&office().draft(), &confirmed(&[("Arsiparis Terampil", "SEKERTARIS")]));
    let [finding] = of(&built, "STRUKTUR-06")[..] else { panic!("{:?}", built.findings) };
    assert_eq!(finding.hint, "Mungkin maksudnya \"SEKRETARIS\"?");
    assert_eq!((finding.line, finding.place.as_ref().unwrap().pos.row), (Some(10), 41));
}

#[test]
fn a_repeated_name_needs_its_cell() {
    let office = office().post(2, "Arsiparis Terampil").below(2);
    let built = build(&office.draft(), &confirmed(&[("Arsiparis Terampil", "SEKRETARIS")]));
    assert_eq!(of(&built, "STRUKTUR-07").len(), 1);
    let built = build(&office.draft(), &confirmed(&[("Arsiparis Terampil (Matriks!E41)", "SEKRETARIS")]));
    assert!(built.findings.is_empty());
    assert_eq!(superiors(&built)[3], "SEKRETARIS");
    let built = build(&office.draft(), &confirmed(&[("Arsiparis Terampil (Matriks!B21)", "SEKRETARIS")]));
    assert!(of(&built, "STRUKTUR-08")[0].message.contains("berisi jabatan lain, \"SEKRETARIS\""));
}

#[test]
fn two_superiors_for_one_jabatan_are_told_and_the_first_counts() {
    let settings = confirmed(&[
        ("Arsiparis Terampil", "KEPALA BIDANG CONTOH"),
        ("Arsiparis Terampil (Matriks!D41)", "SEKRETARIS"),
    ]);
    let built = build(&office().draft(), &settings);
    assert_eq!(of(&built, "STRUKTUR-09")[0].line, Some(11));
    assert_eq!(superiors(&built)[2], "KEPALA BIDANG CONTOH");
}

#[test]
fn orphans_and_second_roots_hang_below_the_root_and_are_errors() {
    let built = build(&office().post(1, "KEPALA UPTD CONTOH").post(0, "KEPALA BADAN CONTOH").draft(), &confirmed(&[]));
    assert_eq!((of(&built, "STRUKTUR-02").len(), of(&built, "STRUKTUR-03").len()), (1, 1));
    let cascade = built.cascade.unwrap();
    assert_eq!(cascade.bawahan(0).count(), 4);
    assert_eq!(built.bases.iter().filter(|basis| **basis == Basis::Provisional).count(), 2);
}

#[test]
fn a_flat_list_takes_its_levels_from_the_named_superiors_in_any_order() {
    let named = |name: &str| Superior::Named(text(name, "B9"));
    let list = matrix()
        .post(0, "Arsiparis Terampil")
        .under(named("Sekretaris"))
        .post(0, "SEKRETARIS")
        .under(named("KEPALA DINAS CONTOH"))
        .post(0, "KEPALA DINAS CONTOH")
        .with(|draft| draft.layout.kind = LayoutKind::FlatList);
    let built = build(&list.draft(), &confirmed(&[]));
    let cascade = built.cascade.unwrap();
    let shape: Vec<_> = cascade.jabatan().iter().map(|post| (post.nama.as_str(), post.tingkat, post.induk)).collect();
    assert_eq!(
        shape,
        [("KEPALA DINAS CONTOH", 0, None), ("SEKRETARIS", 1, Some(0)), ("Arsiparis Terampil", 2, Some(1))]
    );
    assert!(built.findings.is_empty());
}

#[test]
fn a_circle_of_named_superiors_is_cut_and_nothing_is_lost() {
    let named = |name: &str| Superior::Named(text(name, "B9"));
    let list = matrix()
        .post(0, "KEPALA")
        .post(0, "A")
        .under(named("B"))
        .post(0, "B")
        .under(named("A"))
        .with(|draft| draft.layout.kind = LayoutKind::FlatList);
    let built = build(&list.draft(), &confirmed(&[]));
    assert_eq!(of(&built, "STRUKTUR-04")[0].message, "atasan melingkar: \"A\" → \"B\" → \"A\"");
    assert_eq!(built.cascade.as_ref().unwrap().jabatan().len(), 3);
    assert!(of(&built, "STRUKTUR-02").is_empty());
}

#[test]
fn an_empty_matrix_is_a_finding() {
    let built = build(&matrix().draft(), &Settings::default());
    assert!(built.cascade.is_none());
    assert_eq!(of(&built, "STRUKTUR-01").len(), 1);
}

proptest::proptest! {
    /// Whatever superiors are named and confirmed, a cascade comes out and
    /// every block is in it.
    #[test]
    fn any_draft_and_any_confirmations_give_a_tree(
        posts in proptest::collection::vec((0u32..4, 0usize..9), 1..9),
        lines in proptest::collection::vec((0usize..9, 0usize..9), 0..9),
        flat: bool,
    ) {
        let mut matrix = matrix();
        for (index, (level, above)) in posts.iter().enumerate() {
            let superior = match above % 3 {
                0 => Superior::Column(*above),
                1 => Superior::Named(text(&format!("P{above}"), "B9")),
                _ => Superior::Merged(*above),
            };
            matrix = matrix.post(*level, &format!("P{index}")).under(superior);
        }
        if flat {
            matrix = matrix.with(|draft| draft.layout.kind = LayoutKind::FlatList);
        }
        let lines: Vec<_> = lines.iter().map(|(a, b)| (format!("P{a}"), format!("P{b}"))).collect();
        let lines: Vec<_> = lines.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let built = build(&matrix.draft(), &confirmed(&lines));
        proptest::prop_assert_eq!(built.cascade.unwrap().jabatan().len(), posts.len());
    }
}
