//! What the page shows at one moment: plain values, made by the session and
//! read by the page.

use std::sync::Arc;

use super::failure::Failure;

/// One moment of a preview.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// Counts the moments of a run; changes whenever anything does.
    pub version: u64,
    /// Tells this run's moments from another's.
    pub run: u32,
    /// The agency and the year.
    pub title: String,
    /// The sheets to choose from, one of them chosen.
    pub choices: Vec<Choice>,
    /// The last rendering that went well, whatever went wrong since.
    pub good: Option<Arc<Rendering>>,
    /// Whether `good` is older than what the files now say.
    pub stale: bool,
    /// What is wrong now.
    pub failure: Option<Failure>,
}

/// A sheet to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What stands for it in an address: no name, no NIP.
    pub key: String,
    /// The jabatan as printed, with the holder's name where one is known; never twice the
    /// same in one unit.
    pub label: String,
    /// The unit as printed.
    pub unit: String,
    /// Whether it is the one that is shown.
    pub chosen: bool,
}

/// A sheet's pages.
#[derive(Debug, PartialEq, Eq)]
pub struct Rendering {
    /// The version of the view that it was new in.
    pub version: u64,
    /// The jabatan as printed.
    pub jabatan: String,
    /// Whether it is a DRAF.
    pub draft: bool,
    /// The pages as SVG.
    pub pages: Vec<String>,
}

impl View {
    /// Stands for this moment in an address and in the page's questions.
    pub fn token(&self) -> String {
        token(self.run, self.version)
    }

    /// Stands for the rendering in the addresses of its pages.
    pub fn rendering_token(&self) -> Option<String> {
        self.good.as_ref().map(|good| token(self.run, good.version))
    }

    /// The chosen sheet.
    pub fn chosen(&self) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.chosen)
    }
}

fn token(run: u32, version: u64) -> String {
    format!("{run}-{version}")
}
