//! Several lists of jobs as one.

use std::borrow::Cow;

use super::diagnostic::TypesetError;
use super::engine::{Engine, Pdf};
use super::job::{Brief, Job};
use super::pool::Jobs;
use super::stages::Begun;

/// Lists of jobs one behind the other, each still made only when asked for.
#[derive(Default, Clone)]
pub struct Chain<'a>(Vec<&'a dyn Jobs>);

impl<'a> Chain<'a> {
    /// The lists in their order.
    pub fn new(lists: impl IntoIterator<Item = &'a dyn Jobs>) -> Self {
        Self(lists.into_iter().collect())
    }

    /// The list that an index lies in, and the index there.
    fn find(&self, mut index: usize) -> (&'a dyn Jobs, usize) {
        for list in &self.0 {
            match index.checked_sub(list.count()) {
                None => return (*list, index),
                Some(rest) => index = rest,
            }
        }
        unreachable!("an index below the count lies in one of the lists")
    }
}

impl Jobs for Chain<'_> {
    fn count(&self) -> usize {
        self.0.iter().map(|list| list.count()).sum()
    }

    fn job(&self, index: usize) -> Cow<'_, Job> {
        let (list, index) = self.find(index);
        list.job(index)
    }

    fn brief(&self, index: usize) -> Brief {
        let (list, index) = self.find(index);
        list.brief(index)
    }

    fn begin<'e>(&self, index: usize, engine: &'e Engine) -> Result<Begun<'e>, TypesetError> {
        let (list, index) = self.find(index);
        list.begin(index, engine)
    }

    fn made(&self, index: usize, pdf: &Pdf) {
        let (list, index) = self.find(index);
        list.made(index, pdf);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::PdfSettings;

    fn jobs(names: &[&str]) -> Vec<Job> {
        let settings = PdfSettings { ident: String::new(), date: (2026, 1, 2), archival: true };
        let job = |name: &&str| Job {
            path: (*name).to_owned(),
            main: "uji.typ".into(),
            data: Vec::new(),
            settings: settings.clone(),
            draft: false,
        };
        names.iter().map(job).collect()
    }

    #[test]
    fn the_lists_follow_one_another() {
        let (first, none, last) = (jobs(&["a", "b"]), jobs(&[]), jobs(&["c"]));
        let chain = Chain::new([&first as &dyn Jobs, &none, &last]);
        let paths: Vec<String> = (0..chain.count()).map(|index| chain.job(index).path.clone()).collect();
        assert_eq!(paths, ["a", "b", "c"]);
    }
}
