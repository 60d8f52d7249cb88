//! Whether a cell goes on with the text above it: sentences that were broken
//! over two rows by hand, or by the end of a page.

/// Words after which no Indonesian title ends, in lower case.
const OPEN_ENDS: &[&str] = &[
    "dan", "atau", "serta", "yang", "dengan", "di", "ke", "dari", "pada", "untuk", "bagi", "dalam", "oleh", "sesuai",
    "terhadap", "tentang", "antara", "hasil", "per",
];
/// A text of at most so many words, without a number amid numbered ones, is no
/// sasaran or indikator of its own.
const FRAGMENT_WORDS: usize = 2;

/// Whether `next`, which has no number, goes on with `text`.
pub(super) fn goes_on(text: &str, numbered: bool, next: &str) -> bool {
    let open = text.ends_with([',', '/', '-', '(', '&']) || {
        let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
        OPEN_ENDS.contains(&last.as_str())
    };
    let lower = next.starts_with(|c: char| c.is_lowercase() || matches!(c, ')' | ',' | '/' | '&'));
    let fragment = numbered && next.split_whitespace().count() <= FRAGMENT_WORDS;
    open || lower || fragment
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_sentences_are_joined() {
        assert!(goes_on("Jumlah Laporan hasil", false, "Pengendalian"));
        assert!(goes_on("Jumlah Laporan Keuangan,", false, "Barang Milik Daerah dan Kepegawaian"));
        assert!(goes_on("Jumlah Laporan", false, "yang disusun tepat waktu"));
        assert!(goes_on("Jumlah Dokumen Anggaran", true, "Pembangunan"));
    }

    #[test]
    fn items_of_their_own_stay_apart() {
        assert!(!goes_on("Jumlah Laporan Register pembayaran", true, "Jumlah Laporan pembayaran dari Uang Persediaan"));
        assert!(!goes_on("Meningkatnya rehabilitasi sosial", false, "Meningkatnya perlindungan sosial"));
        assert!(!goes_on("Tersusunnya Laporan", false, "Tersedianya Dokumen"));
    }
}
