//! The kinds of changes, as one table: the key that programs read, the words
//! that people read, and whether a signed sheet prints the thing.

/// What kind of thing changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The agency's name.
    Instansi,
    /// The year.
    Tahun,
    /// The head of region: jabatan or name.
    Pimpinan,
    /// A jabatan came, or is gone.
    Jabatan,
    /// A jabatan's name.
    Nama,
    /// The superior in the cascade.
    Induk,
    /// The superior who signs as Pihak Kedua.
    Atasan,
    /// The kind of post.
    Jenjang,
    /// A tujuan.
    Tujuan,
    /// A sasaran.
    Sasaran,
    /// The number of a sasaran.
    NomorSasaran,
    /// An indikator.
    Indikator,
    /// The number of an indikator.
    NomorIndikator,
    /// The unit of a target.
    Satuan,
    /// The year's target.
    Target,
    /// The target of a quarter.
    Triwulan(Triwulan),
    /// Which sasaran an indikator measures.
    Kelompok,
    /// A program, kegiatan or sub kegiatan of the money table.
    Anggaran,
    /// The amount of a line of the money table.
    Pagu,
    /// The remark of a line of the money table.
    KeteranganAnggaran,
    /// A person took up or left a jabatan.
    Pemegang,
    /// A person's name as written.
    NamaPegawai,
    /// A person's NIP; its digits are never shown.
    Nip,
    /// A person's pangkat.
    Pangkat,
    /// A person's golongan.
    Golongan,
    /// How a person holds a jabatan: definitive, Plt., Plh., Pj.
    Status,
    /// The jabatan as the roster writes it for a person.
    Sebutan,
    /// The superior that the roster names for a person.
    AtasanPegawai,
    /// Whether a person promises an indikator of the jabatan at all.
    Dikecualikan,
}

impl Kind {
    /// The key in JSON, `indikator`.
    pub const fn key(self) -> &'static str {
        self.row().0
    }

    /// The words that the office reads, in lower case: "target triwulan I".
    pub const fn label(self) -> &'static str {
        self.row().1
    }

    /// Whether the signed sheet prints it, so that a change of it must be
    /// signed.
    pub const fn is_printed(self) -> bool {
        self.row().2
    }

    /// The table: key, label, whether a sheet prints it.
    const fn row(self) -> (&'static str, &'static str, bool) {
        match self {
            Self::Instansi => ("instansi", "nama instansi", true),
            Self::Tahun => ("tahun", "tahun", true),
            Self::Pimpinan => ("pimpinan", "pimpinan daerah", true),
            Self::Jabatan => ("jabatan", "jabatan", true),
            Self::Nama => ("nama", "nama jabatan", true),
            // The place in the cascade shows on the chart only; who signs is `Atasan`.
            Self::Induk => ("induk", "kedudukan dalam kaskade", false),
            Self::Atasan => ("atasan", "atasan", true),
            Self::Jenjang => ("jenjang", "jenjang", true),
            Self::Tujuan => ("tujuan", "tujuan", false),
            Self::Sasaran => ("sasaran", "sasaran", true),
            // A sheet counts its rows itself.
            Self::NomorSasaran => ("nomor-sasaran", "nomor sasaran", false),
            Self::Indikator => ("indikator", "indikator", true),
            Self::NomorIndikator => ("nomor-indikator", "nomor indikator", false),
            Self::Satuan => ("satuan", "satuan", true),
            Self::Target => ("target", "target", true),
            Self::Triwulan(Triwulan::I) => ("triwulan-1", "target triwulan I", true),
            Self::Triwulan(Triwulan::II) => ("triwulan-2", "target triwulan II", true),
            Self::Triwulan(Triwulan::III) => ("triwulan-3", "target triwulan III", true),
            Self::Triwulan(Triwulan::IV) => ("triwulan-4", "target triwulan IV", true),
            Self::Kelompok => ("kelompok", "pasangan sasaran dan indikator", true),
            Self::Anggaran => ("anggaran", "anggaran", true),
            Self::Pagu => ("pagu", "pagu anggaran", true),
            Self::KeteranganAnggaran => ("keterangan-anggaran", "keterangan anggaran", true),
            Self::Pemegang => ("pemegang", "jabatan yang dipegang", true),
            Self::NamaPegawai => ("nama-pegawai", "nama pegawai", true),
            Self::Nip => ("nip", "NIP", true),
            Self::Pangkat => ("pangkat", "pangkat", true),
            Self::Golongan => ("golongan", "golongan", true),
            Self::Status => ("status", "status jabatan", true),
            Self::Sebutan => ("sebutan", "sebutan jabatan", true),
            Self::AtasanPegawai => ("atasan-pegawai", "atasan pegawai", true),
            Self::Dikecualikan => ("dikecualikan", "indikator yang tidak diperjanjikan", true),
        }
    }
}

/// A quarter of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Triwulan {
    /// January to March.
    I,
    /// April to June.
    II,
    /// July to September.
    III,
    /// October to December.
    IV,
}

impl Triwulan {
    /// The four, in order.
    pub const ALL: [Self; 4] = [Self::I, Self::II, Self::III, Self::IV];
}
