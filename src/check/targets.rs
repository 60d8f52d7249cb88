//! Targets: the year against its quarters, percentages, units, and how the
//! numbers are written.

use super::Input;
use crate::cascade::{Cascade, Indikator, Jabatan, Notation, Number, Pegawai, TargetKhusus, number, words};
use crate::finding::{Finding, Rule, rules::targets};
use crate::workbook::place::{Located, Place};

/// Sums are compared to this part of the year's target, since thirds of a
/// target are written rounded.
const TOLERANCE: f64 = 0.002;

/// Units that mean percent.
const PERCENT: &[&str] = &["%", "persen", "prosen", "persentase", "percent"];

/// Checks every indikator.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let posts = input.cascade.jabatan().iter().flat_map(post);
    posts.chain(input.cascade.pegawai().iter().flat_map(|person| own(input.cascade, person))).collect()
}

/// What a person promises in place of the post's: only the cells of his own,
/// for the post's have been looked at.
fn own(cascade: &Cascade, person: &Pegawai) -> Vec<Finding> {
    let items = || cascade.jabatan()[person.jabatan].kelompok.iter().flat_map(|group| &group.indikator);
    let promised = person.khusus.iter().filter(|own| !own.dikecualikan);
    let checked = promised.filter_map(|own| {
        let mut item = items().find(|item| item.place == own.indikator)?.clone();
        let TargetKhusus { satuan, target, triwulan, .. } = own.clone();
        let cells: Vec<Place> = [&satuan, &target]
            .into_iter()
            .chain(triwulan.as_deref().into_iter().flatten())
            .flatten()
            .map(|cell| cell.place.clone())
            .collect();
        item.satuan = satuan.or(item.satuan);
        item.target = target.or(item.target);
        item.triwulan = triwulan.or(item.triwulan);
        let findings = indikator(&item).into_iter();
        Some(findings.filter(|finding| finding.place.as_ref().is_some_and(|at| cells.contains(at))).collect::<Vec<_>>())
    });
    checked.flatten().collect()
}

fn post(post: &Jabatan) -> Vec<Finding> {
    let all: Vec<&Indikator> = post.kelompok.iter().flat_map(|group| &group.indikator).collect();
    let mut findings: Vec<Finding> = all.iter().flat_map(|item| indikator(item)).collect();
    let mut bare = all.iter().filter(|item| item.target.is_none());
    if all.iter().any(|item| item.target.is_some())
        && let Some(first) = bare.next()
    {
        let message = format!("sebagian indikator \"{}\" belum bertarget", post.nama);
        let finding = Finding::new(&targets::MISSING, first.place.clone(), message).quote(&first.uraian);
        findings.push(finding.others(bare.map(|item| item.place.clone())));
    }
    findings
}

fn indikator(item: &Indikator) -> Vec<Finding> {
    let Some(target) = &item.target else { return Vec::new() };
    let mut findings = Vec::new();
    let mut found = |rule: &'static Rule, at: &Located<String>, message: String| {
        findings.push(Finding::new(rule, at.place.clone(), message).quote(&at.value));
    };
    let unit = item.satuan.as_ref().map(|unit| unit.value.trim()).filter(|unit| !unit.is_empty());
    let figure = number(&target.value);
    let percent = unit.is_some_and(is_percent) || figure.is_some_and(|figure| figure.percent);
    let quarters = || item.triwulan.as_deref().into_iter().flatten().flatten();
    for cell in std::iter::once(target).chain(quarters()) {
        if let Some(figure) = number(&cell.value).filter(|figure| figure.notation != Notation::Indonesian) {
            found(&targets::NUMBER_FORMAT, cell, format!("angka ini memakai {}", habit(figure.notation)));
        }
    }
    // A quarter may well be without a target, but not below none.
    for cell in quarters() {
        if number(&cell.value).is_some_and(|figure| figure.value < 0.0) {
            found(&targets::NOT_POSITIVE, cell, below_zero("target triwulan", &cell.value));
        }
    }
    if let Some(figure) = figure {
        if figure.value < 0.0 {
            found(&targets::NOT_POSITIVE, target, below_zero("target", &target.value));
        } else if figure.value == 0.0 {
            found(&targets::NOT_POSITIVE, target, "target nol".to_owned());
        } else if percent && figure.value > 100.0 {
            found(&targets::OVER_100, target, "target di atas 100 persen".to_owned());
        } else if percent && figure.value < 1.0 && !figure.percent {
            found(&targets::FRACTION, target, "persen tertulis sebagai pecahan".to_owned());
        }
        if unit.is_none() && !percent && !has_unit_behind(&target.value) {
            found(&targets::UNIT_MISSING, target, "target tanpa satuan".to_owned());
        }
        for (rule, message) in quarter_faults(item, figure, percent) {
            found(rule, target, message);
        }
    }
    if let (Some(unit), Some(cell), Some(first)) = (unit, &item.satuan, words(&item.uraian).next()) {
        if first == "jumlah" && is_percent(unit) {
            found(&targets::UNIT_MISMATCH, cell, "indikator \"Jumlah …\" bersatuan persen".to_owned());
        } else if first == "persentase" && !is_percent(unit) {
            found(&targets::UNIT_MISMATCH, cell, format!("indikator \"Persentase …\" bersatuan \"{unit}\""));
        }
    }
    findings
}

/// What is told of a target below zero. Not everyone knows that brackets say so.
fn below_zero(name: &str, text: &str) -> String {
    let brackets = text.starts_with('(').then_some(": angka dalam tanda kurung berarti negatif");
    format!("{name} di bawah nol{}", brackets.unwrap_or_default())
}

fn is_percent(unit: &str) -> bool {
    PERCENT.contains(&unit.to_lowercase().as_str())
}

fn habit(notation: Notation) -> &'static str {
    match notation {
        Notation::ThousandsComma => "koma untuk ribuan",
        _ => "titik untuk desimal",
    }
}

/// "12 laporan" carries its unit behind the figure, "85 (A)" a grade.
fn has_unit_behind(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// What is wrong between the quarters and the year.
fn quarter_faults(item: &Indikator, year: Number, percent: bool) -> Vec<(&'static Rule, String)> {
    let Some(quarters) = &item.triwulan else { return Vec::new() };
    let written: Vec<&Located<String>> = quarters.iter().flatten().collect();
    if written.is_empty() {
        return Vec::new();
    }
    if written.len() < quarters.len() {
        return vec![(
            &targets::QUARTER_MISSING,
            format!("{} triwulan belum bertarget", quarters.len() - written.len()),
        )];
    }
    // "-" is how offices write a quarter without a target.
    let value = |cell: &&Located<String>| match cell.value.trim() {
        "-" | "–" => Some(0.0),
        text => number(text).map(|figure| figure.value),
    };
    let Some(values) = written.iter().map(value).collect::<Option<Vec<f64>>>() else { return Vec::new() };
    let near = |a: f64, b: f64| (a - b).abs() <= TOLERANCE * b.abs().max(1.0);
    let sums = near(values.iter().sum(), year.value);
    let rising = values.windows(2).all(|pair| pair[0] <= pair[1] || pair[1] == 0.0);
    let arrives = values.last().is_some_and(|last| near(*last, year.value));
    if sums || (rising && arrives) {
        Vec::new()
    } else if percent && !rising {
        vec![(&targets::FALLING, "triwulan kumulatif menurun".to_owned())]
    } else {
        let message = "triwulan tidak berjumlah dan tidak naik sampai target tahunan".to_owned();
        vec![(&targets::QUARTERS, message)]
    }
}

#[cfg(test)]
mod tests {
    use crate::cascade::testing::{matrix, text};
    use crate::cascade::{Roster, Settings, TargetRow, build, join};
    use crate::check::{Input, all};

    fn codes(indikator: &str, satuan: &str, target: &str, quarters: Option<[&str; 4]>) -> Vec<&'static str> {
        let post = matrix().post(0, "KEPALA").sasaran("Meningkatnya mutu").indikator(indikator);
        let draft = post.with(|draft| {
            let item = &mut draft.blocks[0].indikator[0];
            item.satuan = (!satuan.is_empty()).then(|| text(satuan, "D3"));
            item.target = Some(text(target, "E3"));
            let cell =
                |(index, value): (usize, &str)| (!value.is_empty()).then(|| text(value, &format!("F{}", index + 3)));
            item.triwulan = quarters.map(|values| Box::new([0, 1, 2, 3].map(|index| cell((index, values[index])))));
        });
        let findings = all(&draft.draft(), &Settings::default()).into_iter().map(|finding| finding.code);
        findings.filter(|code| code.starts_with("TARGET")).collect()
    }

    #[test]
    fn sound_targets_are_silent() {
        for (indikator, satuan, target, quarters) in [
            ("Jumlah laporan", "laporan", "12", Some(["3", "3", "3", "3"])),
            ("Jumlah laporan", "laporan", "12", Some(["3", "6", "9", "12"])),
            ("Jumlah laporan", "laporan", "12", Some(["-", "-", "-", "12"])),
            ("Persentase data", "persen", "87,5", Some(["20", "40", "60", "87,5"])),
            ("Persentase data", "", "100%", None),
            ("Nilai SAKIP", "", "85 (A)", None),
            ("Opini BPK", "", "WTP", None),
            ("Jumlah laporan", "", "12 laporan", None),
            ("Jumlah laporan", "laporan", "5-10", None),
            ("Jumlah laporan", "", "- 5 laporan", None),
            ("Jumlah laporan", "", "(lima) laporan", None),
            ("Jumlah laporan", "", "5 (lima) laporan", None),
            ("Batas laporan", "", "31 Desember 2026", None),
            ("Kode laporan", "", "-", None),
        ] {
            assert_eq!(codes(indikator, satuan, target, quarters), [] as [&str; 0], "{target} {quarters:?}");
        }
    }

    #[test]
    fn each_odd_target_has_its_rule() {
        for (indikator, satuan, target, quarters, code) in [
            ("Jumlah laporan", "laporan", "12", Some(["3", "3", "3", "2"]), "TARGET-01"),
            ("Persentase data", "persen", "90", Some(["25", "50", "40", "90"]), "TARGET-02"),
            ("Persentase data", "persen", "875", None, "TARGET-03"),
            ("Jumlah laporan", "", "12", None, "TARGET-04"),
            ("Nilai mutu", "poin", "87.5", None, "TARGET-05"),
            ("Persentase data", "persen", "0,85", None, "TARGET-06"),
            ("Jumlah laporan", "laporan", "12", Some(["3", "", "3", "3"]), "TARGET-07"),
            ("Jumlah laporan", "persen", "12", None, "TARGET-08"),
            ("Persentase data", "laporan", "12", None, "TARGET-08"),
            ("Jumlah laporan", "laporan", "0", None, "TARGET-09"),
            ("Jumlah surat", "", "-3 surat", None, "TARGET-09"),
            ("Jumlah surat", "surat", "–3", None, "TARGET-09"),
            ("Jumlah surat", "surat", "(5)", None, "TARGET-09"),
            ("Jumlah surat", "", "(5) surat", None, "TARGET-09"),
            ("Persentase data", "persen", "(5%)", None, "TARGET-09"),
            ("Jumlah surat", "surat", "3", Some(["5", "5", "-7", "0"]), "TARGET-09"),
        ] {
            assert_eq!(codes(indikator, satuan, target, quarters), [code], "{target}");
        }
    }

    #[test]
    fn what_a_person_promises_of_his_own_is_looked_at_too() {
        let post = matrix().post(0, "KEPALA").sasaran("Meningkatnya mutu").indikator("Jumlah laporan");
        let draft = post.with(|draft| {
            draft.blocks[0].indikator[0].target = Some(text("0 laporan", "E3"));
            draft.foot.jabatan = Some(text("KEPALA", "A80"));
            draft.foot.nama = Some(text("Pegawai Contoh 01", "A81"));
        });
        let built = build(&draft.draft(), &Settings::default());
        let row = TargetRow {
            jabatan: None,
            pegawai: Some(text("Pegawai Contoh 01", "A9")),
            nip: None,
            sasaran: None,
            indikator: text("Jumlah laporan", "B9"),
            satuan: None,
            target: Some(text("-3 laporan", "C9")),
            triwulan: None,
            kunci: None,
        };
        let built = join(built, &Roster { target: vec![row], ..Roster::default() });
        let draft = draft.draft();
        let findings = super::check(&Input::new(&draft, &built).unwrap());
        let cells = findings.iter().map(|one| (one.code, one.place.as_ref().unwrap().pos.to_string()));
        let expected = [("TARGET-09", "E3".to_owned()), ("TARGET-09", "C9".to_owned())];
        assert_eq!(cells.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn an_indikator_left_without_a_target_among_others_is_found() {
        let post =
            matrix().post(0, "KEPALA").sasaran("Meningkatnya mutu").indikator("Nilai mutu").indikator("Nilai data");
        let draft = post.with(|draft| draft.blocks[0].indikator[0].target = Some(text("A", "E3")));
        let findings = all(&draft.draft(), &Settings::default());
        let finding = findings.iter().find(|finding| finding.code == "TARGET-10").unwrap();
        assert_eq!(finding.quote.as_deref(), Some("Nilai data"));
    }
}
