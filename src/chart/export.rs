//! The poster's layout as JSON, for programs that draw it themselves.

use serde::Serialize;

use super::geometry::{Line, Rect};
use super::layout::Layout;
use crate::cascade::{Cascade, Jenjang};

/// The layout: sizes and places in pt, x to the right, y downwards, from the
/// chart's upper left corner.
#[derive(Debug, Serialize)]
pub(super) struct Export<'a> {
    skema: u32,
    instansi: &'a str,
    tahun: u16,
    satuan: &'static str,
    lebar: f64,
    tinggi: f64,
    kotak: Vec<Placed<'a>>,
    garis: Vec<Joint<'a>>,
}

#[derive(Debug, Serialize)]
struct Placed<'a> {
    id: &'a str,
    nama: &'a str,
    jenjang: Jenjang,
    tingkat: u32,
    unit: &'a str,
    #[serde(flatten)]
    letak: Rect,
}

#[derive(Debug, Serialize)]
struct Joint<'a> {
    dari: &'a str,
    ke: &'a str,
    putus: bool,
    titik: &'a Line,
}

impl<'a> Export<'a> {
    /// The layout of the whole cascade; `crossings` and `dashed` belong
    /// together, pair by pair.
    pub(super) fn new(
        cascade: &'a Cascade,
        chart: &'a Layout,
        crossings: &[(usize, usize)],
        dashed: impl Iterator<Item = &'a Line> + 'a,
    ) -> Self {
        let posts = cascade.jabatan();
        let id = |index: usize| posts[index].id.0.as_str();
        let kotak = posts.iter().zip(&chart.boxes).map(|(post, letak)| Placed {
            id: &post.id.0,
            nama: &post.nama,
            jenjang: post.jenjang,
            tingkat: post.tingkat,
            unit: &post.unit,
            letak: *letak,
        });
        let solid = posts.iter().enumerate().filter_map(|(index, post)| {
            Some(Joint { dari: id(index), ke: id(post.induk?), putus: false, titik: &chart.lines[index] })
        });
        let across = crossings.iter().zip(dashed).map(|(&(from, to), titik)| Joint {
            dari: id(from),
            ke: id(to),
            putus: true,
            titik,
        });
        Self {
            skema: 1,
            instansi: cascade.instansi(),
            tahun: cascade.tahun(),
            satuan: "pt",
            lebar: chart.width,
            tinggi: chart.height,
            kotak: kotak.collect(),
            garis: solid.chain(across).collect(),
        }
    }
}
