//! A zip's table of contents (PKWARE APPNOTE 4.3.12 and 4.3.16), read without
//! unpacking anything: enough to tell what a file is and how large it claims
//! to become.

/// One part of the archive, as its table of contents has it.
pub struct Entry<'a> {
    /// Name in bytes; usually ASCII.
    pub name: &'a [u8],
    /// Size after unpacking, in bytes, as claimed.
    pub unpacked: u64,
}

const END: [u8; 4] = *b"PK\x05\x06";
const END_64: [u8; 4] = *b"PK\x06\x06";
const END_64_LOCATOR: [u8; 4] = *b"PK\x06\x07";
const CENTRAL: [u8; 4] = *b"PK\x01\x02";
/// The end record without its comment, and the longest comment.
const END_LENGTH: usize = 22;
const COMMENT_MAX: usize = 65_535;

/// The entries of an archive; `None` where the table is missing or cut off.
/// An entry that is cut off ends the iteration.
pub fn directory(bytes: &[u8]) -> Option<impl Iterator<Item = Entry<'_>>> {
    let tail = bytes.len().saturating_sub(END_LENGTH + COMMENT_MAX);
    let end = tail + bytes.get(tail..)?.windows(4).rposition(|window| window == END)?;
    let mut size = u64::from(u32_at(bytes, end + 12)?);
    let mut start = u64::from(u32_at(bytes, end + 16)?);
    if start == u64::from(u32::MAX) || size == u64::from(u32::MAX) {
        let locator = end.checked_sub(20)?;
        if bytes.get(locator..locator + 4)? != END_64_LOCATOR {
            return None;
        }
        let end_64 = usize::try_from(u64_at(bytes, locator + 8)?).ok()?;
        if bytes.get(end_64..end_64.checked_add(4)?)? != END_64 {
            return None;
        }
        size = u64_at(bytes, end_64 + 40)?;
        start = u64_at(bytes, end_64 + 48)?;
    }
    let start = usize::try_from(start).ok()?;
    let stop = start.checked_add(usize::try_from(size).ok()?)?;
    let mut rest = bytes.get(start..stop)?;
    Some(std::iter::from_fn(move || {
        let (entry, length) = central_entry(rest)?;
        rest = rest.get(length..)?;
        Some(entry)
    }))
}

fn central_entry(bytes: &[u8]) -> Option<(Entry<'_>, usize)> {
    if bytes.get(..4)? != CENTRAL {
        return None;
    }
    let unpacked = u32_at(bytes, 24)?;
    let name_length = usize::from(u16_at(bytes, 28)?);
    let extra_length = usize::from(u16_at(bytes, 30)?);
    let comment_length = usize::from(u16_at(bytes, 32)?);
    let name = bytes.get(46..46 + name_length)?;
    let extra = bytes.get(46 + name_length..46 + name_length + extra_length)?;
    let unpacked = match unpacked {
        u32::MAX => zip64_size(extra).unwrap_or(u64::MAX),
        small => u64::from(small),
    };
    Some((Entry { name, unpacked }, 46 + name_length + extra_length + comment_length))
}

/// The real size in the zip64 extra field, its first value where present.
fn zip64_size(mut extra: &[u8]) -> Option<u64> {
    loop {
        let (id, length) = (u16_at(extra, 0)?, usize::from(u16_at(extra, 2)?));
        if id == 1 {
            return u64_at(extra, 4);
        }
        extra = extra.get(4 + length..)?;
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::writer::WorkbookWriter;

    #[test]
    fn a_real_workbook_lists_its_parts() {
        let mut workbook = WorkbookWriter::new("Uji");
        workbook.sheet("Lembar").unwrap();
        let bytes = workbook.finish().unwrap();
        let names: Vec<_> = directory(&bytes).unwrap().map(|entry| entry.name.to_vec()).collect();
        assert!(names.contains(&b"xl/workbook.xml".to_vec()));
        assert!(directory(&bytes).unwrap().all(|entry| entry.unpacked > 0));
    }

    #[test]
    fn a_cut_archive_has_no_table() {
        let mut workbook = WorkbookWriter::new("Uji");
        workbook.sheet("Lembar").unwrap();
        let bytes = workbook.finish().unwrap();
        assert!(directory(&bytes[..bytes.len() - 30]).is_none());
        assert!(directory(b"PK\x03\x04").is_none());
        assert!(directory(b"").is_none());
    }

    #[test]
    fn offsets_beyond_the_file_are_refused() {
        let mut bytes = vec![0; END_LENGTH];
        bytes[..4].copy_from_slice(&END);
        bytes[12..16].copy_from_slice(&u32::MAX.to_le_bytes());
        bytes[16..20].copy_from_slice(&7u32.to_le_bytes());
        assert!(directory(&bytes).is_none());
        bytes[12..16].copy_from_slice(&9u32.to_le_bytes());
        bytes[16..20].copy_from_slice(&(u32::MAX - 1).to_le_bytes());
        assert!(directory(&bytes).is_none());
    }
}
