//! The commands and their arguments, in Indonesian as the office types them.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

/// Frame of the help pages; the library's own words are English.
const HELP: &str = "{about-with-newline}\nPemakaian: {usage}\n\n{all-args}{after-help}";

/// Dari matriks kinerja di Excel ke lembar Perjanjian Kinerja dan bagan kaskade yang siap cetak.
#[derive(Debug, Parser)]
#[command(
    name = "perjakin",
    help_template = HELP,
    subcommand_help_heading = "Perintah",
    override_usage = "perjakin [PERINTAH] [PILIHAN]",
    after_help = "Tanpa perintah, perjakin sama dengan perjakin cetak.",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    args_conflicts_with_subcommands = true,
    version
)]
pub struct Cli {
    /// The command; none is `cetak`.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The arguments of `cetak` when no command is given.
    #[command(flatten)]
    pub cetak: CetakArgs,
    /// Tampilkan penjelasan ini
    #[arg(short = 'h', long = "bantuan", alias = "help", action = ArgAction::HelpShort, global = true, help_heading = "Lainnya")]
    help: Option<bool>,
    /// Tampilkan versi program
    #[arg(short = 'V', long = "versi", alias = "version", action = ArgAction::Version, help_heading = "Lainnya")]
    version: Option<bool>,
}

/// One command of the program.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Baca, periksa, dan mutakhirkan folder output (perintah utama)
    #[command(visible_alias = "print", help_template = HELP, override_usage = "perjakin cetak [PILIHAN]")]
    Cetak(CetakArgs),
    /// Periksa data saja; tidak menulis apa pun
    #[command(visible_alias = "check", help_template = HELP, override_usage = "perjakin periksa [PILIHAN]")]
    Periksa(PeriksaArgs),
    /// Tulis model kaskade sebagai JSON ke keluaran
    #[command(visible_alias = "cascade", help_template = HELP, override_usage = "perjakin kaskade [PILIHAN]")]
    Kaskade(KaskadeArgs),
    /// Tetapkan yang sudah ditandatangani sebagai satu edisi; sesudah itu hanya perubahan yang dicetak
    #[command(visible_alias = "freeze", help_template = HELP, override_usage = "perjakin tetapkan [PILIHAN]")]
    Tetapkan(TetapkanArgs),
    /// Cetak bagan kaskade dan matriks saja
    #[command(visible_alias = "chart", help_template = HELP, override_usage = "perjakin bagan [PILIHAN]")]
    Bagan(BaganArgs),
    /// Tulis matriks sebagai buku kerja yang rapi, satu lembar satu macam isi
    #[command(visible_alias = "normalize", help_template = HELP, override_usage = "perjakin normalkan [PILIHAN]")]
    Normalkan(NormalkanArgs),
    /// Buat folder awal: konfigurasi, buku kerja contoh, templat
    #[command(visible_alias = "init", help_template = HELP, override_usage = "perjakin mulai FOLDER")]
    Mulai(MulaiArgs),
    /// Bandingkan dua matriks: apa yang berubah, siapa menandatangani ulang
    #[command(visible_alias = "diff", help_template = HELP, override_usage = "perjakin banding LAMA BARU [PILIHAN]")]
    Banding(BandingArgs),
    /// Cocokkan folder output dengan daftarnya
    #[command(visible_alias = "verify", help_template = HELP, override_usage = "perjakin verifikasi [PILIHAN]")]
    Verifikasi(VerifikasiArgs),
    /// Lihat satu lembar di peramban selagi templat atau redaksinya diubah
    #[command(visible_alias = "watch", help_template = HELP, override_usage = "perjakin awasi [PILIHAN]")]
    Awasi(AwasiArgs),
    /// Jelaskan satu kode temuan: arti, contoh, cara memperbaiki
    #[command(visible_alias = "explain", help_template = HELP, override_usage = "perjakin jelaskan [KODE]")]
    Jelaskan {
        /// Kode temuan, misalnya NIP-01; kosong untuk daftar semua kode
        #[arg(value_name = "KODE", help_heading = "Pilihan")]
        kode: Option<String>,
    },
}

/// Where to read and where to write.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Pilihan")]
pub struct Folders {
    /// Folder masukan
    #[arg(long, value_name = "FOLDER", default_value = "input", hide_default_value = true)]
    pub input: PathBuf,
    /// Folder keluaran
    #[arg(long, value_name = "FOLDER", default_value = "output", hide_default_value = true)]
    pub output: PathBuf,
}

/// Arguments of `cetak`.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Pilihan")]
pub struct CetakArgs {
    /// The folders.
    #[command(flatten)]
    pub folders: Folders,
    /// Hanya instansi yang foldernya bernama ini
    #[arg(long, value_name = "NAMA")]
    pub instansi: Option<String>,
    /// Jangan menulis apa pun bila ada galat atau target yang belum diisi
    #[arg(long)]
    pub ketat: bool,
    /// Hanya jabatan, pegawai atau unit yang namanya memuat tulisan ini
    #[arg(long, value_name = "POLA")]
    pub hanya: Option<String>,
    /// Sebutkan alasan tiap berkas ditulis
    #[arg(long)]
    pub jelaskan: bool,
    /// Cetak ulang juga bila hanya templat atau program yang berubah, walau ada lembar yang sudah ditandatangani
    #[arg(long)]
    pub perbarui_templat: bool,
}

/// Arguments of `tetapkan`.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Pilihan")]
pub struct TetapkanArgs {
    /// The folders.
    #[command(flatten)]
    pub folders: Folders,
    /// Hanya instansi yang foldernya bernama ini
    #[arg(long, value_name = "NAMA")]
    pub instansi: Option<String>,
    /// Tanggal penandatanganan; tanpa pilihan ini menurut perjakin.toml
    #[arg(long, value_name = "TANGGAL")]
    pub tanggal: Option<String>,
}

/// Arguments of `bagan`.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Pilihan")]
pub struct BaganArgs {
    /// The folders.
    #[command(flatten)]
    pub folders: Folders,
    /// Hanya instansi yang foldernya bernama ini
    #[arg(long, value_name = "NAMA")]
    pub instansi: Option<String>,
}

/// Arguments of `periksa`.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Pilihan")]
pub struct PeriksaArgs {
    /// Folder masukan
    #[arg(long, value_name = "FOLDER", default_value = "input", hide_default_value = true)]
    pub input: PathBuf,
    /// Hanya instansi yang foldernya bernama ini
    #[arg(long, value_name = "NAMA")]
    pub instansi: Option<String>,
    /// Bentuk hasil
    #[arg(long, value_enum, default_value_t = Format::Teks, hide_default_value = true, hide_possible_values = true, value_name = "teks|json")]
    pub format: Format,
}

/// Arguments of `kaskade`.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Pilihan")]
pub struct KaskadeArgs {
    /// Folder masukan
    #[arg(long, value_name = "FOLDER", default_value = "input", hide_default_value = true)]
    pub input: PathBuf,
    /// Nama folder instansi, bila lebih dari satu
    #[arg(long, value_name = "NAMA")]
    pub instansi: Option<String>,
}

/// Arguments of `awasi`.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Pilihan")]
pub struct AwasiArgs {
    /// Folder masukan
    #[arg(long, value_name = "FOLDER", default_value = "input", hide_default_value = true)]
    pub input: PathBuf,
    /// Nama folder instansi, bila lebih dari satu
    #[arg(long, value_name = "NAMA")]
    pub instansi: Option<String>,
    /// Lembar pertama yang jabatan, unit atau pegawainya memuat tulisan ini
    #[arg(long, value_name = "POLA")]
    pub hanya: Option<String>,
    /// Porta di alamat lokal; tanpa pilihan ini dicarikan yang kosong
    #[arg(long, value_name = "NOMOR")]
    pub port: Option<u16>,
}

/// Arguments of `normalkan`.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Pilihan")]
pub struct NormalkanArgs {
    /// Folder masukan
    #[arg(long, value_name = "FOLDER", default_value = "input", hide_default_value = true)]
    pub input: PathBuf,
    /// Nama folder instansi, bila lebih dari satu
    #[arg(long, value_name = "NAMA")]
    pub instansi: Option<String>,
    /// Berkas yang ditulis; harus belum ada
    #[arg(long, value_name = "BERKAS")]
    pub ke: Option<PathBuf>,
}

/// Arguments of `mulai`.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Pilihan")]
pub struct MulaiArgs {
    /// Folder yang dibuat, misalnya input/nama-dinas
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

/// Arguments of `banding`.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Pilihan")]
pub struct BandingArgs {
    /// Matriks yang lama: buku kerja atau folder instansi
    #[arg(value_name = "LAMA", help_heading = "Pilihan")]
    pub lama: PathBuf,
    /// Matriks yang baru: buku kerja atau folder instansi
    #[arg(value_name = "BARU", help_heading = "Pilihan")]
    pub baru: PathBuf,
    /// Bentuk hasil
    #[arg(long, value_enum, default_value_t = Format::Teks, hide_default_value = true, hide_possible_values = true, value_name = "teks|json")]
    pub format: Format,
}

/// Arguments of `verifikasi`.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Pilihan")]
pub struct VerifikasiArgs {
    /// Folder keluaran
    #[arg(long, value_name = "FOLDER", default_value = "output", hide_default_value = true)]
    pub output: PathBuf,
    /// Bentuk hasil
    #[arg(long, value_enum, default_value_t = Format::Teks, hide_default_value = true, hide_possible_values = true, value_name = "teks|json")]
    pub format: Format,
}

/// How results are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Teks,
    /// For programs.
    Json,
}
