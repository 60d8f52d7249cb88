//! What stands over a block's labels: the jabatan, mostly in one cell right
//! above them; sometimes over two, with its holder below it, or under a label
//! of the whole level. A list of the level above may end in the next row, so
//! what a cell is can only be told by what it says.

use super::Columns;
use super::outline::{Shape, is_label, join, overlap};
use crate::finding::Finding;
use crate::finding::rules::reading;
use crate::matrix::numbering;
use crate::workbook::grid::Grid;
use crate::workbook::place::Pos;
use crate::workbook::text::one_line;

/// Words that a superior's jabatan begins with, in upper case.
const POSTS: &[&str] = &[
    "KEPALA",
    "PLT",
    "PLH",
    "PJ",
    "SEKRETARIS",
    "DIREKTUR",
    "CAMAT",
    "LURAH",
    "INSPEKTUR",
    "KABID",
    "KABAG",
    "KASUBBAG",
    "KASUBAG",
    "KASUBBID",
    "KASI",
    "KASIE",
    "KOORDINATOR",
    "SUBKOORDINATOR",
];
/// Words that the jabatan of others begin with.
const OTHER_POSTS: &[&str] = &[
    "ANALIS",
    "PERENCANA",
    "PENGELOLA",
    "PENATA",
    "PENGADMINISTRASI",
    "OPERATOR",
    "PRANATA",
    "ARSIPARIS",
    "PENYULUH",
    "PENELAAH",
    "PENGOLAH",
    "BENDAHARA",
    "PENGEMUDI",
    "AUDITOR",
    "STAF",
    "ASISTEN",
    "STATISTISI",
    "PUSTAKAWAN",
    "TEKNISI",
];
/// Words that the label of a level begins with.
const LEVELS: &[&str] = &["ESELON", "LEVEL", "TINGKAT", "JENJANG"];
/// Words before a name.
const TITLES: &[&str] = &["Dr.", "dr.", "drg.", "Ir.", "Drs.", "Dra.", "Prof.", "H.", "Hj.", "Apt.", "apt."];
/// Gelar as they are typed without dots.
const GELAR: &[&str] = &["SE", "ST", "SH", "MM", "MH", "MT", "MSI", "SSOS", "SPD", "SKOM", "SIP", "SAP", "MAP"];
/// Most words of one line of a heading.
const WORDS: usize = 6;

/// The cells above a block's labels.
#[derive(Debug, Clone, Default)]
pub(super) struct Heading {
    /// Those of the jabatan, top down.
    jabatan: Vec<Pos>,
    /// Its holder, below.
    person: Vec<Pos>,
    /// The label of the level, above.
    level: Option<Pos>,
    /// A cell above that may belong to the heading or to the list above.
    uncertain: Option<Pos>,
}

impl Heading {
    /// The cells with the jabatan's name, top down.
    pub(super) fn jabatan(&self) -> &[Pos] {
        &self.jabatan
    }

    /// All cells that belong to no list.
    pub(super) fn cells(&self) -> impl Iterator<Item = Pos> {
        self.jabatan.iter().chain(&self.person).copied().chain(self.level)
    }
}

/// Reads the headings of all blocks that have one.
pub(super) fn read(grid: &Grid, columns: &Columns, shapes: &mut [Shape]) {
    // Above the first block stands the title.
    let lists: Vec<(u32, (u32, u32))> = shapes.iter().map(|shape| (shape.last_label_row(), shape.columns)).collect();
    for shape in shapes.iter_mut() {
        let Some(header) = shape.header else { continue };
        let span = shape.columns;
        let below_a_list = lists.iter().any(|(row, other)| *row < header.row && overlap(*other, span) > 0);
        let above = |pos: Pos| {
            let up = columns.above(pos.row, span)?;
            let bottom = grid.merge_from(up).map_or(up.row, |merge| merge.last.row);
            let text = one_line(&grid.text(up)?);
            let item = numbering::split_number(&text).0.is_some() || numbering::number_only(&text).is_some();
            (bottom + 1 == pos.row && !is_label(grid, up) && !item).then_some((up, text))
        };
        shape.heading = Heading { jabatan: vec![header], ..Heading::default() };
        let heading = &mut shape.heading;
        let mut lowest = (header, grid.text(header).map(|text| one_line(&text)).unwrap_or_default());
        while is_person(&lowest.1) || is_level(&lowest.1) {
            let Some(up) = above(lowest.0) else { break };
            heading.person.push(lowest.0);
            lowest = up;
        }
        if is_person(&lowest.1) || is_level(&lowest.1) {
            // Nothing above it names a jabatan.
            *heading = Heading { jabatan: vec![header], ..Heading::default() };
            continue;
        }
        heading.jabatan = vec![lowest.0];
        if !heading.person.is_empty() && !begins_with(&lowest.1, &[POSTS, OTHER_POSTS]) && below_a_list {
            heading.uncertain = Some(lowest.0);
        }
        let mut top = lowest.0;
        if let Some((up, text)) = above(top) {
            let short = text.split(' ').count() <= WORDS && is_upper(&text) == is_upper(&lowest.1);
            if is_level(&text) {
                heading.level = Some(up);
            } else if begins_with(&text, &[POSTS]) && short && !is_person(&text) {
                if begins_with(&lowest.1, &[POSTS, OTHER_POSTS]) {
                    heading.uncertain = Some(up);
                } else {
                    heading.jabatan.insert(0, up);
                    top = up;
                }
            } else if below_a_list && short && is_alone_in_capitals(grid, columns, up, span) {
                heading.uncertain = Some(up);
            }
        }
        if heading.level.is_none() {
            let next = columns.above(top.row, span).filter(|up| !is_label(grid, *up));
            heading.level = next.filter(|up| grid.text(*up).is_some_and(|text| is_level(&one_line(&text))));
        }
        let own = heading.jabatan[0];
        shape.columns = join(shape.columns, grid.columns_at(own));
        shape.merged |= grid.merge_from(own).is_some();
    }
}

/// What there is to tell of the headings.
pub(super) fn findings(grid: &Grid, shapes: &[Shape]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut levels = Vec::new();
    for heading in shapes.iter().map(|shape| &shape.heading) {
        let text = |pos: Pos| grid.text(pos).map(|text| one_line(&text)).unwrap_or_default();
        let Some(own) = heading.jabatan.last().copied() else { continue };
        if heading.jabatan.len() > 1 {
            findings.push(reading::joined_lines(grid.place(heading.jabatan[0]), grid.place(own), &text(own)));
        }
        if is_person(&text(own)) {
            findings.push(reading::heading_is_a_person(grid.place(own)));
        }
        if let Some(pos) = heading.uncertain {
            findings.push(reading::heading_uncertain(grid.place(pos), [grid.place(own)], text(pos)));
        }
        findings.extend(
            heading
                .person
                .iter()
                .filter(|pos| is_person(&text(**pos)))
                .map(|pos| reading::person_in_heading(grid.place(*pos))),
        );
        levels.extend(heading.level);
        levels.extend(heading.person.iter().filter(|pos| is_level(&text(**pos))));
    }
    levels.sort_unstable();
    levels.dedup();
    findings.extend(
        levels.into_iter().filter_map(|pos| Some(reading::remark_row(grid.place(pos), one_line(&grid.text(pos)?)))),
    );
    findings
}

/// "ESELON III", "Level 2"; "Tingkat kepuasan" is an indikator.
fn is_level(text: &str) -> bool {
    let numeral = |word: &str| word.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'));
    let mut words = text.split(' ');
    begins_with(text, &[LEVELS]) && words.nth(1).is_some_and(numeral) && words.count() <= 1
}

/// A name with its gelar, or a NIP.
fn is_person(text: &str) -> bool {
    if begins_with(text, &[POSTS, OTHER_POSTS]) {
        return false;
    }
    let bare = text.trim_matches(['(', ')', ' ']);
    let digits = bare.chars().filter(char::is_ascii_digit).count();
    let nip = bare.to_uppercase().starts_with("NI") && digits >= 15;
    let titled = TITLES.iter().any(|title| bare.strip_prefix(title).is_some_and(|rest| rest.starts_with(' ')));
    nip || titled || bare.split(',').skip(1).any(|part| is_gelar(part.trim()))
}

/// "S.E.", "M.Si", "A.Md.Kom.", "SE".
fn is_gelar(part: &str) -> bool {
    let steps: Vec<&str> = part.split('.').filter(|step| !step.is_empty()).collect();
    let letters = |step: &&str| step.len() <= 6 && step.chars().all(char::is_alphabetic);
    let dotted = part.contains('.') && steps.first().is_some_and(|first| first.len() <= 3) && steps.iter().all(letters);
    (dotted && part.starts_with(char::is_uppercase)) || GELAR.contains(&part.to_uppercase().as_str())
}

fn begins_with(text: &str, lists: &[&[&str]]) -> bool {
    let upper = text.to_uppercase();
    let first = upper.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    lists.iter().any(|list| list.contains(&first))
}

/// Whether a cell is in capitals and the item above it is not: an abbreviation
/// or one of a list in capitals is an item like the others.
fn is_alone_in_capitals(grid: &Grid, columns: &Columns, pos: Pos, span: (u32, u32)) -> bool {
    let text = |pos: Pos| grid.text(pos).unwrap_or_default();
    let words = text(pos).split_whitespace().count();
    let item = columns.above(pos.row, span).filter(|up| !is_label(grid, *up));
    words > 1 && is_upper(&text(pos)) && item.is_some_and(|up| !is_upper(&text(up)))
}

fn is_upper(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}
