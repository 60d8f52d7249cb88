//! Caps: what no office's workbook reaches and every hostile one does. They
//! are checked before and while reading, so that memory stays bounded.

use super::WorkbookError;
use super::archive;

/// Largest file that is opened at all, in bytes.
pub const FILE_BYTES: u64 = 64 << 20;
/// Most parts of a zipped workbook.
pub const ARCHIVE_ENTRIES: u64 = 10_000;
/// Most bytes that a zipped workbook says to unpack to.
pub const UNPACKED_BYTES: u64 = 512 << 20;
/// Rows of a sheet, as Excel has them.
pub const ROWS: u32 = 1_048_576;
/// Columns of a sheet, as Excel has them.
pub const COLUMNS: u32 = 16_384;
/// Most cells of a workbook.
pub const CELLS: usize = 2_000_000;
/// Most merged ranges of a workbook.
pub const MERGES: usize = 500_000;
/// Most characters of a cell, as Excel has them.
pub const CHARACTERS: usize = 32_767;

/// Refuses a zipped workbook by what its own table of contents says. Sizes
/// that lie are the business of the memory limit on the reading process.
///
/// # Errors
/// [`WorkbookError::Bomb`] above a cap, [`WorkbookError::Corrupt`] without a
/// table of contents.
pub fn check_archive(file: &str, bytes: &[u8]) -> Result<(), WorkbookError> {
    let Some(directory) = archive::directory(bytes) else {
        return Err(WorkbookError::corrupt(file, "daftar isi arsip zip tidak ditemukan atau terpotong"));
    };
    let bomb = || WorkbookError::Bomb { file: file.to_owned() };
    let (mut entries, mut unpacked) = (0u64, 0u64);
    for entry in directory {
        entries += 1;
        unpacked = unpacked.saturating_add(entry.unpacked);
        if entries > ARCHIVE_ENTRIES || unpacked > UNPACKED_BYTES {
            return Err(bomb());
        }
    }
    Ok(())
}
