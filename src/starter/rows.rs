//! The rows of an office that does not exist, to be replaced.

/// A row of the matrix: jabatan, atasan, sasaran, indikator, satuan, target,
/// TW I–IV.
pub(super) type Row = [&'static str; 10];

/// The matrix.
pub(super) const MATRIKS: &[Row] = &[
    [
        "Kepala Dinas Contoh Kota Contoh",
        "",
        "Meningkatnya kualitas layanan contoh bagi masyarakat",
        "Indeks kepuasan masyarakat terhadap layanan contoh",
        "Indeks",
        "85",
        "",
        "",
        "",
        "",
    ],
    [
        "Sekretaris",
        "Kepala Dinas Contoh Kota Contoh",
        "Meningkatnya akuntabilitas kinerja dinas",
        "Nilai evaluasi akuntabilitas kinerja dinas",
        "Nilai",
        "82",
        "",
        "",
        "",
        "",
    ],
    [
        "Kepala Bidang Layanan Contoh",
        "Kepala Dinas Contoh Kota Contoh",
        "Meningkatnya ketepatan waktu layanan contoh",
        "Persentase layanan contoh yang selesai tepat waktu",
        "Persen",
        "90",
        "80",
        "85",
        "88",
        "90",
    ],
    [
        "Perencana Ahli Muda",
        "Sekretaris",
        "Tersusunnya dokumen perencanaan dinas tepat waktu",
        "Jumlah dokumen perencanaan yang disusun tepat waktu",
        "Dokumen",
        "4",
        "1",
        "2",
        "3",
        "4",
    ],
    [
        "Pengadministrasi Perkantoran",
        "Kepala Bidang Layanan Contoh",
        "Tertibnya administrasi layanan contoh",
        "Jumlah berkas layanan contoh yang diarsipkan",
        "Berkas",
        "240",
        "60",
        "120",
        "180",
        "240",
    ],
];

/// The roster: nama, pangkat, golongan, jabatan, unit, status. There is no NIP
/// in it, for none can be invented without being somebody's.
pub(super) const PEGAWAI: &[[&str; 6]] = &[
    ["Pegawai Contoh 01", "Pembina Utama Muda", "IV/c", "Kepala Dinas Contoh Kota Contoh", "", "Definitif"],
    ["Pegawai Contoh 02", "Pembina", "IV/a", "Sekretaris", "Sekretariat", "Definitif"],
    ["Pegawai Contoh 03", "Pembina", "IV/a", "Kepala Bidang Layanan Contoh", "Bidang Layanan Contoh", "Plt."],
    ["Pegawai Contoh 04", "Penata", "III/c", "Perencana Ahli Muda", "Sekretariat", "Definitif"],
    ["Pegawai Contoh 05", "", "V", "Pengadministrasi Perkantoran", "Bidang Layanan Contoh", "Definitif"],
];
