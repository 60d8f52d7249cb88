//! Finding the jabatan that a text means: in `perjakin.toml`, or in a cell
//! that names a superior.

use std::collections::BTreeMap;

use super::near::Near;
use super::words::normal;
use crate::matrix::draft::Draft;
use crate::workbook::place::Pos;

/// Most references that an ambiguous name is told to have.
const LISTED: usize = 24;

/// Why a text names no jabatan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ReferenceError {
    /// No jabatan has the name; the nearest reference, if one is near.
    Unknown(Option<String>),
    /// Several jabatan have the name; their references.
    Ambiguous(Vec<String>),
    /// The cell after the name is no header of that name: what stands there,
    /// if a jabatan does, and the nearest reference.
    OtherPost {
        /// The cell as the reference writes it.
        cell: String,
        /// The jabatan whose header that cell is.
        found: Option<String>,
        /// What was probably meant.
        near: Option<String>,
    },
}

/// All jabatan of a draft by name and by name with cell.
pub(super) struct Directory {
    names: Vec<String>,
    labels: Vec<String>,
    by_name: BTreeMap<String, Vec<usize>>,
    by_normal: BTreeMap<String, Vec<usize>>,
    by_label: BTreeMap<String, usize>,
    by_cell: BTreeMap<String, usize>,
    near: Near,
}

impl Directory {
    /// Lists the blocks of a draft; indices are those of its blocks.
    pub(super) fn new(draft: &Draft) -> Self {
        let mut directory = Self {
            names: draft.blocks.iter().map(|block| block.nama.value.trim().to_owned()).collect(),
            labels: Vec::new(),
            by_name: BTreeMap::new(),
            by_normal: BTreeMap::new(),
            by_label: BTreeMap::new(),
            by_cell: BTreeMap::new(),
            near: Near::by(|name, other| strsim::normalized_damerau_levenshtein(name, &normal(other))),
        };
        for (index, (name, block)) in directory.names.iter().zip(&draft.blocks).enumerate() {
            directory.by_name.entry(name.clone()).or_default().push(index);
            directory.by_normal.entry(normal(name)).or_default().push(index);
            directory.by_label.insert(format!("{name} ({})", block.nama.place), index);
            directory.by_cell.insert(block.nama.place.to_string(), index);
        }
        directory.labels = directory
            .names
            .iter()
            .zip(&draft.blocks)
            .map(|(name, block)| match directory.by_name.get(name) {
                Some(twins) if twins.len() > 1 => format!("{name} ({})", block.nama.place),
                _ => name.clone(),
            })
            .collect();
        directory
    }

    /// The shortest reference that means this block and no other.
    pub(super) fn label(&self, index: usize) -> &str {
        self.labels.get(index).map_or("", String::as_str)
    }

    /// The block that a reference of the configuration means.
    pub(super) fn resolve(&self, text: &str) -> Result<usize, ReferenceError> {
        let text = text.trim();
        match self.by_name.get(text).map(Vec::as_slice) {
            Some([only]) => return Ok(*only),
            Some(several) => return Err(self.ambiguous(several)),
            None => {}
        }
        if let Some(index) = self.by_label.get(text) {
            return Ok(*index);
        }
        match split_cell(text) {
            Some((name, cell)) => Err(ReferenceError::OtherPost {
                cell: cell.to_owned(),
                found: self.by_cell.get(cell).map(|index| self.names[*index].clone()),
                near: self.near(name),
            }),
            None => Err(ReferenceError::Unknown(self.near(text))),
        }
    }

    /// The block that a cell of the sheet means; capitals, punctuation and
    /// blanks may differ there.
    pub(super) fn resolve_loosely(&self, text: &str) -> Result<usize, ReferenceError> {
        self.resolve(text).or_else(|error| match self.by_normal.get(&normal(text)).map(Vec::as_slice) {
            Some([only]) => Ok(*only),
            Some(several) => Err(self.ambiguous(several)),
            None => Err(error),
        })
    }

    fn ambiguous(&self, blocks: &[usize]) -> ReferenceError {
        ReferenceError::Ambiguous(blocks.iter().take(LISTED).map(|index| self.labels[*index].clone()).collect())
    }

    fn near(&self, name: &str) -> Option<String> {
        // Of equally near names the first one of the matrix is offered.
        let known = self.names.iter().enumerate().map(|(index, other)| (other, index));
        self.near.best(&normal(name), known).map(|index| self.labels[index].clone())
    }
}

/// Cuts `Nama (Lembar!Sel)` into name and cell.
fn split_cell(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.rsplit_once(" (")?;
    let cell = rest.strip_suffix(')')?;
    let (_, pos) = cell.rsplit_once('!')?;
    Pos::from_a1(pos)?;
    Some((name, cell))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cascade::testing::matrix;

    fn directory() -> Directory {
        Directory::new(
            &matrix()
                .post(0, "KEPALA DINAS CONTOH")
                .at("A1")
                .post(1, "Staf (Umum)")
                .at("A9")
                .post(1, "Staf")
                .at("C9")
                .post(1, "Staf")
                .at("E9")
                .draft(),
        )
    }

    #[test]
    fn names_and_names_with_cells_are_found() {
        let directory = directory();
        assert_eq!(directory.resolve("KEPALA DINAS CONTOH"), Ok(0));
        assert_eq!(directory.resolve("Staf (Umum)"), Ok(1));
        assert_eq!(directory.resolve("Staf (Matriks!E9)"), Ok(3));
        assert_eq!(directory.resolve_loosely("kepala dinas  contoh"), Ok(0));
        assert_eq!(directory.label(1), "Staf (Umum)");
        assert_eq!(directory.label(2), "Staf (Matriks!C9)");
    }

    #[test]
    fn a_repeated_name_lists_its_references() {
        let labels = vec!["Staf (Matriks!C9)".to_owned(), "Staf (Matriks!E9)".to_owned()];
        assert_eq!(directory().resolve("Staf"), Err(ReferenceError::Ambiguous(labels)));
    }

    #[test]
    fn a_misspelt_name_gets_the_nearest() {
        let near = Some("KEPALA DINAS CONTOH".to_owned());
        assert_eq!(directory().resolve("KEPALA DINSA CONTOH"), Err(ReferenceError::Unknown(near)));
        assert_eq!(directory().resolve("Bupati"), Err(ReferenceError::Unknown(None)));
    }

    #[test]
    fn a_cell_that_holds_another_post_is_told() {
        let error = directory().resolve("Staf (Matriks!A1)").unwrap_err();
        let found = Some("KEPALA DINAS CONTOH".to_owned());
        let near = Some("Staf (Matriks!C9)".to_owned());
        assert_eq!(error, ReferenceError::OtherPost { cell: "Matriks!A1".into(), found, near });
    }
}
