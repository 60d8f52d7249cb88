//! Whom the sheets of a cascade are for, before any of them is composed.

use super::jabatan_name::jabatan_name;
use super::naming;
use crate::cascade::{Cascade, Pegawai, Seat};

/// Whom one sheet is for: a post, and its holder where one is known.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The cascade that both belong to.
    pub cascade: &'a Cascade,
    /// Index of the jabatan.
    pub post: usize,
    /// The person on it; `None` while nobody is known.
    pub holder: Option<&'a Pegawai>,
}

/// The subjects in the order of the sheets: by jabatan, then by the roster.
pub fn subjects(cascade: &Cascade) -> Vec<Subject<'_>> {
    Seat::all(cascade).into_iter().map(|seat| Subject::at(cascade, seat)).collect()
}

impl<'a> Subject<'a> {
    /// Whom the sheet of a seat is for.
    pub fn at(cascade: &'a Cascade, seat: Seat) -> Self {
        Self { cascade, post: seat.jabatan, holder: seat.pegawai.map(|person| &cascade.pegawai()[person]) }
    }

    /// The jabatan as it is printed.
    pub fn jabatan(&self) -> String {
        jabatan_name(&self.cascade.jabatan()[self.post].nama, self.cascade.instansi())
    }

    /// The unit as it is printed.
    pub fn unit(&self) -> String {
        jabatan_name(&self.cascade.jabatan()[self.post].unit, self.cascade.instansi())
    }

    /// A key that stays the same from run to run and tells nothing of the
    /// person. Two people of one name on one post share it.
    pub fn key(&self) -> String {
        let id = self.cascade.jabatan()[self.post].id.0.as_str();
        let name = self.holder.map(|person| person.nama.value.as_str());
        naming::key(&std::iter::once(id).chain(name).collect::<Vec<_>>())
    }

    /// Whether the jabatan, the unit or the holder's name has `pattern` in
    /// it, capitals or not.
    pub fn matches(&self, pattern: &str) -> bool {
        let pattern = pattern.trim().to_lowercase();
        let post = &self.cascade.jabatan()[self.post];
        let printed = [self.jabatan(), self.unit()];
        let written = [Some(post.nama.as_str()), Some(post.unit.as_str()), self.holder.map(|p| p.nama.value.as_str())];
        let texts = printed.iter().map(String::as_str).chain(written.into_iter().flatten());
        texts.into_iter().any(|text| text.to_lowercase().contains(&pattern))
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Agency, pegawai};
    use super::*;

    fn cascade() -> Cascade {
        let agency = Agency::new().with(pegawai(90, "Pegawai Contoh 01", 1)).with(pegawai(95, "Pegawai Contoh 02", 1));
        Cascade::new("Dinas Contoh".into(), 2026, agency.posts, agency.people).unwrap()
    }

    #[test]
    fn every_holder_and_every_post_without_one_is_a_subject() {
        let cascade = cascade();
        let found: Vec<_> = subjects(&cascade).iter().map(|one| (one.post, one.holder.is_some())).collect();
        assert_eq!(found, [(0, false), (1, true), (1, true), (2, false)]);
    }

    #[test]
    fn a_pattern_finds_jabatan_unit_and_person() {
        let cascade = cascade();
        let subjects = subjects(&cascade);
        let first = |pattern: &str| subjects.iter().position(|one| one.matches(pattern));
        assert_eq!(first("perencana"), Some(3));
        assert_eq!(first("contoh 02"), Some(2));
        assert_eq!(first("SEKRETARIAT"), Some(0));
        assert_eq!(first("tidak ada"), None);
    }

    #[test]
    fn a_key_tells_holders_apart_and_names_nobody() {
        let cascade = cascade();
        let keys: Vec<_> = subjects(&cascade).iter().map(Subject::key).collect();
        assert_ne!(keys[1], keys[2]);
        assert!(keys.iter().all(|key| key.len() == 8), "{keys:?}");
    }
}
