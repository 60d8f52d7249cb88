//! The same changes on a terminal, as JSON, in a workbook, on paper.

use super::*;

#[test]
fn the_terminal_marks_words_without_colour() {
    let revision = after(|draft| {
        draft.blocks[BIDANG].indikator[0].uraian = "Persentase warga terlayani".into();
        draft.blocks[BIDANG].indikator[1].nomor = Some("3".into());
    });
    let expected = "\
Dinas Contoh 2026
2 perubahan pada 1 jabatan.
Kata yang hilang ditandai [-begini-], kata yang baru {+begini+}.

KEPALA BIDANG (Bidang)
  indikator diubah (Matriks!C23)
    semula   [-Jumlah-] warga terlayani
    menjadi  {+Persentase+} warga terlayani
  nomor indikator: 2 → 3 (Matriks!C24) — Jumlah
    keluhan selesai

1 lembar ditandatangani ulang.
  Tanda tangan ulang: 1
    Pegawai Contoh 02, KEPALA BIDANG (Bidang):
      indikator
";
    assert_eq!(terminal(&revision, Style { colour: false, width: 48 }), expected);
}

#[test]
fn the_json_has_both_sides_their_cells_and_the_words() {
    let revision = after(|draft| draft.blocks[BIDANG].indikator[0].uraian = "Persentase warga terlayani".into());
    let value: serde_json::Value = serde_json::from_str(&json(&revision)).unwrap();
    let change = &value["jabatan"][0]["perubahan"][0];
    assert_eq!(change["jenis"], "indikator");
    assert_eq!(change["semula"]["sel"], "Matriks!C23");
    assert_eq!(change["menjadi"]["teks"], "Persentase warga terlayani");
    assert_eq!(change["kata"][0], serde_json::json!({ "nasib": "hapus", "teks": "Jumlah" }));
    assert_eq!(value["ringkasan"]["ulang"], 1);
    assert_eq!(value["tanda_tangan"]["ulang"][0]["alasan"][0], "indikator");
}

#[test]
fn the_workbook_reads_back_with_every_change_and_every_signer() {
    let revision = after_people(|people| people[BIDANG] = person(BIDANG, "Pegawai Contoh 09", "199009092015091009"));
    let bytes = workbook(&revision).unwrap();
    assert_eq!(bytes, workbook(&revision).unwrap());
    let grids = crate::workbook::read_bytes("perubahan.xlsx", bytes).unwrap();
    let rows = |at: usize| grids[at].last_row();
    assert_eq!((grids[0].sheet(), rows(0)), ("Perubahan", 3 + 2));
    assert_eq!((grids[1].sheet(), rows(1)), ("Tanda tangan", 3 + 3));
}

#[test]
fn the_printed_report_is_typeset_and_a_citys_is_cut_into_parts() {
    let revision = after(|draft| {
        draft.blocks[BIDANG].indikator[0].uraian = "Persentase warga terlayani".into();
        draft.blocks[BIDANG].nama.value = "KEPALA BIDANG LAYANAN".into();
    });
    let engine = crate::typeset::Engine::new(&crate::typeset::TemplateSet::builtin());
    let job = jobs(&revision, &print_settings()).remove(0);
    assert_eq!(job.path, "laporan/perubahan.pdf");
    engine.render(&job.main, job.data, &job.settings).unwrap();

    let mut city = revision;
    city.jabatan = vec![city.jabatan[0].clone(); 301];
    let jobs = jobs(&city, &print_settings());
    let paths: Vec<_> = jobs.iter().map(|job| job.path.as_str()).collect();
    assert_eq!(paths, ["laporan/perubahan.pdf", "laporan/perubahan-2.pdf", "laporan/perubahan-3.pdf"]);
    for job in jobs {
        engine.render(&job.main, job.data, &job.settings).unwrap();
    }
}
