//! People: their NIP, digit by digit. Nothing personal is ever quoted.

use super::Input;
use crate::cascade::nip::{NipFault, faults};
use crate::finding::{Finding, rules::people};

/// Checks every pegawai.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let tahun = input.cascade.tahun();
    let nips = input.cascade.pegawai().iter().filter_map(|person| person.nip.as_ref());
    nips.flat_map(|nip| faults(&nip.value, tahun).into_iter().map(|fault| explain(fault, nip.place.clone()))).collect()
}

fn explain(fault: NipFault, place: crate::workbook::place::Place) -> Finding {
    let (rule, message) = match fault {
        NipFault::Characters => (&people::NIP_DIGITS, "NIP berisi tanda selain angka".to_owned()),
        NipFault::Length(count) => (&people::NIP_DIGITS, format!("NIP berisi {count} angka, seharusnya 18")),
        NipFault::Birth => (&people::NIP_BIRTH, "angka 1–8 NIP bukan tanggal lahir yang mungkin".to_owned()),
        NipFault::Start => (&people::NIP_START, "angka 9–14 NIP bukan bulan pengangkatan yang mungkin".to_owned()),
        NipFault::Sex => (&people::NIP_SEX, "angka ke-15 NIP bukan 1 atau 2".to_owned()),
        NipFault::Serial => (&people::NIP_SERIAL, "tiga angka terakhir NIP adalah 000".to_owned()),
    };
    Finding::new(rule, place, message)
}

#[cfg(test)]
mod tests {
    use crate::cascade::Settings;
    use crate::cascade::testing::{matrix, text};
    use crate::check::all;
    use crate::finding::Severity;

    #[test]
    fn a_nip_of_17_digits_is_an_error_at_its_cell_and_is_not_quoted() {
        let nip = "19900101201501100";
        let draft = matrix().post(0, "KEPALA DINAS CONTOH").sasaran("A").indikator("a").with(|draft| {
            draft.foot.jabatan = Some(text("KEPALA DINAS CONTOH", "A82"));
            draft.foot.nama = Some(text("Pegawai Contoh 01", "A83"));
            draft.foot.nip = Some(text(nip, "A84"));
        });
        let settings = Settings { tahun: 2026, ..Settings::default() };
        let findings = all(&draft.draft(), &settings);
        let finding = findings.iter().find(|finding| finding.code == "NIP-01").unwrap();
        assert_eq!(finding.severity, Severity::Galat);
        assert_eq!(finding.place.as_ref().unwrap().to_string(), "Matriks!A84");
        assert!(!serde_json::to_string(&findings).unwrap().contains(nip));
    }
}
