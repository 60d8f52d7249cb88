//! Words that are typed wrong again and again in Indonesian matrices, and
//! forms that are common but not standard. An office adds its own.

/// Typing errors and what was probably meant; lower case, sorted.
pub(super) const TYPOS: &[(&str, &str)] = &[
    ("adminitrasi", "administrasi"),
    ("adminstrasi", "administrasi"),
    ("angaran", "anggaran"),
    ("apartur", "aparatur"),
    ("aparatu", "aparatur"),
    ("diatas", "di atas"),
    ("dibawah", "di bawah"),
    ("didalam", "di dalam"),
    ("dokmen", "dokumen"),
    ("dokument", "dokumen"),
    ("evalusi", "evaluasi"),
    ("inventarisir", "inventarisasi"),
    ("jumah", "jumlah"),
    ("jumlh", "jumlah"),
    ("kedalam", "ke dalam"),
    ("kegaitan", "kegiatan"),
    ("kegiatam", "kegiatan"),
    ("kesejateraan", "kesejahteraan"),
    ("kesejahtraan", "kesejahteraan"),
    ("keuagan", "keuangan"),
    ("laoran", "laporan"),
    ("lapran", "laporan"),
    ("lhkps", "LHKASN"),
    ("masyarkat", "masyarakat"),
    ("meningkanya", "meningkatnya"),
    ("meningkatya", "meningkatnya"),
    ("monitiring", "monitoring"),
    ("pealayanan", "pelayanan"),
    ("pelaksaan", "pelaksanaan"),
    ("pelaksanan", "pelaksanaan"),
    ("pelaporn", "pelaporan"),
    ("pemeliharan", "pemeliharaan"),
    ("penangulangan", "penanggulangan"),
    ("pendistibusian", "pendistribusian"),
    ("pengadminstrasi", "pengadministrasi"),
    ("pengangaran", "penganggaran"),
    ("pengeloaan", "pengelolaan"),
    ("penyelengaraan", "penyelenggaraan"),
    ("penyelenggraan", "penyelenggaraan"),
    ("penyesunan", "penyusunan"),
    ("penyususnan", "penyusunan"),
    ("penyususan", "penyusunan"),
    ("perencanan", "perencanaan"),
    ("persentasi", "persentase"),
    ("prosentase", "persentase"),
    ("rehabiltasi", "rehabilitasi"),
    ("rekapitualsi", "rekapitulasi"),
    ("sosisal", "sosial"),
    ("terlaksanya", "terlaksananya"),
    ("terseldianya", "tersedianya"),
    ("tersedinya", "tersedianya"),
    ("terwujunya", "terwujudnya"),
    ("trwiulan", "triwulan"),
    ("tesedianya", "tersedianya"),
    ("yg", "yang"),
];

/// Common forms that are not standard (KBBI); lower case, sorted.
pub(super) const NONSTANDARD: &[(&str, &str)] = &[
    ("aktifitas", "aktivitas"),
    ("analisa", "analisis"),
    ("antri", "antre"),
    ("apotik", "apotek"),
    ("atlit", "atlet"),
    ("detil", "detail"),
    ("draft", "draf"),
    ("efektifitas", "efektivitas"),
    ("himbauan", "imbauan"),
    ("ijin", "izin"),
    ("jadual", "jadwal"),
    ("karir", "karier"),
    ("komplit", "komplet"),
    ("kwalitas", "kualitas"),
    ("kwitansi", "kuitansi"),
    ("lembab", "lembap"),
    ("merubah", "mengubah"),
    ("metoda", "metode"),
    ("nasehat", "nasihat"),
    ("obyek", "objek"),
    ("praktek", "praktik"),
    ("produktifitas", "produktivitas"),
    ("propinsi", "provinsi"),
    ("resiko", "risiko"),
    ("sistim", "sistem"),
    ("standarisasi", "standardisasi"),
    ("subyek", "subjek"),
    ("tehnik", "teknik"),
    ("tehnis", "teknis"),
];

/// Actions and the state that a sasaran is meant to name; lower case.
pub(super) const STATES: &[(&str, &str)] = &[
    ("melaksanakan", "terlaksananya"),
    ("memenuhi", "terpenuhinya"),
    ("memfasilitasi", "terfasilitasinya"),
    ("mengelola", "terkelolanya"),
    ("meningkatkan", "meningkatnya"),
    ("menurunkan", "menurunnya"),
    ("menyediakan", "tersedianya"),
    ("menyelenggarakan", "terselenggaranya"),
    ("menyusun", "tersusunnya"),
    ("mengoptimalkan", "optimalnya"),
    ("mewujudkan", "terwujudnya"),
];

/// Looks a word up, whatever its capitals; the meant word takes over a
/// capital at the beginning.
pub(super) fn meant(table: &[(&str, &str)], word: &str) -> Option<String> {
    let small = word.to_lowercase();
    let (_, meant) = table.iter().find(|(wrong, _)| *wrong == small)?;
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let mut letters = meant.chars();
    match letters.next() {
        Some(first) if capital => Some(first.to_uppercase().chain(letters).collect()),
        _ => Some((*meant).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_one_small_word_that_differs_from_what_is_meant() {
        for (wrong, right) in TYPOS.iter().chain(NONSTANDARD).chain(STATES) {
            assert_eq!(*wrong, wrong.to_lowercase());
            assert_ne!(wrong, right);
            assert!(wrong.chars().all(char::is_alphanumeric), "{wrong}");
        }
    }

    #[test]
    fn the_capital_is_kept() {
        assert_eq!(meant(TYPOS, "Penyesunan").as_deref(), Some("Penyusunan"));
        assert_eq!(meant(TYPOS, "kedalam").as_deref(), Some("ke dalam"));
        assert_eq!(meant(TYPOS, "laporan"), None);
    }
}
