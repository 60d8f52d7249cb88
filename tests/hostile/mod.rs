//! Workbooks that want to harm whoever reads them, each made from the format's
//! own rules.

#[path = "../../src/workbook/testing.rs"]
mod testing;

use testing::{Part, SHEET, xlsx, xlsx_parts, zip, zip_of};

/// What the guarded reader makes of a workbook.
pub enum Expected {
    /// It reads; the oddity costs nothing.
    Reads,
    /// It is refused.
    Fails,
}

/// Name, bytes and outcome of every hostile workbook.
pub fn workbooks() -> Vec<(&'static str, Vec<u8>, Expected)> {
    let one = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>";
    let shared = |count: &str| {
        format!(
            "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"1\" uniqueCount=\"{count}\"><si><t>a</t></si></sst>"
        )
    };
    let far = "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
               <row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>";
    let formula = "<sheetData><row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"10000000000\">1</f><v>1</v></c></row></sheetData>";
    vec![
        ("bom-jujur.xlsx", bomb(600 << 20, 600 << 20), Expected::Fails),
        ("bom-bohong.xlsx", bomb(1_800_000_000, 1000), Expected::Fails),
        ("seratus-ribu-bagian.xlsx", many_parts(), Expected::Fails),
        ("unik-1e11.xlsx", xlsx(one, Some(&shared("100000000000"))), Expected::Fails),
        ("unik-maks.xlsx", xlsx(one, Some(&shared("18446744073709551615"))), Expected::Fails),
        ("dua-sudut.xlsx", xlsx(far, None), Expected::Reads),
        ("rumus-bersama.xlsx", xlsx(formula, None), Expected::Reads),
        ("entitas.xlsx", entities(), Expected::Fails),
        ("putaran-ole.xls", ole_loop(), Expected::Fails),
        ("ulang.ods", repeats(), Expected::Fails),
        ("sandi.xlsx", encrypted(), Expected::Fails),
    ]
}

/// A worksheet of blanks: `size` bytes after unpacking, `claims` in the
/// headers.
fn bomb(size: usize, claims: u32) -> Vec<u8> {
    let blanks = deflate_blanks("<worksheet><sheetData>", size);
    let parts = xlsx_parts();
    let mut parts: Vec<Part> =
        parts.iter().map(|(name, data)| Part { name, data: data.as_bytes(), claims: None }).collect();
    parts.push(Part { name: SHEET, data: &blanks, claims: Some(claims) });
    zip_of(&parts)
}

/// A deflate stream (RFC 1951, fixed codes) of a text and many blanks: 13 bits
/// for every 258 of them.
fn deflate_blanks(start: &str, blanks: usize) -> Vec<u8> {
    let mut bits = Bits { bytes: Vec::new(), used: 8 };
    bits.low_first(0b011, 3);
    for byte in start.bytes().chain([b' ']) {
        bits.high_first(0x30 + u32::from(byte), 8);
    }
    for _ in 0..blanks / 258 {
        // Length 258 is symbol 285, distance 1 is symbol 0.
        bits.high_first(0xc0 + 285 - 280, 8);
        bits.high_first(0, 5);
    }
    bits.high_first(0, 7);
    bits.bytes
}

struct Bits {
    bytes: Vec<u8>,
    used: u32,
}

impl Bits {
    fn push(&mut self, bit: u32) {
        if self.used == 8 {
            self.bytes.push(0);
            self.used = 0;
        }
        let last = self.bytes.len() - 1;
        self.bytes[last] |= (bit as u8 & 1) << self.used;
        self.used += 1;
    }

    fn low_first(&mut self, value: u32, count: u32) {
        (0..count).for_each(|at| self.push(value >> at));
    }

    fn high_first(&mut self, value: u32, count: u32) {
        (0..count).rev().for_each(|at| self.push(value >> at));
    }
}

fn many_parts() -> Vec<u8> {
    let names: Vec<String> = (0..60_000).map(|index| format!("xl/media/{index}")).collect();
    let mut parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    parts.push(("xl/workbook.xml", b""));
    zip(&parts)
}

/// A billion laughs in the workbook part.
fn entities() -> Vec<u8> {
    let mut dtd = String::from("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for level in 1..30 {
        let below = level - 1;
        dtd.push_str(&format!("<!ENTITY a{level} \"&a{below};&a{below};&a{below};&a{below};\">"));
    }
    let sheet = format!(
        "<?xml version=\"1.0\"?>{dtd}]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a29;</t></is>\
         </c></row></sheetData></worksheet>"
    );
    let mut parts = xlsx_parts();
    parts.push((SHEET, sheet));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, data)| (*name, data.as_bytes())).collect();
    zip(&parts)
}

/// An OLE container whose directory chain leads back to itself.
fn ole_loop() -> Vec<u8> {
    let mut file = vec![0u8; 512 * 3];
    file[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    let mut put = |at: usize, bytes: &[u8]| file[at..at + bytes.len()].copy_from_slice(bytes);
    put(24, &[0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    put(44, &1u32.to_le_bytes());
    put(48, &0u32.to_le_bytes());
    put(56, &4096u32.to_le_bytes());
    put(60, &0xffff_fffeu32.to_le_bytes());
    put(68, &0xffff_fffeu32.to_le_bytes());
    put(76, &1u32.to_le_bytes());
    for index in 1..109 {
        put(76 + index * 4, &0xffff_ffffu32.to_le_bytes());
    }
    // Sector 0 is the directory, sector 1 the table that leads 0 to 0.
    put(512 * 2, &0u32.to_le_bytes());
    put(512 * 2 + 4, &0xffff_fffdu32.to_le_bytes());
    file
}

/// A cell repeated over all columns in a row repeated over all rows.
fn repeats() -> Vec<u8> {
    let content = "<?xml version=\"1.0\"?><office:document-content \
        xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
        xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
        <table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
        table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>bom</text:p></table:table-cell>\
        </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

fn encrypted() -> Vec<u8> {
    let mut file = ole_loop();
    file.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    file
}
