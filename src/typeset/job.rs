//! One document that is to be made: the hand-over from the rooms that decide
//! what to print to the rooms that print and publish it.

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

/// How a PDF is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfSettings {
    /// A key of the document that stays the same from run to run; only its
    /// hash goes into the file.
    pub ident: String,
    /// Year, month and day for the file's metadata. A fixed date, never the
    /// clock's, so that the same data gives the same bytes.
    pub date: (i32, u8, u8),
    /// PDF/A-2a and PDF/UA-1 with tags; without, a plain untagged PDF.
    pub archival: bool,
}
