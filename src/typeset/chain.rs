//! Several lists of jobs as one.

use std::borrow::Cow;

use super::job::Job;
use super::pool::Jobs;

/// Lists of jobs one behind the other, each still made only when asked for.
#[derive(Default, Clone)]
pub struct Chain<'a>(Vec<&'a dyn Jobs>);

impl<'a> Chain<'a> {
    /// The lists in their order.
    pub fn new(lists: impl IntoIterator<Item = &'a dyn Jobs>) -> Self {
        Self(lists.into_iter().collect())
    }
}

impl Jobs for Chain<'_> {
    fn count(&self) -> usize {
        self.0.iter().map(|list| list.count()).sum()
    }

    fn job(&self, mut index: usize) -> Cow<'_, Job> {
        for list in &self.0 {
            match index.checked_sub(list.count()) {
                None => return list.job(index),
                Some(rest) => index = rest,
            }
        }
        unreachable!("an index below the count lies in one of the lists")
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
