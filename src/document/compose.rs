//! From the cascade to the sheets: who signs which paper, with which words.

use std::collections::BTreeSet;

use serde_json::Value;

use super::balance::breakings;
use super::budget::Budget;
use super::extent::{AttachmentExtents, Extent, StatementExtents};
use super::form::Form;
use super::group::Group;
use super::index::Index;
use super::jabatan_name::jabatan_name;
use super::party::Party;
use super::qr::{self, Qr};
use super::settings::{Edisi, Settings};
use super::sheet::{Attachment, Columns, Footer, PartyLines, Sheet, Signature, Statement};
use super::signing::Anchors;
use super::subject::Subject;
use super::wording::{Fields, Wording, WordingError};
use super::{measure, naming};
use crate::cascade::{Cascade, Pegawai};
use crate::typeset::{Job, PdfSettings, Ruler, printable_data};
use crate::workbook::place::Place;

/// The template that lays a sheet out.
pub(super) const TEMPLATE: &str = "pk.typ";

/// The files whose sizes the layout's estimates know by heart.
const LAYOUT: &[&str] = &[
    "gaya.typ",
    "isi-tabel.typ",
    "kop.typ",
    "lampiran.typ",
    "pernyataan.typ",
    "pk.typ",
    "tabel.typ",
    "tanda-tangan.typ",
];

/// The sheet of one subject alone, as a preview shows it.
///
/// # Errors
/// The first mistake in a wording file.
pub fn job(
    subject: &Subject,
    settings: &Settings,
    wording: &Wording,
    galat: &BTreeSet<Place>,
) -> Result<Job, WordingError> {
    let Subject { cascade, post, holder } = *subject;
    let (index, ruler) = (&Index::new(cascade), &Ruler::new(&settings.huruf));
    let composed = Composer { cascade, settings, wording, galat, index, ruler, post, holder }.compose()?;
    let key = subject.key();
    let path = naming::sheet_path(&settings.folder, &composed.unit, &composed.file, &key);
    Ok(composed.job(&path, &key).0)
}

/// Everything that one sheet is made from.
pub(super) struct Composer<'a> {
    pub cascade: &'a Cascade,
    pub settings: &'a Settings,
    pub wording: &'a Wording<'a>,
    pub galat: &'a BTreeSet<Place>,
    pub index: &'a Index,
    pub ruler: &'a Ruler,
    pub post: usize,
    pub holder: Option<&'a Pegawai>,
}

/// A sheet with what its file is called by.
pub(super) struct Composed {
    pub sheet: Sheet,
    /// Whether its anchors are not those that the office wished.
    pub other_anchors: bool,
    pub unit: String,
    pub file: String,
    /// The cells it prints that have an error.
    pub galat: Vec<Place>,
}

impl Composer<'_> {
    pub fn compose(&self) -> Result<Composed, WordingError> {
        let Self { cascade, settings, wording, galat, index, ruler, post, holder } = *self;
        let jabatan = &cascade.jabatan()[post];
        let form = settings.forms.of(jabatan.jenjang);
        let first = Party::official(cascade, post, holder);
        let second = Party::second(cascade, index, settings, post, holder);
        let fields = self.fields(form, &first, second.as_ref());
        let label = wording.labels(&fields)?;
        let signature = |party: &Party, key: &str| Signature {
            sebutan: label.get(key).cloned().unwrap_or_default(),
            jabatan: party.jabatan.clone(),
            pecahan: breakings(&party.jabatan, &|text| ruler.em(text, false)),
            nama: party.nama.clone(),
            em: Extent::of(ruler, party.nama.as_deref().unwrap_or_default(), true),
            baris: party.lines(&label, settings.tersamar),
        };
        let lines = |party: &Party, file| {
            let penutup = wording.line(file, &fields)?;
            Ok(PartyLines { nama: party.nama.clone(), jabatan: party.jabatan.clone(), penutup })
        };
        let mut pihak = vec![lines(&first, "pihak-pertama.txt")?];
        if let Some(second) = &second {
            pihak.push(lines(second, "pihak-kedua.txt")?);
        }
        let own = holder.map_or(&[][..], |person| &person.khusus);
        let masa = holder.and_then(Pegawai::masa);
        let kelompok: Vec<Group> =
            jabatan.kelompok.iter().filter_map(|group| Group::new(group, own, form.satuan)).collect();
        let anggaran = form.anggaran.and_then(|table| Budget::new(cascade.anggaran(), index.money(post), table));
        let mut places: BTreeSet<Place> = kelompok.iter().flat_map(|group| group.places.clone()).collect();
        places.extend([Some(&first), second.as_ref()].into_iter().flatten().flat_map(|party| party.places.clone()));
        places.extend(anggaran.iter().flat_map(|table| table.places.clone()));
        places.extend(masa.map(|masa| masa.place.clone()));
        let head = |key: &str, text: &str| (label.get(key).cloned().unwrap_or_default(), text.to_owned());
        let mut kepala = vec![head("perangkat_daerah", cascade.instansi()), head("jabatan", &first.jabatan)];
        kepala.extend(masa.map(|masa| head("masa", masa.value.trim())));
        let elektronik = self.is_electronic();
        let qr = settings.edisi.as_ref().filter(|_| settings.kode_qr);
        places.retain(|place| galat.contains(place));
        let mut sheet = Sheet {
            judul_dokumen: wording.line("judul-dokumen.txt", &fields)?,
            tanggal: settings.tanggal.ymd(),
            kertas: settings.kertas_mm,
            huruf: settings.huruf.clone(),
            draf: !places.is_empty() || second.as_ref().is_some_and(|party| party.unclear),
            taksir: wording.layout_is_builtin(LAYOUT),
            kop: settings.kop.clone(),
            ruang_kop: settings.ruang_kop_mm,
            pernyataan: Statement {
                judul: wording.lines("judul.txt", &fields)?,
                pembuka: wording.line("pembuka.txt", &fields)?,
                pihak,
                janji: wording.paragraphs("janji.txt", &fields)?,
                em: StatementExtents::default(),
            },
            tempat_tanggal: wording.line("tempat-tanggal.txt", &fields)?,
            kiri: second.as_ref().map(|party| signature(party, "pihak_kedua")),
            kanan: signature(&first, "pihak_pertama"),
            lampiran: Attachment {
                judul: wording.lines("lampiran.txt", &fields)?,
                kepala,
                kolom: Columns { satuan: form.satuan, triwulan: form.triwulan, nomor: form.nomor_kolom },
                kelompok,
                anggaran,
                em: AttachmentExtents::default(),
            },
            kaki: Footer {
                edisi: settings.edisi.as_ref().map(|_| wording.line("kaki-edisi.txt", &fields)).transpose()?,
                qr: qr.map(|_| Qr::new(&wording.line(qr::FILE, &fields)?)).transpose()?,
                elektronik: elektronik.then(|| wording.line("kaki-elektronik.txt", &fields)).transpose()?,
            },
            jangkar: None,
            label,
        };
        sheet.pernyataan.em = measure::statement(&sheet.pernyataan, ruler);
        sheet.lampiran.em = measure::attachment(&sheet.lampiran, ruler);
        if elektronik {
            sheet.jangkar = anchors(&sheet, &settings.jangkar);
            // Without a place to sign there is nothing final.
            sheet.draf |= sheet.jangkar.is_none();
        }
        if sheet.draf || settings.tersamar {
            // Nobody is to sign a draft or the copy for a website, so neither
            // offers a place for it nor says that somebody did.
            (sheet.jangkar, sheet.kaki.elektronik) = (None, None);
        }
        let wished = sheet.jangkar.is_none_or(|anchors| anchors.are(&settings.jangkar));
        Ok(Composed {
            sheet,
            other_anchors: !wished,
            unit: jabatan_name(&jabatan.unit, cascade.instansi()),
            file: wording.line("nama-berkas.txt", &fields)?,
            galat: places.into_iter().collect(),
        })
    }

    /// Whether it is signed electronically: as the roster says of the holder,
    /// else as the form does.
    pub fn is_electronic(&self) -> bool {
        let form = self.settings.forms.of(self.cascade.jabatan()[self.post].jenjang);
        self.holder.and_then(|person| person.elektronik).unwrap_or(form.elektronik)
    }

    /// What the wording files may name. No NIP is among it, so that none can
    /// get into a title or a file name.
    fn fields(&self, form: &Form, first: &Party, second: Option<&Party>) -> Fields {
        let jabatan = &self.cascade.jabatan()[self.post];
        // An unknown name is empty, so that `{% if pihak_kedua.nama %}` works.
        let party = |party: &Party| {
            let nama = party.nama.as_deref().unwrap_or_default();
            Fields::default().text("nama", nama).text("jabatan", party.jabatan.as_str())
        };
        let edition = |edisi: &Edisi| Fields::default().text("nama", edisi.nama.as_str()).text("id", edisi.id.as_str());
        Fields::default()
            .text("dokumen", form.dokumen.as_str())
            .flag("perubahan", self.settings.perubahan)
            .number("tahun", self.cascade.tahun())
            .text("instansi", self.cascade.instansi())
            .text("pemda", self.settings.pemda.as_str())
            .text("tempat", self.settings.tempat.as_str())
            .text("tanggal", self.settings.tanggal.to_string())
            .text("jenjang", jabatan.jenjang.key())
            .text("unit", jabatan.unit.as_str())
            .group("form", Some(Fields::default().text("sasaran", form.sasaran.as_str())))
            .group("edisi", self.settings.edisi.as_ref().map(edition))
            .group("pihak_pertama", Some(party(first)))
            .group("pihak_kedua", second.map(party))
    }
}

impl Composed {
    /// The job of the sheet, and the cells with an error that it prints.
    pub fn job(self, path: &str, key: &str) -> (Job, Vec<Place>) {
        // Strings, numbers and lists of them: there is nothing in a sheet that
        // JSON cannot hold.
        let data = serde_json::to_vec(&self.sheet).expect("a sheet is plain data");
        let job = Job {
            path: path.to_owned(),
            main: TEMPLATE.to_owned(),
            // In a draft, what cannot be printed is shown as such; a sheet that
            // is to be signed says all it has to say, or is refused.
            data: if self.sheet.draf { printable_data(data) } else { data },
            settings: PdfSettings { ident: key.to_owned(), date: self.sheet.tanggal, archival: true },
            draft: self.sheet.draf,
        };
        (job, self.galat)
    }
}

/// Anchors that occur in none of the sheet's texts.
fn anchors(sheet: &Sheet, wished: &[char]) -> Option<Anchors> {
    fn texts<'a>(value: &'a Value, out: &mut Vec<&'a str>) {
        match value {
            Value::String(text) => out.push(text),
            Value::Array(list) => list.iter().for_each(|value| texts(value, out)),
            Value::Object(map) => map.values().for_each(|value| texts(value, out)),
            _ => {}
        }
    }
    let value = serde_json::to_value(sheet).ok()?;
    let mut found = Vec::new();
    texts(&value, &mut found);
    Anchors::choose(wished, found.into_iter())
}
