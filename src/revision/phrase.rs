//! A change in words: what the office calls it, the cells, the counts. Shared
//! by everything that people read.

use super::change::{Change, Keadaan, Revision, Side};
use super::kind::Kind;

/// What happened, in lower case: "indikator diubah", "target diubah".
pub(super) fn event(change: &Change) -> String {
    let label = change.kind.label();
    let (before, after) = (change.semula.is_some(), change.menjadi.is_some());
    match (change.kind, before, after) {
        (Kind::Pemegang, true, true) => "pindah jabatan".to_owned(),
        (Kind::Pemegang, false, _) => "memegang jabatan".to_owned(),
        (Kind::Pemegang, true, false) => "melepas jabatan".to_owned(),
        (Kind::Atasan, true, true) => "pindah ke atasan lain".to_owned(),
        (Kind::Dikecualikan, false, _) => "indikator dikecualikan".to_owned(),
        (Kind::Dikecualikan, true, _) => "indikator tidak lagi dikecualikan".to_owned(),
        (_, true, true) => format!("{label} diubah"),
        (_, false, _) => format!("{label} baru"),
        (_, true, false) => format!("{label} dihapus"),
    }
}

/// The cells of a change: `Matriks!A18`, or `Matriks!A18 → B20` where the
/// thing moved too; nothing where neither side has one.
pub(super) fn cells(change: &Change) -> String {
    let place = |side: &Option<Side>| side.as_ref().and_then(|side| side.place.clone());
    match (place(&change.semula), place(&change.menjadi)) {
        (Some(old), Some(new)) if old.to_string() == new.to_string() => old.to_string(),
        (Some(old), Some(new)) if old.sheet() == new.sheet() => format!("{old} → {}", new.pos),
        (Some(old), Some(new)) => format!("{old} → {new}"),
        (Some(only), None) | (None, Some(only)) => only.to_string(),
        (None, None) => String::new(),
    }
}

/// A heading's mark of what is new or gone.
pub(super) const fn keadaan(keadaan: Keadaan) -> &'static str {
    match keadaan {
        Keadaan::Tetap => "",
        Keadaan::Baru => "baru",
        Keadaan::Hilang => "tidak ada lagi",
    }
}

/// The counts in one line: "4 perubahan: 2 jabatan, 1 pegawai".
pub(super) fn summary(revision: &Revision) -> String {
    if revision.is_empty() {
        return "Tidak ada perubahan.".to_owned();
    }
    let count = revision.changes().count();
    let parts =
        [(revision.umum.len(), "hal umum"), (revision.jabatan.len(), "jabatan"), (revision.pegawai.len(), "pegawai")];
    format!("{count} perubahan pada {}.", counted(&parts))
}

/// What there is any of, counted: "2 jabatan, 1 pegawai".
fn counted(parts: &[(usize, &str)]) -> String {
    let some = parts.iter().filter(|(count, _)| *count > 0);
    some.map(|(count, what)| format!("{count} {what}")).collect::<Vec<_>>().join(", ")
}

/// The sheets to sign in one line.
pub(super) fn signing(revision: &Revision) -> String {
    let list = &revision.must_sign;
    let parts = [
        (list.ulang.len(), "lembar ditandatangani ulang"),
        (list.baru.len(), "lembar baru"),
        (list.keluar.len(), "lembar tidak dipakai lagi"),
    ];
    let text = counted(&parts);
    if text.is_empty() { "Tidak ada lembar yang perlu ditandatangani ulang.".to_owned() } else { format!("{text}.") }
}
