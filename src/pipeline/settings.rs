//! What `perjakin.toml` says, handed to each room as the small values that the
//! room defines itself.

use std::collections::BTreeSet;

use super::ComposeError;
use super::edition::{Form, revision_number};
use crate::cascade::{self, Jenjang};
use crate::chart::{self, Paper};
use crate::document;
use crate::document::form::{Forms, TabelAnggaran};
use crate::document::wording::Wording;
use crate::matrix::Wanted;
use crate::project::{self, Config, KertasBagan, LetakLogo};
use crate::workbook::grid::Grid;
use crate::workbook::place::Place;
use crate::workbook::segments::{self, Segment};

/// The papers that an office's own printer has, for the pages per unit.
const UNIT_PAPERS: [Paper; 2] = [Paper::A3, Paper::F4];

/// The paper into which the poster is cut.
const TILE_PAPERS: [Paper; 1] = [Paper::F4];

/// File name endings of text, whose pages may count their columns anew.
const TEXT_ENDINGS: [&str; 3] = ["csv", "tsv", "txt"];

/// A sheet with its lines in the columns that the office says; workbooks that
/// are no text stay as they are.
pub(super) fn aligned(config: &Config, sheet: Grid) -> Grid {
    let ending = sheet.workbook().rsplit('.').next().unwrap_or_default().to_lowercase();
    if config.segmen.is_empty() || !TEXT_ENDINGS.contains(&ending.as_str()) {
        return sheet;
    }
    let segments = config.segmen.iter().map(|segmen| Segment { rows: segmen.baris, columns: segmen.kolom.clone() });
    segments::align(&sheet, &segments.collect::<Vec<_>>())
}

/// What the office says of its matrix beforehand.
pub(super) fn wanted(config: &Config) -> Wanted<'_> {
    Wanted {
        tahun: Some(config.tahun).filter(|tahun| *tahun > 0),
        berkas: config.matriks.berkas.as_deref(),
        lembar: config.matriks.lembar.as_deref(),
    }
}

/// What the cascade needs to know.
pub(super) fn cascade(config: &Config) -> cascade::Settings {
    let confirmed = config.struktur.iter().map(|superior| cascade::Confirmed {
        bawahan: superior.bawahan.clone(),
        atasan: superior.atasan.clone(),
        baris: superior.line,
    });
    let split = config.pisah.iter().map(|split| cascade::Pisah {
        sel: split.sel.clone(),
        jabatan: split.jabatan.clone(),
        baris: split.line,
    });
    let rule = |jenjang: Jenjang| Some((jenjang, Jenjang::from_key(config.atasan.of(jenjang.key())?)?));
    cascade::Settings {
        instansi: config.instansi.clone(),
        tahun: config.tahun,
        struktur: confirmed.collect(),
        pisah: split.collect(),
        atasan: Jenjang::ALL.into_iter().filter_map(rule).collect(),
    }
}

/// What the sheets of an edition need to know.
///
/// # Errors
/// When the date of signing is none.
pub(super) fn document(config: &Config, form: &Form) -> Result<document::Settings, ComposeError> {
    let pimpinan = document::Pimpinan { jabatan: config.pimpinan.jabatan.clone(), nama: config.pimpinan.nama.clone() };
    let usual = document::Settings::new(&config.pemda, &config.tempat, form.date(config.tahun)?, Some(pimpinan));
    Ok(document::Settings {
        perubahan: form.perubahan,
        kertas_mm: config.kertas.size_mm(),
        huruf: config.huruf.family().to_owned(),
        kop: kop(&config.kop),
        ruang_kop_mm: config.kop.ruang_mm,
        forms: forms(config),
        jangkar: config.tte.jangkar.map_or_else(Vec::new, Vec::from),
        edisi: (config.kaki.edisi || config.kaki.kode_qr).then(|| edisi(config, form)),
        kode_qr: config.kaki.kode_qr,
        ..usual
    })
}

/// What the charts of an edition need to know. Where the office names no papers, a chart for
/// the wall, one for its printer, and one to be pasted together are made.
///
/// # Errors
/// When the date of signing is none, or a wording file has a mistake.
pub(super) fn chart(
    config: &Config,
    form: &Form,
    wording: &Wording,
    galat: BTreeSet<Place>,
) -> Result<chart::Settings, ComposeError> {
    let tanggal = form.date(config.tahun)?;
    let kata = wording.chart(&config.instansi, config.tahun, form.edisi.as_deref());
    let kata = kata.map_err(ComposeError::Wording)?;
    let papers = |named: &[KertasBagan], usual: &[Paper]| {
        if named.is_empty() { usual.to_vec() } else { named.iter().copied().map(paper).collect() }
    };
    Ok(chart::Settings {
        tempat_tanggal: format!("{}, {tanggal}", config.tempat),
        kata: chart::Words { judul: kata.judul, judul_matriks: kata.judul_matriks, label: chart::Labels(kata.label) },
        kertas_mm: config.kertas.size_mm(),
        date: tanggal.ymd(),
        galat,
        poster: papers(&config.bagan.poster, &[]),
        unit: papers(&config.bagan.unit, &UNIT_PAPERS),
        sambung: papers(&config.bagan.sambung, &TILE_PAPERS),
        pemegang: config.bagan.pemegang,
        tandai_target: config.bagan.tandai_target,
    })
}

/// The edition for the stamp in the footer: "2026-1" for the first of a year.
fn edisi(config: &Config, form: &Form) -> document::Edisi {
    let number = 1 + revision_number(form.name());
    document::Edisi { nama: form.name().to_owned(), id: format!("{}-{number}", config.tahun) }
}

/// The letterhead; none for paper that is already printed.
fn kop(kop: &project::Kop) -> Option<document::Kop> {
    let logo = kop.logo.as_ref().map(|berkas| document::Logo {
        berkas: berkas.clone(),
        alt: kop.alt.clone().unwrap_or_else(|| "Lambang daerah".to_owned()),
        letak: match kop.letak {
            LetakLogo::Kiri => document::LetakLogo::Kiri,
            LetakLogo::Tengah => document::LetakLogo::Tengah,
        },
    });
    let lines = document::Kop { baris: kop.baris.clone(), alamat: kop.alamat.clone(), logo };
    (!kop.baris.is_empty()).then_some(lines)
}

/// The regulation's forms with what the office changes of them.
fn forms(config: &Config) -> Forms {
    let mut forms = Forms::default();
    for jenjang in Jenjang::ALL {
        let form = forms.of_mut(jenjang);
        form.elektronik = config.tte.of(jenjang.key());
        let Some(own) = config.lembar.get(jenjang.key()) else { continue };
        if let Some(dokumen) = &own.dokumen {
            form.dokumen.clone_from(dokumen);
        }
        if let Some(sasaran) = &own.sasaran {
            form.sasaran.clone_from(sasaran);
        }
        if let Some(anggaran) = own.anggaran {
            form.anggaran = match anggaran {
                project::TabelAnggaran::Program => Some(TabelAnggaran::Program),
                project::TabelAnggaran::Kegiatan => Some(TabelAnggaran::Kegiatan),
                project::TabelAnggaran::SubKegiatan => Some(TabelAnggaran::SubKegiatan),
                project::TabelAnggaran::TidakAda => None,
            };
        }
        form.satuan = own.satuan;
        form.triwulan = own.triwulan;
        form.nomor_kolom = own.nomor_kolom;
    }
    forms
}

const fn paper(paper: KertasBagan) -> Paper {
    match paper {
        KertasBagan::A4 => Paper::A4,
        KertasBagan::F4 => Paper::F4,
        KertasBagan::A3 => Paper::A3,
        KertasBagan::A2 => Paper::A2,
        KertasBagan::A1 => Paper::A1,
        KertasBagan::A0 => Paper::A0,
    }
}
