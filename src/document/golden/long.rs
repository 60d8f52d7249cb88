//! The five cases that are long by construction, each in another family and on
//! another paper.

use super::super::fixture::{Agency, indikator, pegawai, sasaran, text};
use super::super::settings::LetakLogo;
use super::{check, form, kop};
use crate::cascade::{Anggaran, Jenjang, Kelompok, TingkatAnggaran};

const SASARAN: &str = "Terwujudnya penyelenggaraan layanan contoh dan pengembangan mutu layanan contoh";
const INDIKATOR: &str = "Persentase penerima layanan contoh yang terlayani sesuai standar di seluruh wilayah kerja";

/// A kelompok a number, with so many indikator, each with its target.
fn groups(shape: &[usize]) -> Vec<Kelompok> {
    let row = |number: usize| {
        let mut one = indikator(2, INDIKATOR);
        one.satuan = Some(text(3, "Persen"));
        one.target = Some(text(3, &format!("{}", 50 + number)));
        one
    };
    let group =
        |size: &usize| Kelompok { sasaran: vec![sasaran(1, SASARAN)], indikator: (0..*size).map(row).collect() };
    shape.iter().map(group).collect()
}

#[test]
fn forty_indikator_over_several_pages() {
    let mut agency = Agency::new().with(pegawai(100, "Pegawai Contoh 01, S.Sos., M.Si.", 1)).with(pegawai(
        110,
        "Dr. Pegawai Contoh 02, M.Si.",
        0,
    ));
    agency.settings.kop = kop(Some(LetakLogo::Kiri));
    form(&mut agency, Jenjang::Administrator).satuan = true;
    agency.posts[1].kelompok = groups(&[3, 12, 1, 4, 20]);
    let pages = check("panjang-40-indikator", &agency, 1);
    assert!(pages.len() > 3);
}

#[test]
fn a_sasaran_of_six_hundred_characters_in_times_on_a4() {
    let mut agency = Agency::new().with(pegawai(100, "Pegawai Contoh 01, S.T.", 2));
    agency.settings.huruf = "Liberation Serif".into();
    agency.settings.kertas_mm = (210.0, 297.0);
    agency.posts[2].kelompok = groups(&[3, 1]);
    agency.posts[2].kelompok[0].sasaran[0].uraian = [SASARAN; 8].join(" serta ");
    assert!(agency.posts[2].kelompok[0].sasaran[0].uraian.len() > 600);
    check("panjang-sasaran-600", &agency, 2);
}

#[test]
fn a_name_of_ninety_characters_with_gelar_on_letter() {
    let name = "Prof. Dr. Ir. H. Pegawai Contoh Dengan Nama Yang Sangat Panjang Sekali, S.Sos., M.Si., M.P.A.";
    assert!(name.len() > 90);
    let mut agency = Agency::new().with(pegawai(100, name, 2)).with(pegawai(110, "Pegawai Contoh 02", 1));
    agency.settings.kertas_mm = (215.9, 279.4);
    agency.settings.kop = kop(None);
    agency.posts[2].kelompok = groups(&[2, 1]);
    check("panjang-nama-90", &agency, 2);
}

#[test]
fn a_jabatan_of_four_lines_in_bookman_on_folio() {
    let mut agency =
        Agency::new().with(pegawai(100, "Pegawai Contoh 01, S.IP.", 2)).with(pegawai(110, "Pegawai Contoh 02", 1));
    agency.settings.huruf = "TeX Gyre Bonum".into();
    agency.settings.kertas_mm = (215.9, 330.2);
    agency.posts[2].nama = "Jabatan Fungsional Analis Kebijakan Penyelenggaraan Perlindungan dan Jaminan Contoh serta \
                            Pemberdayaan Contoh Masyarakat Ahli Madya"
        .into();
    let form = form(&mut agency, Jenjang::Fungsional);
    form.dokumen = "KONTRAK KINERJA".into();
    (form.satuan, form.triwulan) = (true, true);
    agency.posts[2].kelompok = groups(&[2, 1]);
    check("panjang-jabatan-empat-baris", &agency, 2);
}

/// On F4 of 210 mm, with a picture as logo above the lines.
#[test]
fn twenty_five_rows_of_money_on_the_narrow_f4() {
    let mut agency = Agency::new().with(pegawai(100, "Dr. Pegawai Contoh 01, M.Si.", 0));
    agency.settings.kertas_mm = (210.0, 330.0);
    agency.settings.kop = kop(Some(LetakLogo::Tengah));
    if let Some(logo) = agency.settings.kop.as_mut().and_then(|kop| kop.logo.as_mut()) {
        logo.berkas = "logo/contoh.png".into();
    }
    agency.posts[0].kelompok = groups(&[2, 1]);
    let line = |number: usize| Anggaran {
        jabatan: 0,
        tingkat: TingkatAnggaran::Program,
        induk: None,
        uraian: text(3, &format!("Program Contoh Nomor {number} Penunjang Urusan Pemerintahan Daerah Kota")),
        pagu: text(4, &format!("{}250000000", number)),
        keterangan: Some(text(5, "APBD")),
    };
    agency.money = (1..=25).map(line).collect();
    let pages = check("panjang-25-program", &agency, 0);
    assert!(pages.len() > 2);
}
