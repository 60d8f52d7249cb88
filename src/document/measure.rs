//! How much room the texts of a sheet's parts need, as the layout asks for it.

use super::extent::{AttachmentExtents, Extent, StatementExtents};
use super::sheet::{Attachment, Statement};
use crate::typeset::Ruler;

/// Measures a statement.
pub(super) fn statement(statement: &Statement, ruler: &Ruler) -> StatementExtents {
    let text = |text: &str| Extent::of(ruler, text, false);
    let parties = || statement.pihak.iter();
    let closings = parties().map(|one| one.penutup.as_str());
    let sentences = std::iter::once(statement.pembuka.as_str()).chain(closings);
    let sentences = sentences.chain(statement.janji.iter().map(String::as_str)).map(text);
    let names = parties().map(|one| Extent::of(ruler, one.nama.as_deref().unwrap_or_default(), true));
    StatementExtents {
        alinea: sentences.fold(Extent::default(), Extent::and),
        pihak: names.chain(parties().map(|one| text(&one.jabatan))).fold(Extent::default(), Extent::and),
    }
}

/// Measures a lampiran; what it has no column for takes no room.
pub(super) fn attachment(attachment: &Attachment, ruler: &Ruler) -> AttachmentExtents {
    let text = |text: &str| Extent::of(ruler, text, false);
    let kelompok = attachment.kelompok.iter().map(|group| {
        let sasaran = group.sasaran.iter().map(|one| text(one)).fold(Extent::default(), Extent::and);
        let indikator = group.indikator.iter().filter_map(|row| row.uraian.as_deref());
        (sasaran, indikator.map(text).fold(Extent::default(), Extent::and))
    });
    let rows = || attachment.kelompok.iter().flat_map(|group| &group.indikator);
    let either = |extent: Extent, cell: &String| extent.or(text(cell));
    let satuan = rows().filter(|_| attachment.kolom.satuan).filter_map(|row| row.satuan.as_ref());
    let triwulan = rows().filter(|_| attachment.kolom.triwulan).flat_map(|row| &row.triwulan).flatten();
    let money = attachment.anggaran.iter().flat_map(|table| &table.bagian);
    let lines = money.clone().flat_map(|section| &section.baris);
    let headings = money.filter_map(|section| section.judul.as_deref());
    let names = lines.clone().map(|line| line.uraian.as_str()).chain(headings);
    let remarks = lines.map(|line| line.keterangan.as_str());
    AttachmentExtents {
        kepala: attachment.kepala.iter().map(|(_, value)| text(value)).fold(Extent::default(), Extent::and),
        kelompok: kelompok.collect(),
        satuan: satuan.fold(Extent::default(), either),
        target: rows().filter_map(|row| row.target.as_ref()).fold(Extent::default(), either),
        triwulan: triwulan.fold(Extent::default(), either),
        anggaran: (
            names.map(text).fold(Extent::default(), Extent::and),
            remarks.map(text).fold(Extent::default(), Extent::or),
        ),
    }
}
