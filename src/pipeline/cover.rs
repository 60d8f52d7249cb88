//! The first pages of a print volume as its template gets them: what is in it,
//! where, and what is left out.

use serde::Serialize;

use crate::typeset::first_page;

/// The data of `templates/jilid.typ`.
#[derive(Debug, Clone, Serialize)]
pub struct Cover {
    /// Title in the file's metadata.
    pub judul_dokumen: String,
    /// Year, month and day in the file's metadata.
    pub tanggal: (i32, u8, u8),
    /// Width and height of the paper in mm, upright.
    pub kertas: (f64, f64),
    /// The type family.
    pub huruf: String,
    /// The lines of the title.
    pub judul: Vec<String>,
    /// The agency.
    pub instansi: String,
    /// What the volume is made of, "Unit" or "Jenjang", and its name.
    pub himpunan: Option<(&'static str, String)>,
    /// Its number, and how many there are.
    pub jilid: (usize, usize),
    /// Whether it is to be printed on both sides.
    pub bolak_balik: bool,
    /// How many copies of each sheet stand in it.
    pub rangkap: usize,
    /// Whether the copies of a sheet follow each other.
    pub rangkap_berturut: bool,
    /// The pages of the whole file, once they are known.
    pub halaman: Option<usize>,
    /// The sheets, unit by unit.
    pub isi: Vec<Group>,
    /// The sheets that are left out.
    pub lain: Vec<Left>,
}

/// The sheets of a unit.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// The unit, where the volume has several.
    pub nama: Option<String>,
    /// Its sheets.
    pub lembar: Vec<Item>,
}

/// A sheet in the volume.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// Its number in the volume, counted from 1.
    pub nomor: usize,
    /// The holder's name.
    pub nama: Option<String>,
    /// The holder's jabatan.
    pub jabatan: String,
    /// Its first and last page in the file, once they are known.
    pub halaman: Option<(usize, usize)>,
    /// A digest of what it says: the volume is made from its sheets.
    pub sidik: String,
}

/// A sheet that is left out.
#[derive(Debug, Clone, Serialize)]
pub struct Left {
    /// The holder's name.
    pub nama: Option<String>,
    /// The holder's jabatan.
    pub jabatan: String,
    /// Why, a line each.
    pub sebab: Vec<String>,
}

/// The order in which sheets and their copies stand in a volume: indices of
/// the sheets.
pub fn copies(sheets: usize, rangkap: usize, rangkap_berturut: bool) -> Vec<usize> {
    let all = 0..sheets;
    if rangkap_berturut {
        all.flat_map(|sheet| std::iter::repeat_n(sheet, rangkap)).collect()
    } else {
        std::iter::repeat_n(all, rangkap).flatten().collect()
    }
}

impl Cover {
    /// Fills in the pages: the cover has `own`, sheet `n` has `pages[n]`.
    pub fn number(&mut self, own: usize, pages: &[usize]) {
        let mut first: Vec<Option<(usize, usize)>> = vec![None; pages.len()];
        let mut before = own;
        for sheet in copies(pages.len(), self.rangkap, self.rangkap_berturut) {
            let start = first_page(before, self.bolak_balik);
            before = start + pages[sheet] - 1;
            first[sheet].get_or_insert((start, before));
        }
        self.halaman = Some(before);
        for (item, pages) in self.isi.iter_mut().flat_map(|group| &mut group.lembar).zip(first) {
            item.halaman = pages;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cover(bolak_balik: bool, rangkap: usize, rangkap_berturut: bool) -> Cover {
        let item = |nomor| Item { nomor, nama: None, jabatan: String::new(), halaman: None, sidik: String::new() };
        Cover {
            judul_dokumen: String::new(),
            tanggal: (2026, 1, 2),
            kertas: (215.0, 330.0),
            huruf: String::new(),
            judul: Vec::new(),
            instansi: String::new(),
            himpunan: None,
            jilid: (1, 1),
            bolak_balik,
            rangkap,
            rangkap_berturut,
            halaman: None,
            isi: vec![
                Group { nama: None, lembar: vec![item(1), item(2)] },
                Group { nama: None, lembar: vec![item(3)] },
            ],
            lain: Vec::new(),
        }
    }

    fn numbered(mut cover: Cover, own: usize) -> (Vec<(usize, usize)>, Option<usize>) {
        cover.number(own, &[2, 3, 2]);
        let items = cover.isi.iter().flat_map(|group| &group.lembar);
        (items.map(|item| item.halaman.unwrap()).collect(), cover.halaman)
    }

    #[test]
    fn sheets_begin_on_the_front_of_the_paper_when_both_sides_are_printed() {
        assert_eq!(numbered(cover(true, 1, true), 1), (vec![(3, 4), (5, 7), (9, 10)], Some(10)));
        assert_eq!(numbered(cover(false, 1, true), 1), (vec![(2, 3), (4, 6), (7, 8)], Some(8)));
    }

    #[test]
    fn copies_follow_their_sheet_or_the_whole_volume() {
        assert_eq!(copies(3, 2, true), [0, 0, 1, 1, 2, 2]);
        assert_eq!(copies(3, 2, false), [0, 1, 2, 0, 1, 2]);
        assert_eq!(numbered(cover(true, 2, true), 2).0, [(3, 4), (7, 9), (15, 16)]);
        assert_eq!(numbered(cover(true, 2, false), 2), (vec![(3, 4), (5, 7), (9, 10)], Some(18)));
    }
}
