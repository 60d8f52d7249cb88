//! One document that is to be made: the hand-over from the rooms that decide
//! what to print to the rooms that print and publish it.

use super::engine::PdfSettings;

/// A document still to be typeset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Where the file goes, relative to `output/<instansi>/`, with forward
    /// slashes: `pk/Sekretariat/Sekretaris-k7f2qa.pdf`. Already legal on
    /// every system and free of NIP.
    pub path: String,
    /// The template that prints it, `pk.typ`.
    pub main: String,
    /// The JSON the template finds at `/data.json`.
    pub data: Vec<u8>,
    /// How the PDF is written.
    pub settings: PdfSettings,
    /// Whether an error in its data marks it DRAF.
    pub draft: bool,
}
