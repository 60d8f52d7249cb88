//! The same promise twice: within a block, between superior and subordinate,
//! between heads.

use std::collections::BTreeMap;

use super::Input;
use crate::cascade::{Indikator, Jabatan, Jenjang, normal};
use crate::finding::{Finding, Rule, rules::content};
use crate::matrix::draft::{Block, Item};

/// Checks every block and every pair of posts that should differ.
pub(super) fn check(input: &Input) -> Vec<Finding> {
    let mut findings = Vec::new();
    for block in &input.draft.blocks {
        repeated(block, "sasaran", &block.sasaran, &content::SASARAN_TWICE, &mut findings);
        repeated(block, "indikator", &block.indikator, &content::INDIKATOR_TWICE, &mut findings);
        findings.extend(same_text(block));
    }
    let posts = input.cascade.jabatan();
    findings.extend(posts.iter().filter_map(|post| same_as_superior(post, posts.get(post.induk?)?)));
    findings.extend(same_as_peer(posts));
    findings
}

fn repeated(block: &Block, what: &str, items: &[Item], rule: &'static Rule, findings: &mut Vec<Finding>) {
    let mut twins: BTreeMap<String, Vec<&Item>> = BTreeMap::new();
    for item in items {
        twins.entry(normal(&item.uraian)).or_default().push(item);
    }
    for (text, twins) in twins {
        // Twins of placeholders are told as placeholders.
        if let [first, second, rest @ ..] = &twins[..]
            && !text.is_empty()
        {
            let message = format!("{what} yang sama tertulis {} kali di \"{}\"", twins.len(), block.nama.value);
            let others = [first].into_iter().chain(rest).map(|item| item.place.clone());
            findings.push(Finding::new(rule, second.place.clone(), message).quote(&second.uraian).others(others));
        }
    }
}

/// An indikator with the words of a sasaran of the same block.
fn same_text(block: &Block) -> Option<Finding> {
    let sasaran: BTreeMap<String, &Item> = block.sasaran.iter().map(|item| (normal(&item.uraian), item)).collect();
    block.indikator.iter().find_map(|item| {
        let twin = sasaran.get(&normal(&item.uraian)).filter(|_| !normal(&item.uraian).is_empty())?;
        let message = format!("indikator mengulang bunyi sasaran di \"{}\"", block.nama.value);
        let finding = Finding::new(&content::SAME_TEXT, item.place.clone(), message);
        Some(finding.quote(&item.uraian).others([twin.place.clone()]))
    })
}

fn indikator(post: &Jabatan) -> impl Iterator<Item = (String, &Indikator)> {
    let all = post.kelompok.iter().flat_map(|group| &group.indikator);
    all.map(|item| (normal(&item.uraian), item)).filter(|(text, _)| !text.is_empty())
}

fn same_as_superior(post: &Jabatan, superior: &Jabatan) -> Option<Finding> {
    let above: BTreeMap<String, &Indikator> = indikator(superior).collect();
    let same: Vec<_> = indikator(post).filter_map(|(text, item)| Some((item, *above.get(&text)?))).collect();
    let (first, _) = same.first()?;
    let message = format!(
        "{} indikator \"{}\" sama persis dengan indikator atasannya, \"{}\"",
        same.len(),
        post.nama,
        superior.nama
    );
    let others = same[1..].iter().map(|pair| &pair.0.place).chain(same.iter().map(|pair| &pair.1.place)).cloned();
    Some(Finding::new(&content::SAME_AS_SUPERIOR, first.place.clone(), message).quote(&first.uraian).others(others))
}

/// Only heads answer for an indikator alone; that two staff posts deliver the
/// same kind of report is normal.
fn same_as_peer(posts: &[Jabatan]) -> Vec<Finding> {
    let mut seen: BTreeMap<String, (&Jabatan, &Indikator)> = BTreeMap::new();
    let mut findings = Vec::new();
    let heads = posts.iter().filter(|post| matches!(post.jenjang, Jenjang::Administrator | Jenjang::Pengawas));
    for post in heads {
        for (text, item) in indikator(post) {
            match seen.get(&text) {
                Some((other, twin)) if other.id != post.id && other.induk == post.induk => {
                    let message = format!("indikator yang sama dijanjikan \"{}\" dan \"{}\"", other.nama, post.nama);
                    let finding = Finding::new(&content::SAME_AS_PEER, item.place.clone(), message);
                    findings.push(finding.quote(&item.uraian).others([twin.place.clone()]));
                }
                Some(_) => {}
                None => {
                    seen.insert(text, (post, item));
                }
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::cascade::Settings;
    use crate::cascade::testing::{Matrix, matrix};
    use crate::check::all;

    fn found(matrix: Matrix) -> Vec<(&'static str, String)> {
        let findings = all(&matrix.draft(), &Settings::default()).into_iter();
        let wanted = ["ISI-09", "ISI-10", "ISI-11", "ISI-12", "ISI-16"];
        let findings = findings.filter(|finding| wanted.contains(&finding.code));
        findings.map(|finding| (finding.code, finding.place.unwrap().pos.to_string())).collect()
    }

    #[test]
    fn twins_within_a_block_are_found_at_the_second_cell() {
        let twins =
            matrix().post(0, "KEPALA").sasaran("A b").sasaran("A  B").sasaran("C").indikator("x").indikator("X");
        assert_eq!(found(twins), [("ISI-09", "A3".into()), ("ISI-10", "A6".into())]);
    }

    #[test]
    fn a_subordinate_that_repeats_its_superior_is_found() {
        let chain = matrix().post(0, "KEPALA").sasaran("A").indikator("Jumlah laporan kas");
        let chain = chain.post(1, "Staf").below(0).sasaran("B").indikator("Jumlah Laporan Kas").indikator("lain");
        assert_eq!(found(chain), [("ISI-11", "B23".into())]);
    }

    #[test]
    fn two_heads_with_one_indikator_are_found_and_two_clerks_are_not() {
        for (first, second, expected) in
            [("KEPALA BIDANG A", "KEPALA BIDANG B", vec![("ISI-12", "C23".to_owned())]), ("Staf A", "Staf B", vec![])]
        {
            let peers = matrix().post(0, "KEPALA").sasaran("A").indikator("Indeks");
            let peers = peers.post(1, first).below(0).sasaran("B").indikator("Persentase data");
            let peers = peers.post(1, second).below(0).sasaran("C").indikator("Persentase data");
            assert_eq!(found(peers), expected);
        }
    }

    #[test]
    fn an_indikator_that_repeats_its_sasaran_is_found() {
        let post = matrix().post(0, "KEPALA").sasaran("Meningkatnya mutu").indikator("Meningkatnya mutu");
        assert_eq!(found(post), [("ISI-16", "A3".into())]);
    }
}
