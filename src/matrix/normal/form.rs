//! The form of the normalised workbook: the names of its sheets and columns.
//! Who writes it and who reads it both go by this.

/// The upper left cell of the first sheet, by which the workbook is known.
pub const MARK: &str = "Matriks kinerja yang dinormalkan oleh perjakin";

/// The sheet of what concerns the whole instansi: a label and a value a row.
pub const INSTANSI: &str = "Instansi";
/// The sheet of posts.
pub const JABATAN: &str = "Jabatan";
/// The long table.
pub const KINERJA: &str = "Sasaran & Indikator";
/// The sheet of people.
pub const PEGAWAI: &str = "Pegawai";
/// The sheet of targets.
pub const TARGET: &str = "Target";

/// The sheet of money; only there where some is known.
pub const ANGGARAN: &str = "Anggaran";

/// The row of the column names on every sheet but the first, counted from 1.
pub const HEADER_ROW: u32 = 1;

/// Labels on the sheet [`INSTANSI`].
pub mod label {
    /// The agency's name.
    pub const INSTANSI: &str = "Instansi";
    /// The year.
    pub const TAHUN: &str = "Tahun";
    /// The matrix's title.
    pub const JUDUL: &str = "Judul matriks";
    /// Place and date at the foot.
    pub const TEMPAT_TANGGAL: &str = "Tempat dan tanggal";
    /// The signatory's jabatan.
    pub const JABATAN: &str = "Jabatan penanda tangan";
    /// The signatory's name.
    pub const NAMA: &str = "Nama penanda tangan";
    /// The signatory's pangkat.
    pub const PANGKAT: &str = "Pangkat penanda tangan";
    /// The signatory's NIP.
    pub const NIP: &str = "NIP penanda tangan";
}

/// Column names.
pub mod column {
    /// The row's stable key.
    pub const ID: &str = "ID";
    /// A jabatan: its name on its own sheet, a reference elsewhere.
    pub const JABATAN: &str = "Jabatan";
    /// How other sheets refer to the jabatan.
    pub const SEBUTAN: &str = "Sebutan";
    /// The kind of post.
    pub const JENJANG: &str = "Jenjang";
    /// Depth in the cascade, 0 at the top.
    pub const TINGKAT: &str = "Tingkat";
    /// The unit.
    pub const UNIT: &str = "Unit";
    /// The superior, by reference.
    pub const ATASAN: &str = "Atasan";
    /// Whether the superior is certain; see [`super::DASAR`].
    pub const DASAR: &str = "Dasar";
    /// Which sasaran and indikator belong together.
    pub const KELOMPOK: &str = "Kelompok";
    /// Tujuan.
    pub const TUJUAN: &str = "Tujuan";
    /// The number of the sasaran.
    pub const NO_SASARAN: &str = "No. Sasaran";
    /// Sasaran.
    pub const SASARAN: &str = "Sasaran";
    /// The number of the indikator.
    pub const NO_INDIKATOR: &str = "No. Indikator";
    /// Indikator.
    pub const INDIKATOR: &str = "Indikator";
    /// Unit of the target.
    pub const SATUAN: &str = "Satuan";
    /// The year's target.
    pub const TARGET: &str = "Target";
    /// The targets of the quarters.
    pub const TW: [&str; 4] = ["TW I", "TW II", "TW III", "TW IV"];
    /// A person's name.
    pub const NAMA: &str = "Nama";
    /// NIP or NI PPPK.
    pub const NIP: &str = "NIP";
    /// Pangkat.
    pub const PANGKAT: &str = "Pangkat";
    /// Golongan.
    pub const GOLONGAN: &str = "Golongan";
    /// How the person holds the post.
    pub const STATUS: &str = "Status";
    /// Whether the person signs electronically.
    pub const TTE: &str = "TTE";
    /// The person whose own target it is.
    pub const PEGAWAI: &str = "Pegawai";
    /// The name of the line of money that this one is a part of.
    pub const BAGIAN_DARI: &str = "Bagian dari";
    /// The name of a program, kegiatan or sub kegiatan.
    pub const URAIAN: &str = "Uraian";
    /// The amount.
    pub const ANGGARAN: &str = "Anggaran";
    /// A remark.
    pub const KETERANGAN: &str = "Keterangan";
}

/// What the superior rests on: certain, or only where the block stood.
pub const DASAR: [&str; 2] = ["pasti", "letak"];

/// The levels of money, the highest first.
pub const ANGGARAN_TINGKAT: [&str; 3] = ["program", "kegiatan", "sub kegiatan"];

/// For a line of money that is a part of none.
pub const PART_OF_NONE: &str = "-";

/// Behind the number of a kelompok: the pairing is not certain.
pub const UNCERTAIN: char = '?';
