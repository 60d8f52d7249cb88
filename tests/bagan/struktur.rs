//! What a screen reader and a PDF viewer are told of the poster and of the
//! pages per unit: headings and lists branch by branch, a bookmark per unit.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, String as PdfString};
use perjakin::cascade::{Cascade, Jabatan};
use perjakin::chart::{Paper, Settings, charts};

use crate::kota::{self, settings};
use crate::{engine, job};

/// A jabatan as it is told: its heading, and the entries of each of its lists.
type Told = (String, Vec<usize>);

/// The file of an edition.
fn made(cascade: &Cascade, path: &str) -> Pdf {
    let engine = engine();
    let settings = Settings { unit: vec![Paper::F4], ..settings(cascade) };
    let made = charts(cascade, &engine, &settings).unwrap();
    Pdf::new(engine.make(job(&made, path).clone()).unwrap().bytes).unwrap()
}

fn catalogue(pdf: &Pdf) -> Dict<'_> {
    pdf.xref().get(pdf.xref().root_id()).unwrap()
}

/// Text strings are UTF-16 with a mark, or plain.
fn text(dict: &Dict, key: &[u8]) -> Option<String> {
    let text = dict.get::<PdfString>(key)?;
    let bytes = text.as_bytes();
    Some(match bytes.strip_prefix(&[0xfe, 0xff]) {
        None => String::from_utf8_lossy(bytes).into_owned(),
        Some(rest) => {
            let units = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            String::from_utf16_lossy(&units.collect::<Vec<_>>())
        }
    })
}

/// The children of a structure element in the order of reading.
fn children<'a>(element: &Dict<'a>) -> Vec<Dict<'a>> {
    match element.get::<Array>(&b"K"[..]) {
        Some(all) => all.iter::<Object>().filter_map(Object::into_dict).collect(),
        None => element.get::<Dict>(&b"K"[..]).into_iter().collect(),
    }
}

/// All structure elements with their kinds, in the order of reading.
fn walk<'a>(element: &Dict<'a>, found: &mut Vec<(String, Dict<'a>)>) {
    if let Some(kind) = element.get::<Name>(&b"S"[..]) {
        found.push((String::from_utf8_lossy(&kind).into_owned(), element.clone()));
    }
    children(element).iter().for_each(|child| walk(child, found));
}

/// The headings with the lists that follow them.
fn told(pdf: &Pdf) -> Vec<Told> {
    let mut elements = Vec::new();
    walk(&catalogue(pdf).get::<Dict>(&b"StructTreeRoot"[..]).unwrap(), &mut elements);
    let mut told: Vec<Told> = Vec::new();
    for (kind, element) in elements {
        match (kind.as_str(), told.last_mut()) {
            ("L", Some((_, lists))) => lists.push(children(&element).len()),
            (kind, _) if kind.len() == 2 && kind.starts_with('H') => {
                told.push((text(&element, b"T").unwrap_or_default(), Vec::new()));
            }
            _ => {}
        }
    }
    told
}

/// The bookmarks below a node, each with its level.
fn bookmarks(parent: &Dict, level: usize, found: &mut Vec<(usize, String)>) {
    let mut next = parent.get::<Dict>(&b"First"[..]);
    while let Some(node) = next {
        found.push((level, text(&node, b"Title").unwrap_or_default()));
        bookmarks(&node, level + 1, found);
        next = node.get::<Dict>(&b"Next"[..]);
    }
}

fn outline(pdf: &Pdf) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    bookmarks(&catalogue(pdf).get::<Dict>(&b"Outlines"[..]).unwrap(), 1, &mut found);
    found
}

/// The jabatan branch by branch from the top.
fn by_branch(cascade: &Cascade) -> Vec<&Jabatan> {
    fn below<'a>(posts: &'a [Jabatan], top: usize, order: &mut Vec<&'a Jabatan>) {
        order.push(&posts[top]);
        let next = posts.iter().enumerate().filter(|(_, post)| post.induk == Some(top));
        next.for_each(|(index, _)| below(posts, index, order));
    }
    let mut order = Vec::new();
    below(cascade.jabatan(), 0, &mut order);
    order
}

#[test]
fn the_poster_is_read_from_the_top_branch_by_branch_every_box_a_heading_with_its_lists() {
    let cascade = kota::kota(60);
    let expected: Vec<Told> = by_branch(&cascade)
        .into_iter()
        .map(|post| {
            let sasaran = post.kelompok.iter().map(|group| group.sasaran.len()).sum();
            let indikator = post.kelompok.iter().map(|group| group.indikator.len()).sum();
            (post.nama.clone(), vec![sasaran, indikator])
        })
        .collect();
    assert_eq!(told(&made(&cascade, "bagan/poster.pdf")), expected);
}

#[test]
fn the_poster_has_a_bookmark_for_every_unit() {
    let cascade = kota::kota(120);
    let posts = cascade.jabatan();
    let heads = by_branch(&cascade)
        .into_iter()
        .filter(|post| post.induk.is_none_or(|parent| posts[parent].unit != post.unit))
        .map(|post| post.nama.clone());
    let found = outline(&made(&cascade, "bagan/poster.pdf"));
    assert_eq!(found.into_iter().map(|(_, name)| name).collect::<Vec<_>>(), heads.collect::<Vec<_>>());
}

#[test]
fn the_pages_per_unit_have_a_bookmark_for_every_unit() {
    let cascade = kota::kota(120);
    let mut units: Vec<&str> = cascade.jabatan().iter().map(|post| post.unit.as_str()).collect();
    units.sort_unstable();
    units.dedup();
    let found = outline(&made(&cascade, "bagan/unit-F4.pdf"));
    for unit in units.iter().filter(|unit| **unit != "Pimpinan") {
        assert!(found.iter().any(|(level, name)| *level == 1 && name == unit), "{unit}: {found:?}");
    }
}
