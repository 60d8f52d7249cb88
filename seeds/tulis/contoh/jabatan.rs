//! The jabatan of the agency, each with what it promises.

/// A jabatan, its sasaran, and its subordinates.
pub struct Jabatan {
    /// The name, as over its block.
    pub nama: &'static str,
    /// The sasaran, each with its indikator.
    pub sasaran: &'static [Sasaran],
    /// Who reports to it.
    pub bawahan: &'static [Jabatan],
}

/// A sasaran and the indikator that measure it.
pub type Sasaran = (&'static str, &'static [Indikator]);

/// An indikator with its satuan, the year's target and those of TW I–IV.
pub type Indikator = (&'static str, &'static str, Nilai, [Nilai; 4]);

/// What a target's cell holds.
#[derive(Clone, Copy)]
pub enum Nilai {
    /// A number cell.
    Angka(f64),
    /// A text cell.
    Teks(&'static str),
}

use Nilai::{Angka, Teks};

/// A target that is reached at the end of the year.
const fn akhir(nilai: Nilai) -> [Nilai; 4] {
    [Teks("-"), Teks("-"), Teks("-"), nilai]
}

/// A target that is reached in four equal parts.
const fn rata(bagian: f64) -> [Nilai; 4] {
    [Angka(bagian); 4]
}

/// A percentage that grows.
const fn naik(satu: f64, dua: f64, tiga: f64, empat: f64) -> [Nilai; 4] {
    [Angka(satu), Angka(dua), Angka(tiga), Angka(empat)]
}

/// The tujuan of the agency.
pub const TUJUAN: &str = "Terwujudnya pelayanan dinas yang prima bagi masyarakat";

/// The head, and everyone below.
pub const KEPALA: Jabatan = Jabatan {
    nama: "KEPALA DINAS CONTOH KOTA CONTOH",
    sasaran: &[
        (
            "Meningkatnya kualitas pelayanan dinas kepada masyarakat",
            &[
                ("Indeks kepuasan masyarakat atas pelayanan dinas", "Indeks", Angka(3.45), akhir(Angka(3.45))),
                (
                    "Persentase pengaduan masyarakat yang diselesaikan tepat waktu",
                    "Persen",
                    Angka(95.0),
                    naik(80.0, 85.0, 90.0, 95.0),
                ),
            ],
        ),
        (
            "Meningkatnya akuntabilitas kinerja dinas",
            &[("Nilai evaluasi akuntabilitas kinerja dinas", "Nilai", Teks("82 (A)"), akhir(Teks("82 (A)")))],
        ),
    ],
    bawahan: &[SEKRETARIS, PELAYANAN, PEMBERDAYAAN],
};

const SEKRETARIS: Jabatan = Jabatan {
    nama: "SEKRETARIS",
    sasaran: &[(
        "Meningkatnya tata kelola administrasi dan keuangan dinas",
        &[
            (
                "Persentase rekomendasi hasil pemeriksaan yang ditindaklanjuti",
                "Persen",
                Angka(100.0),
                naik(25.0, 50.0, 75.0, 100.0),
            ),
            ("Opini atas laporan keuangan dinas", "Opini", Teks("WTP"), akhir(Teks("WTP"))),
            ("Persentase dokumen perencanaan yang selaras", "Persen", Teks("≥ 90"), naik(60.0, 70.0, 80.0, 90.0)),
        ],
    )],
    bawahan: &[UMUM, PERENCANA],
};

const UMUM: Jabatan = Jabatan {
    nama: "KEPALA SUBBAGIAN UMUM DAN KEPEGAWAIAN",
    sasaran: &[(
        "Tertibnya administrasi umum dan kepegawaian dinas",
        &[
            (
                "Persentase usulan kepegawaian yang diselesaikan tepat waktu",
                "Persen",
                Angka(95.0),
                naik(90.0, 92.5, 92.5, 95.0),
            ),
            ("Persentase barang milik daerah yang tercatat", "Persen", Angka(100.0), akhir(Angka(100.0))),
        ],
    )],
    bawahan: &[
        Jabatan {
            nama: "Pengadministrasi Perkantoran",
            sasaran: &[(
                "Terkelolanya surat dan berkas administrasi umum dinas",
                &[
                    ("Jumlah surat yang dicatat", "Surat", Angka(1200.0), rata(300.0)),
                    ("Jumlah berkas kepegawaian yang ditata", "Berkas", Angka(400.0), rata(100.0)),
                ],
            )],
            bawahan: &[],
        },
        Jabatan {
            nama: "Arsiparis Terampil",
            sasaran: &[(
                "Terpeliharanya arsip administrasi dinas",
                // Not agreed upon while nobody holds the post.
                &[("Jumlah boks arsip yang dipelihara", "Boks", Teks(""), [Teks(""); 4])],
            )],
            bawahan: &[],
        },
    ],
};

const PERENCANA: Jabatan = Jabatan {
    nama: "Perencana Ahli Muda",
    sasaran: &[(
        "Tersusunnya dokumen perencanaan dan laporan kinerja dinas tepat waktu",
        &[
            ("Jumlah dokumen perencanaan yang disusun", "Dokumen", Angka(4.0), rata(1.0)),
            (
                "Jumlah laporan kinerja yang disusun",
                "Laporan",
                Angka(5.0),
                [Angka(2.0), Angka(1.0), Angka(1.0), Angka(1.0)],
            ),
        ],
    )],
    bawahan: &[Jabatan {
        nama: "Pengelola Data",
        sasaran: &[(
            "Tersedianya data perencanaan dan laporan kinerja yang mutakhir",
            &[("Jumlah daftar data kinerja yang dimutakhirkan", "Daftar", Angka(12.0), rata(3.0))],
        )],
        bawahan: &[],
    }],
};

const PELAYANAN: Jabatan = Jabatan {
    nama: "KEPALA BIDANG PELAYANAN",
    sasaran: &[(
        "Meningkatnya mutu pelayanan langsung bagi pemohon",
        &[
            (
                "Persentase pemohon yang dilayani sesuai standar waktu",
                "Persen",
                Angka(92.5),
                naik(85.0, 87.5, 90.0, 92.5),
            ),
            ("Persentase jenis pelayanan yang memenuhi standar", "Persen", Angka(90.0), akhir(Angka(90.0))),
        ],
    )],
    bawahan: &[Jabatan {
        nama: "Penyuluh Contoh Ahli Muda/Pekerja Contoh Ahli Muda",
        sasaran: &[(
            "Terlaksananya penyuluhan dan pendampingan bagi pemohon pelayanan",
            &[
                ("Jumlah penyuluhan yang dilaksanakan", "Kegiatan", Angka(24.0), rata(6.0)),
                ("Jumlah pemohon yang didampingi", "Orang", Angka(120.0), rata(30.0)),
            ],
        )],
        bawahan: &[Jabatan {
            nama: "Pengelola Layanan Operasional",
            sasaran: &[(
                "Terlayaninya pemohon di loket pelayanan",
                &[
                    ("Jumlah pemohon yang dilayani di loket", "Orang", Angka(2400.0), rata(600.0)),
                    ("Persentase berkas pemohon yang lengkap", "Persen", Angka(98.0), naik(95.0, 96.0, 97.0, 98.0)),
                ],
            )],
            bawahan: &[],
        }],
    }],
};

const PEMBERDAYAAN: Jabatan = Jabatan {
    nama: "KEPALA BIDANG PEMBERDAYAAN",
    sasaran: &[(
        "Meningkatnya kemandirian kelompok binaan",
        &[("Persentase kelompok binaan yang mandiri", "Persen", Angka(40.0), naik(10.0, 20.0, 30.0, 40.0))],
    )],
    bawahan: &[Jabatan {
        nama: "Analis Kebijakan Ahli Muda",
        sasaran: &[(
            "Tersedianya rekomendasi kebijakan pembinaan kelompok",
            &[("Jumlah rekomendasi pembinaan kelompok yang disusun", "Rekomendasi", Angka(6.0), akhir(Angka(6.0)))],
        )],
        bawahan: &[Jabatan {
            nama: "Penata Layanan Operasional",
            sasaran: &[(
                "Terlaksananya pembinaan kelompok di lapangan",
                &[("Jumlah kunjungan pembinaan kelompok", "Kunjungan", Angka(48.0), rata(12.0))],
            )],
            bawahan: &[],
        }],
    }],
};
