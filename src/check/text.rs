//! Characters: what the document's font cannot print, what is invisible, and
//! what only looks like a Latin letter.

use super::Input;
use super::texts::{all, words};
use crate::finding::{Finding, rules::text};
use crate::workbook::place::Place;
use crate::workbook::text::is_direction_mark;

/// Checks every text that a document prints. Names of people are checked and
/// not quoted.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let mut findings = Vec::new();
    for block in &input.draft.blocks {
        characters(input, &block.nama.value, &block.nama.place, true, &mut findings);
        for item in &block.indikator {
            let values = [&item.satuan, &item.target].into_iter().chain(item.triwulan.as_deref().into_iter().flatten());
            for value in values.flatten() {
                characters(input, &value.value, &value.place, true, &mut findings);
            }
        }
    }
    for text in all(input.draft) {
        characters(input, text.text, text.place, true, &mut findings);
    }
    for person in input.cascade.pegawai() {
        let personal = [Some(&person.nama), person.nip.as_ref(), person.pangkat.as_ref(), person.golongan.as_ref()];
        for value in personal.into_iter().flatten() {
            characters(input, &value.value, &value.place, false, &mut findings);
        }
    }
    findings
}

fn characters(input: &Input, value: &str, place: &Place, quoted: bool, findings: &mut Vec<Finding>) {
    // Plain ASCII is nearly everything, and every font has it.
    if value.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte)) {
        return;
    }
    let odd = |is: &dyn Fn(char) -> bool| -> Vec<(usize, char)> {
        let mut odd: Vec<(usize, char)> = value.char_indices().filter(|(_, c)| is(*c)).collect();
        odd.dedup_by_key(|pair| pair.1);
        odd
    };
    let is_control = |c: char| c.is_control() && c != '\n';
    let odd_glyph = |c: char| !c.is_control() && !is_direction_mark(c) && !(input.covers)(c);
    for (rule, what, odd) in [
        (&text::CONTROL, "tanda kendali yang tidak terlihat", odd(&is_control)),
        (&text::DIRECTION, "tanda pembalik arah tulisan", odd(&is_direction_mark)),
        (&text::NO_GLYPH, "tidak ada bentuk cetaknya", odd(&odd_glyph)),
    ] {
        if let Some((at, first)) = odd.first() {
            let codes = odd.iter().map(|(_, c)| format!("U+{:04X}", u32::from(*c))).collect::<Vec<_>>().join(", ");
            let finding = Finding::new(rule, place.clone(), format!("{codes}: {what}"));
            findings.push(if quoted { finding.quote(value).mark(*at..at + first.len_utf8()) } else { finding });
        }
    }
    if let Some((start, word)) = words(value).find(|(_, word)| mixes_scripts(word)) {
        let finding = Finding::new(&text::LOOKALIKE, place.clone(), "kata ini memuat huruf dari aksara lain");
        let range = start..start + word.len();
        findings.push(if quoted { finding.quote(value).mark(range) } else { finding });
    }
}

/// Latin letters together with Greek or Cyrillic ones in one word.
fn mixes_scripts(word: &str) -> bool {
    let foreign = |c: char| matches!(c, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}');
    word.chars().any(foreign) && word.chars().any(|c| c.is_alphabetic() && !foreign(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::testing::{matrix, text as cell};
    use crate::cascade::{Settings, build};

    fn findings(sasaran: &str, name: &str) -> Vec<Finding> {
        let draft = matrix().post(0, "KEPALA DINAS").sasaran(sasaran).indikator("a b").with(|draft| {
            draft.foot.jabatan = Some(cell("KEPALA DINAS", "A80"));
            draft.foot.nama = Some(cell(name, "A81"));
        });
        let (draft, built) = (draft.draft(), build(&draft.draft(), &Settings::default()));
        let covers = |c: char| (c as u32) < 0x2200;
        check(&Input { covers: &covers, ..Input::new(&draft, &built).unwrap() })
    }

    #[test]
    fn each_odd_character_is_named_at_its_cell() {
        for (text, code, message) in [
            ("Data \u{1f600}\u{1f600} baru", "TEKS-01", "U+1F600: tidak ada bentuk cetaknya"),
            ("Data \u{f0b7}", "TEKS-01", "U+F0B7: tidak ada bentuk cetaknya"),
            ("Data\u{0} baru", "TEKS-02", "U+0000: tanda kendali yang tidak terlihat"),
            ("Data \u{202e}baru", "TEKS-03", "U+202E: tanda pembalik arah tulisan"),
            ("L\u{430}poran", "TEKS-04", "kata ini memuat huruf dari aksara lain"),
        ] {
            let found = findings(text, "Pegawai Contoh 01");
            assert_eq!(found.len(), 1, "{text:?}");
            assert_eq!((found[0].code, found[0].message.as_str()), (code, message));
        }
    }

    #[test]
    fn printable_text_is_silent() {
        assert!(findings("≥ 80 – “Data” é".replace('≥', ">").as_str(), "Pegawai Contoh 01").is_empty());
    }

    #[test]
    fn a_name_is_checked_and_not_quoted() {
        let found = findings("Data baru", "Pegawai \u{1f600} Contoh");
        assert_eq!((found.len(), found[0].quote.as_deref()), (1, None));
        assert_eq!(found[0].place.as_ref().unwrap().pos.to_string(), "A81");
    }
}
