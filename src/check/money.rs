//! Money: amounts that can be read and that add up.

use super::Input;
use crate::cascade::{Anggaran, number};
use crate::finding::{Finding, Rule, rules::money};

/// Checks every line.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let lines = input.cascade.anggaran();
    let amounts: Vec<Option<f64>> = lines.iter().map(|line| amount(&line.pagu.value)).collect();
    let mut sums: Vec<Option<f64>> = vec![None; lines.len()];
    for (line, amount) in lines.iter().zip(&amounts) {
        if let Some(induk) = line.induk {
            sums[induk] = Some(sums[induk].unwrap_or(0.0) + amount.unwrap_or(f64::NAN));
        }
    }
    let mut findings = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let mut found = |rule: &'static Rule, message: &str| findings.push(finding(rule, line, message));
        match amounts[index] {
            None => found(&money::NOT_A_NUMBER, "anggaran ini tidak dapat dibaca sebagai rupiah"),
            Some(amount) if amount.fract() != 0.0 => found(&money::NOT_A_NUMBER, "anggaran ini bukan rupiah bulat"),
            Some(amount) if amount < 0.0 => found(&money::NEGATIVE, "anggaran ini negatif"),
            Some(0.0) => found(&money::ZERO, "anggaran ini nol"),
            // A part that cannot be read is told by itself; half a rupiah is rounding.
            Some(amount) if sums[index].is_some_and(|sum| (sum - amount).abs() > 0.5) => {
                found(&money::NOT_A_SUM, "anggaran ini bukan jumlah dari bagian-bagiannya");
            }
            Some(_) => {}
        }
    }
    findings
}

/// An amount without words: those of "1,5 miliar" and "5 jt" make it another.
fn amount(written: &str) -> Option<f64> {
    let words = written.trim().trim_start_matches("Rp").contains(char::is_alphabetic);
    number(written).filter(|_| !words).map(|number| number.value)
}

fn finding(rule: &'static Rule, line: &Anggaran, message: &str) -> Finding {
    Finding::new(rule, line.pagu.place.clone(), message).quote(&line.pagu.value).others([line.uraian.place.clone()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::TingkatAnggaran::{Kegiatan, Program};
    use crate::cascade::testing::{matrix, text};
    use crate::cascade::{Settings, build};

    fn codes(program: &str, parts: [&str; 2]) -> Vec<&'static str> {
        let draft = matrix().post(0, "KEPALA DINAS").draft();
        let mut built = build(&draft, &Settings::default());
        let line = |row: u32, tingkat, induk, pagu: &str| Anggaran {
            jabatan: 0,
            tingkat,
            induk,
            uraian: text("Uraian", &format!("B{row}")),
            pagu: text(pagu, &format!("C{row}")),
            keterangan: None,
        };
        let lines = vec![
            line(2, Program, None, program),
            line(3, Kegiatan, Some(0), parts[0]),
            line(4, Kegiatan, Some(0), parts[1]),
        ];
        built.cascade = built.cascade.take().map(|cascade| cascade.with_anggaran(lines).unwrap());
        check(&Input::new(&draft, &built).unwrap()).into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn amounts_must_be_read_and_add_up() {
        for (program, parts, expected) in [
            ("Rp10.000.000,00", ["4.000.000", "6.000.000"], None),
            ("10.000.000", ["4.000.000", "5.000.000"], Some("ANGGARAN-01")),
            ("4.000.000", ["4.000.000", "0"], Some("ANGGARAN-02")),
            ("4.000.000", ["5.000.000", "-1.000.000"], Some("ANGGARAN-03")),
            ("4.000.000", ["4.000.000", "nihil"], Some("ANGGARAN-04")),
            ("Rp. 5.000.000,-", ["5 jt", "1.000.000"], Some("ANGGARAN-04")),
            ("2.000.000", ["1.000.000", "1.5 M"], Some("ANGGARAN-04")),
            ("4.000.000", ["1.000.000", "2.999.999,7"], Some("ANGGARAN-04")),
        ] {
            assert_eq!(codes(program, parts), Vec::from_iter(expected), "{program} {parts:?}");
        }
    }
}
