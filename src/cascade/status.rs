//! How a row of the roster says that its person is Plt., Plh. or Pj.: in the
//! column Status, before the jabatan, or before the name.

use std::borrow::Cow;

use super::pegawai::StatusJabatan;
use super::roster::RosterRow;
use super::staffing;
use crate::finding::{Finding, rules::people};
use crate::workbook::place::Located;

/// The row with a name that is only one: a status before it goes into the
/// status, where the row has no other. Two that differ are a finding.
pub(super) fn settled<'a>(row: &'a RosterRow, findings: &mut Vec<Finding>) -> Cow<'a, RosterRow> {
    let (column, title) = (in_column(row), before_title(row));
    let name = before_name(&row.nama.value);
    let chosen = column.or(title).or(name.map(|(status, _)| status));
    if [title, name.map(|(status, _)| status)].into_iter().flatten().any(|other| Some(other) != chosen) {
        let place = row.status.as_ref().map_or(&row.jabatan.place, |cell| &cell.place);
        let message = "status jabatan tertulis berbeda di kolom Status, di depan jabatan, atau di depan nama";
        findings.push(Finding::new(&people::STATUS_UNCLEAR, place.clone(), message).others([row.nama.place.clone()]));
    }
    let Some((_, nama)) = name else { return Cow::Borrowed(row) };
    let cell = |text: &str| Located::new(text.trim().to_owned(), row.nama.place.clone());
    let before = row.nama.value.strip_suffix(nama).unwrap_or_default();
    let status = if column.or(title).is_some() { row.status.clone() } else { Some(cell(before)) };
    Cow::Owned(RosterRow { nama: cell(nama), status, ..row.clone() })
}

/// How the row's person holds the post.
pub(super) fn of(row: &RosterRow) -> StatusJabatan {
    in_column(row).or_else(|| before_title(row)).unwrap_or(StatusJabatan::Definitif)
}

/// What the column says; `None` where it holds something else, as "PNS".
fn in_column(row: &RosterRow) -> Option<StatusJabatan> {
    let text = row.status.as_ref()?.value.trim();
    let status = staffing::status(&format!("{text} x")).0;
    let is_definitive = || text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("def"));
    (status != StatusJabatan::Definitif || is_definitive()).then_some(status)
}

fn before_title(row: &RosterRow) -> Option<StatusJabatan> {
    Some(staffing::status(&row.jabatan.value).0).filter(|status| *status != StatusJabatan::Definitif)
}

/// A name as it is kept, wherever a cell names a person.
pub(super) fn bare_name(name: &str) -> &str {
    before_name(name).map_or(name, |(_, bare)| bare)
}

/// "Plh. Pegawai Contoh" in its two parts; `None` for a name alone, and for a
/// status alone.
fn before_name(name: &str) -> Option<(StatusJabatan, &str)> {
    let name = name.trim();
    let (word, rest) = name.split_at(name.find(['.', ' '])?);
    let rest = rest.trim_start_matches(['.', ' ']);
    let status = staffing::short(word).filter(|_| rest.chars().any(char::is_alphabetic))?;
    Some((status, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::testing::{self, text};

    fn read(nama: &str, jabatan: &str, status: &str) -> (String, StatusJabatan, usize) {
        let status = Some(text(status, "F2")).filter(|cell| !cell.value.is_empty());
        let row = RosterRow { status, ..testing::row(nama, jabatan) };
        let mut findings = Vec::new();
        let row = settled(&row, &mut findings);
        (row.nama.value.clone(), of(&row), findings.len())
    }

    #[test]
    fn a_status_before_the_name_is_no_part_of_it() {
        let name = "Pegawai Contoh 01, S.T.";
        for (written, jabatan, column, status) in [
            ("Plh. Pegawai Contoh 01, S.T.", "Sekretaris", "", StatusJabatan::Plh),
            ("PLT Pegawai Contoh 01, S.T.", "Sekretaris", "PNS", StatusJabatan::Plt),
            ("Pj.Pegawai Contoh 01, S.T.", "Pj. Sekretaris", "", StatusJabatan::Pj),
            (name, "Plt. Sekretaris", "PNS", StatusJabatan::Plt),
            (name, "Sekretaris", "Definitif", StatusJabatan::Definitif),
        ] {
            assert_eq!(read(written, jabatan, column), (name.to_owned(), status, 0), "{written}, {jabatan}, {column}");
        }
        assert_eq!(read("Plt.", "Sekretaris", "").0, "Plt.");
    }

    #[test]
    fn two_that_differ_are_told_and_the_column_counts() {
        for (nama, jabatan, column, status) in [
            ("Plh. Pegawai Contoh 01", "Sekretaris", "Pj.", StatusJabatan::Pj),
            ("Pegawai Contoh 01", "Plt. Sekretaris", "Definitif", StatusJabatan::Definitif),
            ("Plh. Pegawai Contoh 01", "Plt. Sekretaris", "", StatusJabatan::Plt),
        ] {
            assert_eq!(read(nama, jabatan, column), ("Pegawai Contoh 01".to_owned(), status, 1), "{nama}, {jabatan}");
        }
    }
}
