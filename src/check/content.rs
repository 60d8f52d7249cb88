//! What a jabatan promises: whether it is there, and whether both sides of it
//! are.

use super::Input;
use crate::cascade::Jabatan;
use crate::finding::{Finding, Rule, rules::content};
use crate::workbook::place::Place;

/// Checks every jabatan.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    input.cascade.jabatan().iter().flat_map(presence).collect()
}

/// A jabatan without content, or with one side of it only.
fn presence(post: &Jabatan) -> Vec<Finding> {
    if post.kelompok.is_empty() {
        let message = format!("\"{}\" tidak punya sasaran maupun indikator", post.nama);
        return vec![Finding::new(&content::NOTHING, post.place.clone(), message)];
    }
    let one_sided = |rule: &'static Rule, places: Vec<(&str, &Place)>, missing: &str| {
        let message = format!("{missing} di \"{}\"", post.nama);
        places.split_first().map(|((text, place), rest)| {
            let rest = rest.iter().map(|(_, place)| (*place).clone());
            Finding::new(rule, (*place).clone(), message).quote(*text).others(rest)
        })
    };
    let bare = post.kelompok.iter().filter(|group| group.indikator.is_empty());
    let bare = bare.flat_map(|group| group.sasaran.iter().map(|item| (item.uraian.as_str(), &item.place)));
    let loose = post.kelompok.iter().filter(|group| group.sasaran.is_empty());
    let loose = loose.flat_map(|group| group.indikator.iter().map(|item| (item.uraian.as_str(), &item.place)));
    [
        one_sided(&content::NO_INDIKATOR, bare.collect(), "sasaran tanpa indikator"),
        one_sided(&content::NO_SASARAN, loose.collect(), "indikator tanpa sasaran"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::cascade::Settings;
    use crate::cascade::testing::{Matrix, matrix};
    use crate::check::all;

    fn codes(matrix: Matrix) -> Vec<&'static str> {
        all(&matrix.draft(), &Settings::default()).into_iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn each_missing_side_has_its_rule() {
        assert_eq!(codes(matrix().post(0, "KEPALA").sasaran("Meningkatnya mutu")), ["ISI-01"]);
        assert_eq!(codes(matrix().post(0, "KEPALA").indikator("Persentase mutu")), ["ISI-02"]);
        assert_eq!(codes(matrix().post(0, "KEPALA")), ["ISI-03"]);
        let whole = matrix().post(0, "KEPALA").sasaran("Meningkatnya mutu").indikator("Persentase mutu");
        assert!(codes(whole).is_empty());
    }
}
