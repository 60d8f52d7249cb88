//! The sample's matrix taken apart into cells, so that a test can change them
//! and write a new workbook.

use std::collections::BTreeMap;
use std::path::Path;

use perjakin::workbook::grid::Value;
use perjakin::workbook::place::Pos;
use perjakin::workbook::writer::{Look, WorkbookWriter};

/// The cells of a sheet by row and column, 1-based; a cell's value and the
/// last column that it is merged to.
#[derive(Clone)]
pub struct Sheet {
    name: String,
    cells: BTreeMap<Pos, (Value, u32)>,
}

impl Sheet {
    /// The first sheet of a workbook.
    pub fn read(path: &Path) -> Self {
        let grid = perjakin::workbook::read(path).unwrap().remove(0);
        let cells = grid.cells().map(|(pos, cell)| (pos, (cell.value.clone(), grid.columns_at(pos).1)));
        Self { name: grid.sheet().to_owned(), cells: cells.collect() }
    }

    /// Gives the sheet another name.
    pub fn renamed(mut self, name: &str) -> Self {
        self.name = name.to_owned();
        self
    }

    /// Writes another text into the only cell that holds `old`.
    pub fn replace(mut self, old: &str, new: &str) -> Self {
        let pos = self.find(old);
        self.cells.get_mut(&pos).unwrap().0 = Value::Text(new.to_owned());
        self
    }

    /// Exchanges what two cells hold.
    pub fn swap(mut self, one: &str, other: &str) -> Self {
        let (a, b) = (self.find(one), self.find(other));
        self.cells.get_mut(&a).unwrap().0 = Value::Text(other.to_owned());
        self.cells.get_mut(&b).unwrap().0 = Value::Text(one.to_owned());
        self
    }

    /// Inserts a row below the only cell that holds `above`, with a text in
    /// the same column.
    pub fn insert_below(mut self, above: &str, text: &str) -> Self {
        let at = self.find(above);
        let last = self.cells[&at].1;
        let down = |pos: Pos| if pos.row > at.row { Pos::new(pos.row + 1, pos.col) } else { pos };
        self.cells = self.cells.into_iter().map(|(pos, cell)| (down(pos), cell)).collect();
        self.cells.insert(Pos::new(at.row + 1, at.col), (Value::Text(text.to_owned()), last));
        self
    }

    /// Moves every cell of a row below the first `rows` from its column to
    /// another by the same distance, within `columns` columns: whole branches
    /// change places. Cells that cover more than half of the columns stay.
    pub fn turn_columns(mut self, rows: std::ops::Range<u32>, columns: u32, by: u32) -> Self {
        let turn = |col: u32| (col - 1 + by) % columns + 1;
        let cells = self.cells.into_iter().map(|(pos, (value, last))| {
            if rows.contains(&pos.row) && last - pos.col < columns / 2 {
                (Pos::new(pos.row, turn(pos.col)), (value, turn(last)))
            } else {
                (pos, (value, last))
            }
        });
        self.cells = cells.collect();
        self
    }

    /// The row of the only cell that holds a text.
    pub fn row(&self, text: &str) -> u32 {
        self.find(text).row
    }

    /// The signatory at the foot: the cell of the name and that of the NIP.
    pub fn signatory(&self) -> (String, String) {
        let texts: Vec<&String> = self
            .cells
            .values()
            .filter_map(|(value, _)| if let Value::Text(text) = value { Some(text) } else { None })
            .collect();
        let nip = texts.iter().position(|text| text.starts_with("NIP")).unwrap();
        (texts[nip - 1].clone(), texts[nip].clone())
    }

    /// The workbook's bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut workbook = WorkbookWriter::new("Uji");
        let mut sheet = workbook.sheet(&self.name).unwrap();
        for (pos, (value, last)) in &self.cells {
            match value {
                Value::Text(text) => sheet.merge(*pos, Pos::new(pos.row, *last), text, Look::Body).unwrap(),
                Value::Number(number) => sheet.number(*pos, *number, Look::Body).unwrap(),
                other => panic!("the sample has only texts and numbers, not {other:?}"),
            }
        }
        workbook.finish().unwrap()
    }

    fn find(&self, text: &str) -> Pos {
        let holds = |value: &Value| matches!(value, Value::Text(found) if found == text);
        let mut found = self.cells.iter().filter(|(_, (value, _))| holds(value)).map(|(pos, _)| *pos);
        let pos = found.next().unwrap_or_else(|| panic!("no cell holds {text:?}"));
        assert!(found.next().is_none(), "more than one cell holds {text:?}");
        pos
    }
}
