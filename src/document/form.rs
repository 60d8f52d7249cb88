//! The forms: what a sheet looks like for each jenjang, as one table of data.
//! Defaults follow PermenPAN-RB 53/2014 Lampiran I and the forms that
//! agencies use; an office changes any field by configuration.

use crate::cascade::Jenjang;

/// The money table below the targets, by the row it lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TabelAnggaran {
    /// A row a program, with a total.
    Program,
    /// A row a kegiatan, under its program.
    Kegiatan,
    /// A row a sub kegiatan.
    SubKegiatan,
}

impl TabelAnggaran {
    /// The label of the column that names the rows.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Program => "kolom_program",
            Self::Kegiatan => "kolom_kegiatan",
            Self::SubKegiatan => "kolom_sub_kegiatan",
        }
    }
}

/// The form of one jenjang.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What the paper calls itself, in capitals.
    pub dokumen: String,
    /// The heading of the sasaran column.
    pub sasaran: String,
    /// The money table, if the level has one.
    pub anggaran: Option<TabelAnggaran>,
    /// Whether the satuan has a column of its own.
    pub satuan: bool,
    /// Whether the targets of TW I–IV have columns.
    pub triwulan: bool,
    /// Whether a row of column numbers, (1) (2) (3), stands under the header.
    pub nomor_kolom: bool,
    /// Whether it is signed electronically (TTE) instead of by hand.
    pub elektronik: bool,
}

/// One line of the table of forms: jenjang, sasaran heading, money table.
type Line = (Jenjang, &'static str, Option<TabelAnggaran>);

/// The table.
const FORMS: [Line; 5] = [
    (Jenjang::Jpt, "Sasaran Strategis", Some(TabelAnggaran::Program)),
    (Jenjang::Administrator, "Sasaran Program", Some(TabelAnggaran::Kegiatan)),
    (Jenjang::Pengawas, "Sasaran Kegiatan", Some(TabelAnggaran::SubKegiatan)),
    (Jenjang::Fungsional, "Sasaran Kegiatan", None),
    (Jenjang::Pelaksana, "Sasaran", None),
];

/// The forms of an office, one a jenjang.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms([(Jenjang, Form); 5]);

impl Default for Forms {
    fn default() -> Self {
        Self(FORMS.map(|(jenjang, sasaran, anggaran)| {
            let form = Form {
                dokumen: "PERJANJIAN KINERJA".to_owned(),
                sasaran: sasaran.to_owned(),
                anggaran,
                satuan: false,
                triwulan: false,
                nomor_kolom: false,
                elektronik: false,
            };
            (jenjang, form)
        }))
    }
}

impl Forms {
    /// The form of a jenjang.
    pub fn of(&self, jenjang: Jenjang) -> &Form {
        // The table has every jenjang (see the test), so the fallback is
        // never reached; it spares the caller an error that cannot happen.
        self.0.iter().find(|(own, _)| *own == jenjang).map_or(&self.0[4].1, |(_, form)| form)
    }

    /// The form of a jenjang, to be changed.
    pub fn of_mut(&mut self, jenjang: Jenjang) -> &mut Form {
        let index = self.0.iter().position(|(own, _)| *own == jenjang).unwrap_or(4);
        &mut self.0[index].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_jenjang_has_its_own_form() {
        let mut forms = Forms::default();
        for jenjang in
            [Jenjang::Jpt, Jenjang::Administrator, Jenjang::Pengawas, Jenjang::Fungsional, Jenjang::Pelaksana]
        {
            assert!(forms.0.iter().any(|(own, _)| *own == jenjang));
            forms.of_mut(jenjang).sasaran = format!("{jenjang:?}");
        }
        assert_eq!(forms.of(Jenjang::Pengawas).sasaran, "Pengawas");
        assert_eq!(forms.of(Jenjang::Pelaksana).sasaran, "Pelaksana");
    }

    #[test]
    fn only_posts_with_a_budget_have_a_money_table() {
        let forms = Forms::default();
        assert_eq!(forms.of(Jenjang::Jpt).anggaran, Some(TabelAnggaran::Program));
        assert_eq!(forms.of(Jenjang::Fungsional).anggaran, None);
        assert_eq!(forms.of(Jenjang::Pelaksana).anggaran, None);
    }
}
