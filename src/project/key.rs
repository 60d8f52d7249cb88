//! What a line of the table of keys is made of.

/// A key of `perjakin.toml`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    /// Its name, as written.
    pub(super) name: &'static str,
    /// What may stand behind it.
    pub(super) kind: Kind,
    /// Whether it must be there.
    pub(super) required: bool,
    /// What it means, in plain Indonesian sentences.
    pub(super) meaning: &'static str,
    /// What holds where it is not written, as the end of the sentence "Bila
    /// tidak ditulis: …"; empty for required keys.
    pub(super) otherwise: &'static str,
    /// A value as one would write it; empty for tables.
    pub(super) example: &'static str,
}

/// What may stand behind a key.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// One line of text; must it say something?
    Text {
        /// Whether `""` is allowed.
        empty: bool,
    },
    /// A list of lines of text.
    Texts,
    /// A year of an agreement.
    Year,
    /// A date as printed, its day may be open.
    Date,
    /// The name of an edition.
    Edition,
    /// `true` or `false`.
    Flag,
    /// A length in mm, up to this many.
    Millimetres(f64),
    /// A whole number from 1 up to this one.
    Count(i64),
    /// A file inside the instansi's folder.
    File,
    /// Two different characters.
    Anchors,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A list of these words.
    Choices(&'static [&'static str]),
    /// A table with these keys.
    Table(&'static [Key]),
    /// A table a jenjang, each with these keys.
    PerJenjang(&'static [Key]),
    /// The confirmed superiors: any name = any name.
    Superiors,
    /// Where a list is two: cell = jabatan.
    Splits,
    /// Where the columns of a copied text belong: lines = columns.
    Segments,
}

impl Key {
    /// A key that must be there.
    pub(super) const fn required(name: &'static str, kind: Kind, meaning: &'static str, example: &'static str) -> Self {
        Self { name, kind, required: true, meaning, otherwise: "", example }
    }

    /// A key that may be left out.
    pub(super) const fn optional(
        name: &'static str,
        kind: Kind,
        meaning: &'static str,
        otherwise: &'static str,
        example: &'static str,
    ) -> Self {
        Self { name, kind, required: false, meaning, otherwise, example }
    }

    /// A table.
    pub(super) const fn table(name: &'static str, kind: Kind, required: bool, meaning: &'static str) -> Self {
        Self { name, kind, required, meaning, otherwise: "", example: "" }
    }

    /// Whether its value is printed as it stands. What a picture shows is only
    /// read aloud.
    pub(super) fn is_printed(&self) -> bool {
        matches!(self.kind, Kind::Text { .. } | Kind::Texts | Kind::Anchors) && self.name != "alt"
    }

    /// Whether it is a table of its own.
    pub(super) const fn is_table(&self) -> bool {
        matches!(self.kind, Kind::Table(_) | Kind::PerJenjang(_) | Kind::Superiors | Kind::Splits | Kind::Segments)
    }
}
