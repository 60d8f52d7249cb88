//! Hand-made workbooks for tests: parts that no honest writer would produce.

/// One part of a zip as its headers describe it, true or not.
pub struct Part<'a> {
    /// Name.
    pub name: &'a str,
    /// The bytes in the file.
    pub data: &'a [u8],
    /// The size after unpacking that the headers claim; `None` for a stored
    /// part, whose headers tell the truth.
    pub claims: Option<u32>,
}

/// A zip of stored parts.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let parts: Vec<Part> = parts.iter().map(|(name, data)| Part { name, data, claims: None }).collect();
    zip_of(&parts)
}

/// A zip of stored and deflated parts.
pub fn zip_of(parts: &[Part]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut directory = Vec::new();
    for Part { name, data, claims } in parts {
        let offset = file.len() as u32;
        let (method, crc) = if claims.is_some() { (8, 0) } else { (0, crc32(data)) };
        let mut header = vec![20, 0, 0, 0, method, 0, 0, 0, 0x21, 0x58];
        header.extend(crc.to_le_bytes());
        header.extend((data.len() as u32).to_le_bytes());
        header.extend(claims.unwrap_or(data.len() as u32).to_le_bytes());
        header.extend((name.len() as u16).to_le_bytes());
        header.extend([0, 0]);
        file.extend(b"PK\x03\x04");
        file.extend(&header);
        file.extend(name.as_bytes());
        file.extend(*data);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&header);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = file.len() as u32;
    let count = u16::try_from(parts.len()).unwrap_or(u16::MAX);
    file.extend(&directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend(count.to_le_bytes());
    file.extend(count.to_le_bytes());
    file.extend((directory.len() as u32).to_le_bytes());
    file.extend(start.to_le_bytes());
    file.extend([0, 0]);
    file
}

/// A workbook of one sheet "Matriks", its content between the `worksheet`
/// tags, and optionally a shared strings part.
pub fn xlsx(sheet: &str, shared: Option<&str>) -> Vec<u8> {
    let mut parts = xlsx_parts();
    let sheet = format!("<?xml version=\"1.0\"?><worksheet xmlns=\"{MAIN}\">{sheet}</worksheet>");
    parts.push((SHEET, sheet));
    if let Some(shared) = shared {
        parts.push(("xl/sharedStrings.xml", shared.to_owned()));
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, data)| (*name, data.as_bytes())).collect();
    zip(&parts)
}

/// The name of the only worksheet's part.
pub const SHEET: &str = "xl/worksheets/sheet1.xml";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// The parts of a workbook but for its worksheet and shared strings.
pub fn xlsx_parts() -> Vec<(&'static str, String)> {
    const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned();
    let root = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{DOCUMENT}/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let workbook = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"><sheets><sheet name=\"Matriks\" sheetId=\"1\" \
         r:id=\"r1\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{DOCUMENT}/worksheet\" \
         Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{DOCUMENT}/sharedStrings\" \
         Target=\"sharedStrings.xml\"/></Relationships>"
    );
    vec![
        ("[Content_Types].xml", types),
        ("_rels/.rels", root),
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relations),
    ]
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & 0u32.wrapping_sub(crc & 1)))
    })
}
