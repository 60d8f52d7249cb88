//! The cascade as JSON for other programs: what `perjakin kaskade` prints.
//! Keys are fixed by contract; `skema` grows when their meaning changes.

use serde::Serialize;

use super::model::{Cascade, Indikator, Jabatan, JabatanId, Jenjang, Kelompok, Sasaran};
use super::pegawai::{Pegawai, StatusJabatan};
use crate::workbook::place::{Located, Place};

#[derive(Serialize)]
struct CascadeJson<'a> {
    skema: u32,
    instansi: &'a str,
    tahun: u16,
    jabatan: Vec<JabatanJson<'a>>,
    pegawai: Vec<PegawaiJson<'a>>,
}

#[derive(Serialize)]
struct JabatanJson<'a> {
    id: &'a JabatanId,
    nama: &'a str,
    jenjang: Jenjang,
    tingkat: u32,
    unit: &'a str,
    induk: Option<&'a JabatanId>,
    atasan: Option<&'a JabatanId>,
    sel: &'a Place,
    tujuan: Vec<TextJson<'a>>,
    kelompok: Vec<KelompokJson<'a>>,
}

#[derive(Serialize)]
struct TextJson<'a> {
    uraian: &'a str,
    sel: &'a Place,
}

#[derive(Serialize)]
struct KelompokJson<'a> {
    sasaran: Vec<SasaranJson<'a>>,
    indikator: Vec<IndikatorJson<'a>>,
}

#[derive(Serialize)]
struct SasaranJson<'a> {
    nomor: Option<&'a str>,
    uraian: &'a str,
    sel: &'a Place,
}

#[derive(Serialize)]
struct IndikatorJson<'a> {
    nomor: Option<&'a str>,
    uraian: &'a str,
    sel: &'a Place,
    satuan: Option<&'a str>,
    target: Option<&'a str>,
    triwulan: Option<[Option<&'a str>; 4]>,
}

#[derive(Serialize)]
struct PegawaiJson<'a> {
    nama: &'a str,
    nip: Option<&'a str>,
    pangkat: Option<&'a str>,
    golongan: Option<&'a str>,
    status: StatusJabatan,
    jabatan: Option<&'a JabatanId>,
    sel: &'a Place,
}

/// The model as indented JSON, levels in the order of the matrix.
pub fn to_json(cascade: &Cascade) -> String {
    let posts = cascade.jabatan();
    let id = |index: usize| posts.get(index).map(|post| &post.id);
    let json = CascadeJson {
        skema: 1,
        instansi: cascade.instansi(),
        tahun: cascade.tahun(),
        jabatan: posts.iter().map(|post| jabatan(post, &id)).collect(),
        pegawai: cascade.pegawai().iter().map(|person| pegawai(person, &id)).collect(),
    };
    // Strings, numbers and lists only: serialising them cannot fail.
    serde_json::to_string_pretty(&json).unwrap_or_default()
}

fn jabatan<'a>(post: &'a Jabatan, id: &impl Fn(usize) -> Option<&'a JabatanId>) -> JabatanJson<'a> {
    JabatanJson {
        id: &post.id,
        nama: &post.nama,
        jenjang: post.jenjang,
        tingkat: post.tingkat,
        unit: &post.unit,
        induk: post.induk.and_then(id),
        atasan: post.atasan.and_then(id),
        sel: &post.place,
        tujuan: post.tujuan.iter().map(|tujuan| TextJson { uraian: &tujuan.uraian, sel: &tujuan.place }).collect(),
        kelompok: post.kelompok.iter().map(kelompok).collect(),
    }
}

fn kelompok(kelompok: &Kelompok) -> KelompokJson<'_> {
    KelompokJson {
        sasaran: kelompok.sasaran.iter().map(sasaran).collect(),
        indikator: kelompok.indikator.iter().map(indikator).collect(),
    }
}

fn sasaran(item: &Sasaran) -> SasaranJson<'_> {
    SasaranJson { nomor: item.nomor.as_deref(), uraian: &item.uraian, sel: &item.place }
}

fn indikator(item: &Indikator) -> IndikatorJson<'_> {
    IndikatorJson {
        nomor: item.nomor.as_deref(),
        uraian: &item.uraian,
        sel: &item.place,
        satuan: text(&item.satuan),
        target: text(&item.target),
        triwulan: item.triwulan.as_ref().map(|quarters| std::array::from_fn(|index| text(&quarters[index]))),
    }
}

fn pegawai<'a>(person: &'a Pegawai, id: &impl Fn(usize) -> Option<&'a JabatanId>) -> PegawaiJson<'a> {
    PegawaiJson {
        nama: &person.nama.value,
        nip: text(&person.nip),
        pangkat: text(&person.pangkat),
        golongan: text(&person.golongan),
        status: person.status,
        jabatan: id(person.jabatan),
        sel: &person.nama.place,
    }
}

fn text(value: &Option<Located<String>>) -> Option<&str> {
    value.as_ref().map(|value| value.value.as_str())
}

#[cfg(test)]
mod tests {
    use crate::cascade::testing::matrix;
    use crate::cascade::{Settings, build, to_json};

    #[test]
    fn the_keys_are_those_of_the_contract() {
        let draft = matrix()
            .post(0, "KEPALA DINAS CONTOH")
            .at("A5")
            .sasaran("1 Meningkatnya layanan")
            .indikator("Persentase layanan")
            .post(1, "SEKRETARIS")
            .below(0)
            .draft();
        let settings = Settings { instansi: "Dinas Contoh".into(), tahun: 2026, ..Settings::default() };
        let json = to_json(&build(&draft, &settings).cascade.unwrap());
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!((&value["skema"], &value["tahun"]), (&1.into(), &2026.into()));
        let root = &value["jabatan"][0];
        assert_eq!(root["sel"], "Matriks!A5");
        assert_eq!(root["jenjang"], "jpt");
        assert!(root["induk"].is_null());
        let group = &root["kelompok"][0];
        assert_eq!(group["sasaran"][0]["nomor"], "1");
        assert_eq!(group["sasaran"][0]["uraian"], "Meningkatnya layanan");
        assert!(group["indikator"][0]["target"].is_null() && group["indikator"][0]["nomor"].is_null());
        assert_eq!(value["jabatan"][1]["induk"], root["id"]);
        assert_eq!(value["jabatan"][1]["unit"], "Sekretariat");
    }
}
