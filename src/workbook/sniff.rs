//! What a file is, told by its content: an extension says only what somebody
//! hoped for.

use super::archive;

/// The kinds of file that offices keep under the name of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Excel workbook of XML parts (ECMA-376), with or without macros.
    Xlsx,
    /// Excel workbook of binary parts (MS-XLSB).
    Xlsb,
    /// OpenDocument spreadsheet.
    Ods,
    /// Excel 5–2003 workbook (MS-XLS) in an OLE container.
    Xls,
    /// Excel 2–4 workbook, older than the OLE container.
    OldXls,
    /// A password-protected Office file: an OLE container around ciphertext.
    Encrypted,
    /// Values apart by commas, semicolons or tabs.
    Delimited,
    /// A web page, as some applications export under the name `.xls`.
    Html,
    /// Excel 2003 XML, or other bare XML.
    Xml,
    /// PDF.
    Pdf,
    /// A Word or LibreOffice Writer document.
    TextDocument,
    /// An archive that holds no workbook.
    Archive,
    /// A zip whose table of contents is missing.
    BrokenArchive,
    /// A picture.
    Picture,
    /// Nothing known, and no text.
    Unknown,
    /// No byte at all.
    Empty,
}

impl Kind {
    /// The kind in the office's words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Xlsx => "buku kerja Excel (.xlsx)",
            Self::Xlsb => "buku kerja biner Excel (.xlsb)",
            Self::Ods => "lembar kerja LibreOffice (.ods)",
            Self::Xls => "buku kerja Excel 97–2003 (.xls)",
            Self::OldXls => "berkas Excel kuno (sebelum tahun 1993)",
            Self::Encrypted => "buku kerja berkata sandi",
            Self::Delimited => "teks biasa (.csv)",
            Self::Html => "halaman web (HTML)",
            Self::Xml => "teks XML",
            Self::Pdf => "dokumen PDF",
            Self::TextDocument => "dokumen Word atau Writer",
            Self::Archive => "arsip zip",
            Self::BrokenArchive => "arsip zip yang rusak",
            Self::Picture => "gambar",
            Self::Unknown => "jenis berkas yang tidak dikenal",
            Self::Empty => "berkas kosong",
        }
    }
}

/// First bytes that settle the matter.
const SIGNATURES: &[(&[u8], Kind)] = &[
    (b"%PDF", Kind::Pdf),
    (b"\x89PNG", Kind::Picture),
    (b"\xff\xd8\xff", Kind::Picture),
    (b"GIF8", Kind::Picture),
    (b"Rar!", Kind::Archive),
    (b"7z\xbc\xaf", Kind::Archive),
    (b"\x1f\x8b", Kind::Archive),
    (b"{\\rtf", Kind::TextDocument),
];

/// BIFF2–BIFF4 workbooks, older than the OLE container.
const OLD_BIFF: &[&[u8]] = &[&[0x09, 0x00, 0x04, 0x00], &[0x09, 0x02, 0x06, 0x00], &[0x09, 0x04, 0x06, 0x00]];
const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Tells the kind of a file from its bytes.
pub fn kind(bytes: &[u8]) -> Kind {
    if bytes.is_empty() {
        return Kind::Empty;
    }
    if let Some((_, kind)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return *kind;
    }
    if bytes.starts_with(b"PK") {
        return archive_kind(bytes);
    }
    if bytes.starts_with(OLE) {
        return ole_kind(bytes);
    }
    if OLD_BIFF.iter().any(|start| bytes.starts_with(start)) {
        return Kind::OldXls;
    }
    text_kind(bytes)
}

fn archive_kind(bytes: &[u8]) -> Kind {
    let Some(directory) = archive::directory(bytes) else {
        return Kind::BrokenArchive;
    };
    let mut seen = Kind::Archive;
    for entry in directory {
        // Some producers write part names with backslashes or in capitals.
        let name = entry.name.to_ascii_lowercase();
        let name: Vec<u8> = name.iter().map(|byte| if *byte == b'\\' { b'/' } else { *byte }).collect();
        match name.as_slice() {
            name if name.ends_with(b"workbook.bin") => return Kind::Xlsb,
            b"content.xml" if seen != Kind::Xlsx => return ods_or_text(bytes),
            b"word/document.xml" => return Kind::TextDocument,
            name if name.ends_with(b"workbook.xml") || name.starts_with(b"xl/worksheets/") => seen = Kind::Xlsx,
            _ => {}
        }
    }
    seen
}

/// OpenDocument names its kind uncompressed near the start of the file.
fn ods_or_text(bytes: &[u8]) -> Kind {
    const TEXT: &[u8] = b"opendocument.text";
    let start = &bytes[..bytes.len().min(512)];
    if start.windows(TEXT.len()).any(|window| window == TEXT) { Kind::TextDocument } else { Kind::Ods }
}

/// The classes that Word gives to the root of its documents (MS-CFB 2.6.1), by
/// their first bytes: versions 6 and 97.
const WORD_CLASSES: [[u8; 4]; 2] = [0x0002_0900u32.to_le_bytes(), 0x0002_0906u32.to_le_bytes()];

fn ole_kind(bytes: &[u8]) -> Kind {
    // Directory names are UTF-16; scanning for them needs no walk along the
    // container's chains, which may be loops. A workbook may hold a document
    // and a document a workbook: the root's class tells them apart, though some
    // writers give Word's to a workbook without any document.
    if contains_utf16(bytes, "EncryptedPackage") || opens_with_password(bytes) {
        return Kind::Encrypted;
    }
    let word = root_class(bytes).is_some_and(|class| WORD_CLASSES.contains(&class));
    let holds = |name| contains_utf16(bytes, name);
    let workbook = holds("Workbook") || holds("Book");
    if holds("WordDocument") && (word || !workbook) { Kind::TextDocument } else { Kind::Xls }
}

/// Whether a workbook's stream begins with a record about its password
/// (FILEPASS, MS-XLS 2.4.117), whichever of the three kinds of encryption it
/// names. Streams begin on sectors, the smallest of which have 64 bytes.
fn opens_with_password(bytes: &[u8]) -> bool {
    const BOF: [u8; 2] = [0x09, 0x08];
    const WORKBOOK: [u8; 2] = [0x05, 0x00];
    const WRITEPROTECT: [u8; 4] = [0x86, 0x00, 0x00, 0x00];
    const FILEPASS: [u8; 2] = [0x2f, 0x00];
    bytes.chunks(64).skip(8).any(|sector| {
        let is_workbook = sector.starts_with(&BOF) && sector.get(6..8) == Some(&WORKBOOK);
        let length = sector.get(2..4).map_or(0, |length| usize::from(u16::from_le_bytes([length[0], length[1]])));
        let next = sector.get(4 + length..).filter(|_| is_workbook).unwrap_or_default();
        next.strip_prefix(&WRITEPROTECT).unwrap_or(next).starts_with(&FILEPASS)
    })
}

/// The first bytes of the root entry's class: the directory begins in the
/// sector that the header names, the root is its first entry.
fn root_class(bytes: &[u8]) -> Option<[u8; 4]> {
    let u32_at = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?));
    let shift = u32::from(*bytes.get(30)?);
    let sector = usize::try_from(u32_at(48)?.checked_add(1)?).ok()?;
    let root = sector.checked_mul(1usize.checked_shl(shift)?)?;
    Some(u32_at(root.checked_add(80)?)?.to_le_bytes())
}

fn contains_utf16(bytes: &[u8], word: &str) -> bool {
    let needle: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(needle.len()).any(|window| window == needle)
}

fn text_kind(bytes: &[u8]) -> Kind {
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let start = &bytes[..bytes.len().min(4096)];
    if !utf16 && start.contains(&0) {
        return Kind::Unknown;
    }
    let odd = start.iter().filter(|byte| **byte < 0x20 && !matches!(byte, b'\t' | b'\r' | b'\n' | 0x0c)).count();
    if !utf16 && odd * 20 > start.len() {
        return Kind::Unknown;
    }
    let text = String::from_utf8_lossy(start).trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
    if ["<!doctype html", "<html", "<table", "<head"].iter().any(|tag| text.starts_with(tag)) || text.contains("<html")
    {
        Kind::Html
    } else if text.starts_with("<?xml") || text.starts_with("<workbook") {
        Kind::Xml
    } else {
        Kind::Delimited
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::writer::WorkbookWriter;

    #[test]
    fn content_decides_and_not_the_name() {
        for (bytes, expected) in [
            (&b""[..], Kind::Empty),
            (b"%PDF-1.7 ...", Kind::Pdf),
            (b"<html><table><tr><td>SASARAN</td></tr></table>", Kind::Html),
            (b"\xef\xbb\xbf<?xml version=\"1.0\"?><Workbook/>", Kind::Xml),
            (b"Jabatan;Sasaran\nKepala;Contoh\n", Kind::Delimited),
            (b"\xff\xfeJ\0a\0b\0", Kind::Delimited),
            (b"PK\x03\x04 cut off", Kind::BrokenArchive),
            (b"\x00\x01\x02\x03", Kind::Unknown),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest", Kind::Xls),
            (b"\x09\x04\x06\x00\x00\x00\x10\x00", Kind::OldXls),
        ] {
            assert_eq!(kind(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn a_written_workbook_is_seen_as_xlsx() {
        let mut workbook = WorkbookWriter::new("Uji");
        workbook.sheet("Lembar").unwrap();
        assert_eq!(kind(&workbook.finish().unwrap()), Kind::Xlsx);
    }

    #[test]
    fn a_workbook_with_a_document_in_it_is_told_from_a_document() {
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let container = |class: u32, names: &str| {
            let mut bytes = OLE.to_vec();
            bytes.resize(1024, 0);
            bytes[30] = 9;
            bytes[512 + 80..512 + 84].copy_from_slice(&class.to_le_bytes());
            bytes.extend(utf16(names));
            bytes
        };
        assert_eq!(kind(&container(0x0002_0820, "Workbook WordDocument")), Kind::Xls);
        assert_eq!(kind(&container(0, "Workbook WordDocument")), Kind::Xls);
        assert_eq!(kind(&container(0x0002_0900, "Workbook")), Kind::Xls);
        assert_eq!(kind(&container(0, "WordDocument")), Kind::TextDocument);
        assert_eq!(kind(&container(0x0002_0906, "Workbook WordDocument")), Kind::TextDocument);
    }

    #[test]
    fn an_old_password_is_seen_in_the_workbooks_first_records() {
        let workbook = |records: &[u8]| {
            let mut bytes = OLE.to_vec();
            bytes.resize(512 + 3 * 64, 0);
            bytes.extend([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);
            bytes.extend([0; 12]);
            bytes.extend(records);
            bytes.resize(2048, 0);
            bytes
        };
        let (xor, write) = ([0x2f, 0x00, 0x06, 0x00, 0x00, 0x00, 0x34, 0x12, 0x78, 0x56], [0x86, 0x00, 0x00, 0x00]);
        assert_eq!(kind(&workbook(&xor)), Kind::Encrypted);
        assert_eq!(kind(&workbook(&[&write[..], &xor].concat())), Kind::Encrypted);
        assert_eq!(kind(&workbook(&write)), Kind::Xls);
        let error = crate::workbook::read_bytes("lama.xls", workbook(&xor)).unwrap_err();
        assert!(error.to_string().contains("dilindungi kata sandi") && error.hint().contains("tanpa kata sandi"));
    }

    #[test]
    fn an_encrypted_package_is_told_from_an_old_workbook() {
        let mut bytes = OLE.to_vec();
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(kind(&bytes), Kind::Encrypted);
    }
}
