//! What the office says of the matrix beforehand: its year, and where several
//! sheets hold one, which of them counts.

use crate::workbook::grid::Grid;

/// What is looked for. Nothing said: any year, and the fullest sheet.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// The year of the agreement: of targets and money of several years, side
    /// by side, its own are read.
    pub tahun: Option<u16>,
    /// The file name of the workbook that holds the matrix.
    pub berkas: Option<&'a str>,
    /// The name of the sheet that is the matrix.
    pub lembar: Option<&'a str>,
}

impl Wanted<'_> {
    /// Whether a sheet may be the matrix; capitals do not count in file names.
    pub(super) fn allows(&self, grid: &Grid) -> bool {
        self.allows_workbook(grid) && self.lembar.is_none_or(|lembar| lembar == grid.sheet())
    }

    /// Whether a workbook may hold the matrix.
    pub(super) fn allows_workbook(&self, grid: &Grid) -> bool {
        self.berkas.is_none_or(|berkas| berkas.to_lowercase() == grid.workbook().to_lowercase())
    }

    /// Whether the office named a workbook or a sheet.
    pub(super) fn names_one(&self) -> bool {
        self.berkas.is_some() || self.lembar.is_some()
    }

    /// The same without a workbook and a sheet.
    pub(super) fn of_any_sheet(self) -> Self {
        Self { berkas: None, lembar: None, ..self }
    }

    /// The workbook and the sheet that the office named, for a message.
    pub(super) fn named(&self) -> String {
        let parts = [self.berkas.map(str::to_owned), self.lembar.map(|lembar| format!("lembar {lembar}"))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
