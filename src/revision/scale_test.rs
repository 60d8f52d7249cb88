//! A city: thousands of jabatan with the same few names and texts, told apart
//! by where they stand and who holds them. Known edits are found among them,
//! and nothing else.

use super::*;
use crate::cascade::testing::{cell, text};
use crate::cascade::{Indikator, Jabatan, JabatanId, Jenjang, Kelompok, Pegawai, Sasaran};

/// Staff of a section; sections alike in name and number of staff.
const STAFF: usize = 29;

/// A root, `sections` sections, and the staff of each; one holder a jabatan.
fn city(sections: usize) -> (Vec<Jabatan>, Vec<Pegawai>) {
    let mut posts = vec![post(0, None, "KEPALA DINAS", 0)];
    for section in 0..sections {
        let head = posts.len();
        posts.push(post(head, Some(0), &format!("KEPALA SEKSI {section}"), section));
        for staff in 0..STAFF {
            let name = ["Pengadministrasi Perkantoran", "Pengelola Layanan Operasional", "Operator"][staff % 3];
            let at = posts.len();
            posts.push(post(at, Some(head), name, staff));
        }
    }
    let pegawai = (0..posts.len()).map(holder).collect();
    (posts, pegawai)
}

fn post(at: usize, induk: Option<usize>, nama: &str, kind: usize) -> Jabatan {
    let indikator = |n: usize| Indikator {
        nomor: Some((n + 1).to_string()),
        uraian: format!("Jumlah laporan layanan jenis {} tahap {n}", kind % 7),
        place: cell("A1"),
        satuan: None,
        target: Some(text("12", "B1")),
        triwulan: None,
    };
    let sasaran = Sasaran { nomor: None, uraian: format!("Tersedianya layanan jenis {}", kind % 7), place: cell("A1") };
    Jabatan {
        id: JabatanId(format!("jabatan-{at}")),
        nama: nama.to_owned(),
        jenjang: Jenjang::Pelaksana,
        tingkat: 1,
        unit: "Bidang".to_owned(),
        induk,
        atasan: induk,
        place: cell("A1"),
        tujuan: Vec::new(),
        kelompok: vec![Kelompok { sasaran: vec![sasaran], indikator: (0..3).map(indikator).collect() }],
    }
}

fn holder(at: usize) -> Pegawai {
    let nip = format!("{:018}", 199_001_012_015_000_000_u64 + at as u64);
    Pegawai { nip: Some(text(&nip, "Y1")), ..Pegawai::new(text(&format!("Pegawai Contoh {at}"), "Z1"), at) }
}

fn compared(
    (posts, people): (Vec<Jabatan>, Vec<Pegawai>),
    edit: impl FnOnce(&mut Vec<Jabatan>, &mut Vec<Pegawai>),
) -> Revision {
    let cascade = |posts, people| Cascade::new("Dinas Contoh".into(), 2026, posts, people).unwrap();
    let (mut new_posts, mut new_people) = (posts.clone(), people.clone());
    edit(&mut new_posts, &mut new_people);
    let (old, new) = (cascade(posts, people), cascade(new_posts, new_people));
    compare(Edition { cascade: &old, pimpinan: None }, Edition { cascade: &new, pimpinan: None })
}

fn told(revision: &Revision) -> Vec<String> {
    let jabatan = revision.jabatan.iter().flat_map(|j| j.changes.iter().map(|change| (&j.nama, change)));
    let pegawai = revision.pegawai.iter().flat_map(|p| p.changes.iter().map(|change| (&p.nama, change)));
    jabatan.chain(pegawai).map(|(name, change)| format!("{name}: {}", phrase::event(change))).collect()
}

#[test]
fn known_edits_among_thousands_are_found_and_nothing_else() {
    let revision = compared(city(100), |posts, _| {
        // Ids say nothing here: every one of them is another.
        for post in posts.iter_mut() {
            post.id.0.insert_str(0, "baru-");
        }
        posts[62].kelompok[0].indikator[1].uraian = "Jumlah dokumen layanan jenis lain tahap 1".into();
        posts[900].kelompok[0].indikator[2].target = Some(text("15", "B1"));
        posts[1501].nama = "KEPALA SEKSI GABUNGAN".into();
        (posts[2000].induk, posts[2000].atasan) = (Some(31), Some(31));
    });
    assert_eq!(
        told(&revision),
        [
            "Pengadministrasi Perkantoran: indikator diubah",
            "Pengelola Layanan Operasional: target diubah",
            "KEPALA SEKSI GABUNGAN: nama jabatan diubah",
            "Pengadministrasi Perkantoran: pindah ke atasan lain"
        ]
    );
    // The section's own sheet and those of its staff, and one sheet for each other change.
    assert_eq!(revision.must_sign.ulang.len(), 3 + 1 + STAFF);
}

#[test]
fn one_of_many_alike_that_is_gone_shifts_nobody() {
    let revision = compared(city(20), |posts, people| {
        // The first of the staff of section 1 leaves; all behind move up.
        posts.remove(32);
        people.remove(32);
        let up = |index: usize| index - usize::from(index > 32);
        posts.iter_mut().for_each(|post| (post.induk, post.atasan) = (post.induk.map(up), post.atasan.map(up)));
        people.iter_mut().for_each(|person| person.jabatan = up(person.jabatan));
    });
    let gone = ["Pengadministrasi Perkantoran: jabatan dihapus", "Pegawai Contoh 32: melepas jabatan"];
    assert_eq!(told(&revision), gone);
    assert_eq!((revision.must_sign.ulang.len(), revision.must_sign.keluar.len()), (0, 1));
}
