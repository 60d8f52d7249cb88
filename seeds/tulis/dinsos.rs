//! The matrix of Dinas Sosial Kota Bekasi in the office's own layout: a title,
//! the Kepala Dinas over the full width, a band a level, four blocks of two
//! columns side by side, the foot.
//!
//! The seed is that sheet after printing: its second page counts columns anew
//! and starts in the middle of a list. [`PIECES`] says which text column of
//! which lines belongs into which columns of the sheet. No text is changed;
//! only the sentence that the page break cut in two is one again.

use std::error::Error;

use perjakin::workbook::place::Pos;
use perjakin::workbook::writer::{Look, SheetWriter, WorkbookWriter};

use crate::benih::Seed;

/// Where the text is.
pub const SEED: &str = "seeds/000_1ba955e32bbedec3.txt";
/// Where the workbook goes.
pub const WORKBOOK: &str = "input/dinsos-bekasi-2026/matriks.xlsx";

/// One block's cells on some lines of the seed.
struct Piece {
    /// Text column of numbers that stand in a cell of their own.
    number: Option<usize>,
    /// Text column of the texts.
    text: usize,
    /// First and last column on the sheet.
    columns: (u32, u32),
}

/// Lines of the seed that share their columns.
struct Stretch {
    /// First and last line.
    lines: (u32, u32),
    /// How many rows further up the lines stand on the sheet, where page
    /// breaks left blank lines.
    up: u32,
    pieces: &'static [Piece],
}

const fn piece(text: usize, first: u32, last: u32) -> Piece {
    Piece { number: None, text, columns: (first, last) }
}

const fn numbered(number: usize, text: usize, first: u32, last: u32) -> Piece {
    Piece { number: Some(number), text, columns: (first, last) }
}

const FULL: &[Piece] = &[piece(0, 1, LAST_COLUMN)];
const TWO_SASARAN: &[Piece] = &[piece(0, 1, 3), piece(3, 4, LAST_COLUMN)];
const FOUR_BLOCKS: &[Piece] = &[piece(0, 1, 2), piece(2, 3, 4), piece(4, 5, 6), piece(6, 7, 8)];
/// The end of a band on page two; column 0 goes on with a cell of page one.
const END_OF_BAND: &[Piece] = &[piece(usize::MAX, 1, 2), piece(usize::MAX, 3, 4), numbered(3, 4, 5, 6), piece(5, 7, 8)];
const PAGE_TWO: &[Piece] = &[piece(1, 3, 3), piece(2, 4, 4), piece(4, 5, 6), piece(5, 7, 8)];
const LAST_BLOCK: &[Piece] = &[numbered(0, 1, 7, 8)];
const FOOT: &[Piece] = &[piece(0, 7, 8)];

const PIECES: &[Stretch] = &[
    Stretch { lines: (3, 3), up: 0, pieces: FULL },
    Stretch { lines: (5, 7), up: 0, pieces: FULL },
    Stretch { lines: (8, 9), up: 0, pieces: TWO_SASARAN },
    Stretch { lines: (10, 11), up: 0, pieces: FULL },
    Stretch { lines: (12, 60), up: 0, pieces: FOUR_BLOCKS },
    Stretch { lines: (62, 62), up: 1, pieces: END_OF_BAND },
    Stretch { lines: (63, 70), up: 1, pieces: PAGE_TWO },
    Stretch { lines: (72, 78), up: 2, pieces: LAST_BLOCK },
    Stretch { lines: (80, 85), up: 2, pieces: FOOT },
];

/// Line and text column of the sentence that the page break cut, and where it
/// goes on.
const CUT: ((u32, usize), (u32, usize)) = ((59, 0), (62, 0));

const LAST_COLUMN: u32 = 8;
const TITLE_LINE: u32 = 3;
/// Lines that name the jabatan of a band.
const HEADER_LINES: &[u32] = &[5, 12, 23, 36, 49, 63, 72];
/// The foot, and in it the signatory's name.
const FOOT_LINE: u32 = 80;
const NAME_LINE: u32 = 84;
/// Width of a column, in characters, and of a line of text, in points.
const COLUMN_WIDTH: f64 = 23.0;
const LINE_HEIGHT: f64 = 13.5;

/// The workbook's bytes.
pub fn write(text: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let seed = Seed::new(text);
    let mut workbook = WorkbookWriter::new(seed.cell(TITLE_LINE, 0));
    let mut sheet = workbook.sheet("Matriks")?;
    for column in 1..=LAST_COLUMN {
        sheet.width(column, COLUMN_WIDTH)?;
    }
    for stretch in PIECES {
        for line in stretch.lines.0..=stretch.lines.1 {
            write_line(&mut sheet, &seed, line, line - stretch.up, stretch.pieces)?;
        }
    }
    sheet.print_landscape();
    Ok(workbook.finish()?)
}

fn write_line(
    sheet: &mut SheetWriter,
    seed: &Seed,
    line: u32,
    row: u32,
    pieces: &[Piece],
) -> Result<(), Box<dyn Error>> {
    let mut lines_high = 1usize;
    for piece in pieces {
        let (first, last) = piece.columns;
        let mut text = seed.cell(line, piece.text).to_owned();
        if (line, piece.text) == CUT.0 {
            text = format!("{text} {}", seed.cell(CUT.1.0, CUT.1.1));
        }
        let look = look(line, &text);
        let number = piece.number.map_or("", |column| seed.cell(line, column));
        if number.is_empty() {
            sheet.merge(Pos::new(row, first), Pos::new(row, last), &text, look)?;
        } else {
            sheet.number(Pos::new(row, first), number.parse()?, Look::Centred)?;
            sheet.merge(Pos::new(row, first + 1), Pos::new(row, last), &text, look)?;
        }
        let columns = f64::from(last - first + 1 - u32::from(!number.is_empty()));
        lines_high = lines_high.max((text.chars().count() as f64 / (columns * COLUMN_WIDTH)).ceil() as usize);
    }
    sheet.height(row, lines_high as f64 * LINE_HEIGHT + 2.0)?;
    Ok(())
}

fn look(line: u32, text: &str) -> Look {
    if line == TITLE_LINE {
        Look::Title
    } else if line == NAME_LINE {
        Look::Name
    } else if line >= FOOT_LINE {
        Look::Sign
    } else if HEADER_LINES.contains(&line) {
        Look::Header
    } else if ["TUJUAN", "SASARAN", "INDIKATOR"].iter().any(|label| text.starts_with(label)) {
        Look::Label
    } else {
        Look::Body
    }
}
