//! Model → workbook → model.

use proptest::prelude::*;

use super::{Input, workbook};
use crate::cascade::testing::{Matrix, cell, matrix, text};
use crate::cascade::{Built, Settings, build, to_json};
use crate::finding::Finding;
use crate::matrix::draft::{Draft, Item, LayoutKind, Superior};
use crate::matrix::recognise;
use crate::workbook::grid::{Cell, Value};
use crate::workbook::place::{Located, Pos};
use crate::workbook::read_bytes;

/// The model without the cells it came from.
fn model(built: &Built) -> serde_json::Value {
    let mut json = serde_json::from_str(&to_json(built.cascade.as_ref().unwrap())).unwrap();
    forget_cells(&mut json);
    json
}

fn forget_cells(json: &mut serde_json::Value) {
    match json {
        serde_json::Value::Object(map) => {
            map.remove("sel");
            map.values_mut().for_each(forget_cells);
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(forget_cells),
        _ => {}
    }
}

fn written(draft: &Draft, built: &Built, findings: &[Finding]) -> Vec<u8> {
    let input = Input { draft, cascade: built.cascade.as_ref().unwrap(), findings, pimpinan: "Wali Kota Contoh" };
    workbook(input).unwrap().bytes
}

fn settings() -> Settings {
    Settings { instansi: "Dinas Contoh".into(), tahun: 2026, ..Settings::default() }
}

/// Reads a draft's model, writes it and reads it again: both models, and the
/// findings of the second reading.
fn round(draft: &Draft) -> (Built, Built, Vec<Finding>) {
    let first = build(draft, &settings());
    let bytes = written(draft, &first, &first.findings);
    let again = recognise(&read_bytes("normal.xlsx", bytes).unwrap()).unwrap();
    assert_eq!(again.draft.layout.kind, LayoutKind::Normal);
    let second = build(&again.draft, &settings());
    (first, second, again.findings)
}

fn office() -> Matrix {
    matrix()
        .post(0, "KEPALA DINAS CONTOH")
        .sasaran("1 Meningkatnya satu")
        .sasaran("2 Meningkatnya dua")
        .indikator("Persentase satu")
        .post(1, "Sekretaris")
        .below(0)
        .sasaran("Meningkatnya tiga")
        .indikator("1 Jumlah satu")
        .indikator("2 Jumlah dua")
        .post(2, "Staf")
        .below(1)
        .indikator("Jumlah tiga")
        .post(2, "Staf")
        .below(1)
        .sasaran("Terlaksananya empat")
        .sasaran("Terlaksananya EMPAT")
        .indikator("Jumlah empat")
        .indikator("Jumlah empat")
        .with(|draft| {
            draft.title = Some(text("MATRIKS CONTOH TAHUN 2026", "A1"));
            draft.foot.jabatan = Some(text("KEPALA DINAS CONTOH", "A90"));
            draft.foot.nama = Some(text("Pegawai Contoh 01", "A91"));
            draft.foot.nip = Some(text("199001012015011001", "A92"));
            let item = &mut draft.blocks[1].indikator[0];
            item.satuan = Some(text("Persen", "X1"));
            item.target = Some(text("≥ 80", "Y1"));
            item.triwulan = Some(Box::new([None, Some(text("0,85", "Z1")), None, Some(text("85 (A)", "AA1"))]));
        })
}

#[test]
fn a_workbook_reads_back_to_its_model() {
    let draft = office().draft();
    let (first, second, _) = round(&draft);
    assert_eq!(model(&first), model(&second));
    assert_eq!(first.cascade.unwrap().pegawai().len(), 1);
}

#[test]
fn a_branch_below_a_second_top_stays_below_it() {
    let draft = matrix().post(0, "KEPALA").indikator("a").post(0, "WAKIL").indikator("b").post(1, "Staf").below(1);
    let (first, second, _) = round(&draft.indikator("c").draft());
    assert_eq!(first.cascade.as_ref().unwrap().jabatan()[2].induk, Some(1));
    assert_eq!(model(&first), model(&second));
}

#[test]
fn an_uncertain_pairing_stays_uncertain() {
    let (first, second, findings) = round(&office().draft());
    let pairing =
        |findings: &[Finding]| findings.iter().filter(|finding| ["ISI-04", "ISI-08"].contains(&finding.code)).count();
    assert_eq!((pairing(&first.findings), pairing(&second.findings), pairing(&findings)), (1, 1, 0));
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    let draft = office().draft();
    let built = build(&draft, &settings());
    assert_eq!(written(&draft, &built, &built.findings), written(&draft, &built, &built.findings));
}

#[test]
fn cells_with_findings_are_counted() {
    let draft = office().draft();
    let built = build(&draft, &settings());
    let cascade = built.cascade.as_ref().unwrap();
    let marked = |findings| workbook(Input { draft: &draft, cascade, findings, pimpinan: "" }).unwrap().marked;
    assert_eq!((marked(&[]), marked(&built.findings) > 0), (0, true));
}

#[test]
fn the_sample_reads_back_to_its_model() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/input/dinsos-bekasi-2026/matriks.xlsx");
    let draft = recognise(&crate::workbook::read(path.as_ref()).unwrap()).unwrap().draft;
    let (first, second, _) = round(&draft);
    assert_eq!(model(&first), model(&second));
}

/// Texts that spreadsheets, XML and numbering like to bend.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z][a-z]{1,8}( [a-z]{1,8}){0,3}",
        Just("=1+1".to_owned()),
        Just("+62".to_owned()),
        Just("'kutip".to_owned()),
        Just("_x0041_".to_owned()),
        Just("<b>&amp;</b>".to_owned()),
        Just("007".to_owned()),
        Just("-".to_owned()),
        Just("TRUE".to_owned()),
        Just("#REF!".to_owned()),
        Just("1. Satu 2. Dua".to_owned()),
        Just("Sasaran\nkedua".to_owned()),
        Just("“≥ 80” — é".to_owned()),
        Just("Staf #kxuguecz".to_owned()),
    ]
}

fn item() -> impl Strategy<Value = Item> {
    let number = proptest::option::of("[1-9](\\.[1-9])?");
    let located = || proptest::option::of(words().prop_map(|value| text(&value, "Q7")));
    (
        number,
        words(),
        proptest::option::of(0usize..3),
        located(),
        located(),
        [located(), located(), located(), located()],
    )
        .prop_map(|(nomor, uraian, group, satuan, target, quarters)| {
            let triwulan = quarters.iter().any(Option::is_some).then(|| quarters.into());
            Item { group, satuan, target, triwulan, ..Item::new(nomor, uraian, cell("Q7")) }
        })
}

/// A matrix of any shape: levels may be skipped, superiors may be missing or
/// wrong, names repeat.
fn drafts() -> impl Strategy<Value = Draft> {
    let name = prop_oneof![Just("Staf".to_owned()), Just("STAF".to_owned()), Just("Kepala Bidang".to_owned()), words()];
    let items = || proptest::collection::vec(item(), 0..4);
    let block = (name, 0u32..5, 0usize..12, proptest::bool::ANY, items(), items(), items());
    let foot = proptest::option::of(words());
    (proptest::collection::vec(block, 1..9), foot).prop_map(|(blocks, foot)| {
        let count = blocks.len();
        blocks
            .into_iter()
            .fold(matrix(), |matrix, (name, level, above, merged, tujuan, sasaran, indikator)| {
                let above = above % (count + 2);
                let matrix = matrix.post(level, &name);
                let matrix = match (above < count, merged) {
                    (false, _) => matrix,
                    (true, true) => matrix.under(Superior::Merged(above)),
                    (true, false) => matrix.below(above),
                };
                matrix.with(|draft| {
                    let Some(block) = draft.blocks.last_mut() else { return };
                    (block.tujuan, block.sasaran, block.indikator) = (tujuan, sasaran, indikator);
                })
            })
            .with(|draft| {
                let root = draft.blocks[0].nama.value.clone();
                draft.foot.jabatan = foot.is_some().then(|| text(&root, "A90"));
                draft.foot.nama = foot.map(|nama| Located::new(nama, cell("A91")));
            })
            .draft()
    })
}

/// A sheet, a cell and what is written there: the names, levels and words
/// that mean something in the workbook, at the wrong place mostly.
fn edit() -> impl Strategy<Value = (usize, u32, u32, String)> {
    let words = ["Staf", "Sekretaris", "KEPALA DINAS CONTOH", "0", "4294967295", "1", "1?", "letak", "Baru", "-", ""];
    (0usize..5, 1u32..8, 1u32..9, proptest::sample::select(words.to_vec()))
        .prop_map(|(sheet, row, col, word)| (sheet, row, col, word.to_owned()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    /// The office may write anything into any cell: what comes out is a model,
    /// and no text of the long table is lost.
    #[test]
    fn any_edit_of_the_workbook_still_makes_a_model(edits in proptest::collection::vec(edit(), 1..6)) {
        let draft = office().draft();
        let first = build(&draft, &settings());
        let mut grids = read_bytes("normal.xlsx", written(&draft, &first, &[])).unwrap();
        for (sheet, row, col, word) in edits {
            grids[sheet].insert(Pos::new(row, col), Cell { value: Value::Text(word), raw: None });
        }
        let Ok(again) = recognise(&grids) else { return Ok(()) };
        let second = build(&again.draft, &settings());
        let cascade = second.cascade.unwrap();
        if again.draft.layout.kind == LayoutKind::Normal {
            let kept = |text: &str| cascade.jabatan().iter().flat_map(|post| &post.kelompok).any(|group| {
                group.indikator.iter().any(|item| item.uraian == text)
            });
            let rows = grids[2].cells().filter(|(pos, _)| pos.col == 8 && pos.row > 1);
            for text in rows.filter_map(|(_, cell)| cell.text()).filter(|text| !text.is_empty()) {
                prop_assert!(kept(&text), "{}", text);
            }
        }
    }

    #[test]
    fn every_model_reads_back(draft in drafts()) {
        let (first, second, _) = round(&draft);
        prop_assert_eq!(model(&first), model(&second));
    }
}
