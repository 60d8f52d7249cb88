//! What the operating system refuses, said in Indonesian: its own words are
//! English or in the language of the machine, and differ from one to another.

use std::io;

/// What the system says, as the end of a sentence: "… tidak dapat dibaca:
/// tidak ada".
pub fn told(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    // Windows: another program holds the file open.
    if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) {
        return "sedang dibuka program lain".to_owned();
    }
    let known = match error.kind() {
        Kind::NotFound => "tidak ada",
        Kind::PermissionDenied => "tidak diizinkan",
        Kind::AlreadyExists => "sudah ada",
        Kind::NotADirectory => "bukan folder",
        Kind::IsADirectory => "sebuah folder, bukan berkas",
        Kind::DirectoryNotEmpty => "folder itu masih berisi",
        Kind::ReadOnlyFilesystem => "diska itu hanya dapat dibaca",
        Kind::StorageFull => "ruang diska habis",
        Kind::QuotaExceeded => "jatah ruang diska habis",
        Kind::FileTooLarge => "berkas melebihi ukuran yang diizinkan",
        Kind::ResourceBusy | Kind::ExecutableFileBusy => "sedang dipakai program lain",
        Kind::InvalidFilename => "nama itu tidak diperbolehkan",
        Kind::AddrInUse => "sudah dipakai program lain",
        Kind::AddrNotAvailable => "alamat itu tidak tersedia",
        Kind::BrokenPipe => "penerimanya sudah tertutup",
        Kind::TimedOut => "tidak ada jawaban",
        Kind::OutOfMemory => "memori habis",
        _ => return other(error),
    };
    known.to_owned()
}

/// An error of our own keeps its words; the system's has a number to ask about.
fn other(error: &io::Error) -> String {
    match error.raw_os_error() {
        Some(number) => format!("kesalahan sistem nomor {number}"),
        None => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_s_words_are_replaced_and_our_own_stay() {
        let missing = std::fs::read("tidak/ada").unwrap_err();
        assert_eq!(told(&missing), "tidak ada");
        assert_eq!(told(&io::Error::other("berkas lebih dari 1 MiB")), "berkas lebih dari 1 MiB");
        // 5 is EIO, which has no kind of its own.
        #[cfg(unix)]
        assert_eq!(told(&io::Error::from_raw_os_error(5)), "kesalahan sistem nomor 5");
    }
}
