//! A font file in memory, without what no printed page needs: the names of
//! its glyphs and the hints for coarse screens.
//!
//! The PDF writer goes through both for every document, and hints are half of
//! what it would compress and embed. The outlines, the widths and the rules
//! of shaping stay as they are, so no page looks different; the files in
//! `fonts/` stay as their makers ship them. Layout of the tables: OpenType
//! specification 1.9, chapters `glyf`, `loca`, `post`.

/// Tables that only serve the drawing of hinted glyphs on screens. The older
/// kerning (`kern`) stays: some pairs, such as 11, stand only there.
const DROPPED: &[&[u8; 4]] = &[b"fpgm", b"prep", b"cvt ", b"gasp", b"hdmx", b"VDMX", b"LTSH", b"FFTM"];

/// The same font with less in it. A file that is not laid out as expected is
/// given back as it is.
pub(super) fn slim(data: &[u8]) -> Vec<u8> {
    rebuilt(data).unwrap_or_else(|| data.to_vec())
}

fn rebuilt(data: &[u8]) -> Option<Vec<u8>> {
    let count = usize::from(u16_at(data, 4)?);
    let mut tables = Vec::new();
    for record in (0..count).map(|index| 12 + 16 * index) {
        let tag: [u8; 4] = data.get(record..record + 4)?.try_into().ok()?;
        let (start, length) = (u32_at(data, record + 8)?, u32_at(data, record + 12)?);
        let table = data.get(start..start.checked_add(length)?)?;
        tables.push((tag, table.to_vec()));
    }
    if tables.iter().any(|table| &table.0 == b"glyf") {
        let long = u16_at(table(&tables, b"head")?, 50)? == 1;
        let (glyf, loca) = unhinted(table(&tables, b"glyf")?, table(&tables, b"loca")?, long)?;
        replace(&mut tables, b"glyf", glyf);
        replace(&mut tables, b"loca", loca);
        tables.retain(|table| !DROPPED.contains(&&table.0));
    }
    if let Some((_, post)) = tables.iter_mut().find(|table| &table.0 == b"post") {
        // Version 3 has no names.
        post.get_mut(..4)?.copy_from_slice(&[0, 3, 0, 0]);
        post.truncate(32);
    }
    Some(assembled(data.get(..4)?, &tables))
}

/// The outlines and their index without instructions.
fn unhinted(glyf: &[u8], loca: &[u8], long: bool) -> Option<(Vec<u8>, Vec<u8>)> {
    let offset =
        |index: usize| if long { u32_at(loca, 4 * index) } else { Some(2 * usize::from(u16_at(loca, 2 * index)?)) };
    let glyphs = (loca.len() / if long { 4 } else { 2 }).checked_sub(1)?;
    let (mut outlines, mut index) = (Vec::with_capacity(glyf.len()), Vec::with_capacity(loca.len()));
    let push = |index: &mut Vec<u8>, at: usize| {
        match long {
            true => index.extend(u32::try_from(at).ok()?.to_be_bytes()),
            false => index.extend(u16::try_from(at / 2).ok()?.to_be_bytes()),
        }
        Some(())
    };
    for glyph in 0..glyphs {
        push(&mut index, outlines.len())?;
        let data = glyf.get(offset(glyph)?..offset(glyph + 1)?)?;
        match data.first() {
            None => {}
            Some(&sign) if sign < 0x80 => simple(data, &mut outlines)?,
            Some(_) => composite(data, &mut outlines)?,
        }
        outlines.resize(outlines.len().next_multiple_of(4), 0);
    }
    push(&mut index, outlines.len())?;
    Some((outlines, index))
}

/// A glyph of contours: box, ends of contours, length of instructions,
/// instructions, points.
fn simple(data: &[u8], out: &mut Vec<u8>) -> Option<()> {
    let length_at = 10 + 2 * usize::from(u16_at(data, 0)?);
    let points = length_at + 2 + usize::from(u16_at(data, length_at)?);
    out.extend(data.get(..length_at)?);
    out.extend([0, 0]);
    out.extend(data.get(points..)?);
    Some(())
}

/// A glyph of other glyphs; instructions follow the last of them.
fn composite(data: &[u8], out: &mut Vec<u8>) -> Option<()> {
    const WORDS: u16 = 0x0001;
    const SCALE: u16 = 0x0008;
    const MORE: u16 = 0x0020;
    const TWO_SCALES: u16 = 0x0040;
    const MATRIX: u16 = 0x0080;
    const INSTRUCTIONS: u16 = 0x0100;
    out.extend(data.get(..10)?);
    let mut at = 10;
    loop {
        let flags = u16_at(data, at)?;
        let place = if flags & WORDS != 0 { 4 } else { 2 };
        let shape = match flags {
            flags if flags & SCALE != 0 => 2,
            flags if flags & TWO_SCALES != 0 => 4,
            flags if flags & MATRIX != 0 => 8,
            _ => 0,
        };
        let next = at + 4 + place + shape;
        out.extend((flags & !INSTRUCTIONS).to_be_bytes());
        out.extend(data.get(at + 2..next)?);
        if flags & MORE == 0 {
            return Some(());
        }
        at = next;
    }
}

/// A font file of these tables. Its checksums are zero: nobody reads them,
/// for what is embedded is a subset with its own.
fn assembled(version: &[u8], tables: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut file = version.to_vec();
    let count = u16::try_from(tables.len()).unwrap_or(u16::MAX);
    let power = count.max(1).ilog2();
    let range = 16 << power;
    for field in [count, range, power as u16, 16 * count - range] {
        file.extend(field.to_be_bytes());
    }
    let mut start = 12 + 16 * tables.len();
    for (tag, table) in tables {
        file.extend(tag);
        for field in [0, start, table.len()] {
            file.extend((field as u32).to_be_bytes());
        }
        start += table.len().next_multiple_of(4);
    }
    for (_, table) in tables {
        file.extend(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    file
}

fn table<'a>(tables: &'a [([u8; 4], Vec<u8>)], tag: &[u8; 4]) -> Option<&'a [u8]> {
    tables.iter().find(|table| table.0 == *tag).map(|table| table.1.as_slice())
}

fn replace(tables: &mut [([u8; 4], Vec<u8>)], tag: &[u8; 4], data: Vec<u8>) {
    if let Some(table) = tables.iter_mut().find(|table| table.0 == *tag) {
        table.1 = data;
    }
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2).map(|bytes| u16::from_be_bytes([bytes[0], bytes[1]]))
}

fn u32_at(data: &[u8], at: usize) -> Option<usize> {
    data.get(at..at + 4).map(|bytes| u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize)
}

#[cfg(test)]
mod tests {
    use ttf_parser::{Face, GlyphId, OutlineBuilder};

    use super::*;
    use crate::typeset::fonts::FILES;

    /// The strokes of an outline, in font units.
    #[derive(Default, PartialEq, Debug)]
    struct Strokes(Vec<[f32; 6]>);

    impl OutlineBuilder for Strokes {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0.push([0.0, x, y, 0.0, 0.0, 0.0]);
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0.push([1.0, x, y, 0.0, 0.0, 0.0]);
        }
        fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
            self.0.push([2.0, x1, y1, x, y, 0.0]);
        }
        fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
            self.0.push([3.0 + x, x1, y1, x2, y2, y]);
        }
        fn close(&mut self) {
            self.0.push([4.0; 6]);
        }
    }

    fn strokes(face: &Face, glyph: u16) -> (Strokes, Option<u16>) {
        let mut strokes = Strokes::default();
        face.outline_glyph(GlyphId(glyph), &mut strokes);
        (strokes, face.glyph_hor_advance(GlyphId(glyph)))
    }

    #[test]
    fn every_glyph_of_every_shipped_font_keeps_its_outline_and_width() {
        for file in FILES {
            let slim = slim(file);
            let (before, after) = (Face::parse(file, 0).unwrap(), Face::parse(&slim, 0).unwrap());
            assert_eq!(before.number_of_glyphs(), after.number_of_glyphs());
            let drawn = (0..before.number_of_glyphs()).filter(|&glyph| {
                assert_eq!(strokes(&before, glyph), strokes(&after, glyph));
                !strokes(&after, glyph).0.0.is_empty()
            });
            assert!(drawn.count() > 200);
            assert_eq!(before.glyph_index('é'), after.glyph_index('é'));
        }
    }

    #[test]
    fn hints_and_names_are_gone() {
        let (hinted, plain) = (FILES[0], slim(FILES[0]));
        assert!(plain.len() * 3 < hinted.len() * 2, "{} dari {}", plain.len(), hinted.len());
        let face = Face::parse(&plain, 0).unwrap();
        assert!(face.raw_face().table(ttf_parser::Tag::from_bytes(b"fpgm")).is_none());
        assert!(face.glyph_name(GlyphId(40)).is_none());
    }

    #[test]
    fn what_is_not_a_font_is_left_alone() {
        for cut in [0, 3, 11, 40, 200, 5_000, 200_000] {
            assert_eq!(slim(&FILES[0][..cut]), &FILES[0][..cut]);
        }
    }
}
