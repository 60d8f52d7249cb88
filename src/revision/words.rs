//! *Semula → menjadi* at the level of a word: which words of a text stayed,
//! which went, which came.
//!
//! The longest common subsequence of the words, found by the textbook's table
//! after the equal ends are cut off. A short word that happens to stay between
//! two changes is counted as changed with them: "dan" alone in the middle of a
//! new sentence helps nobody to read it.

/// Tables of more than this many entries are not filled; the texts then count
/// as wholly different between their equal ends.
const MAX_TABLE: usize = 1 << 20;

/// A lone word of at most this many letters between two changes changes with
/// them.
const SHORT: usize = 3;

/// A run of words that share one fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kata {
    /// In both texts.
    Tetap(String),
    /// Only in the old text.
    Hapus(String),
    /// Only in the new text.
    Tambah(String),
}

/// The words of two texts as runs, in reading order; what went stands before
/// what came in its place.
pub fn compare(semula: &str, menjadi: &str) -> Vec<Kata> {
    let old: Vec<&str> = semula.split_whitespace().collect();
    let new: Vec<&str> = menjadi.split_whitespace().collect();
    let mut steps = steps(&old, &new);
    swallow_short(&mut steps);
    runs(&steps)
}

/// One word with its fate.
#[derive(Clone, Copy, PartialEq)]
enum Step<'a> {
    Same(&'a str),
    Gone(&'a str),
    Come(&'a str),
}

fn steps<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Step<'a>> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_core, new_core) = (&old_rest[..old_rest.len() - tail], &new_rest[..new_rest.len() - tail]);
    let same = |words: &[&'a str]| words.iter().map(|word| Step::Same(word)).collect::<Vec<_>>();
    let mut steps = same(&old[..head]);
    steps.extend(core(old_core, new_core));
    steps.extend(same(&old_rest[old_rest.len() - tail..]));
    steps
}

/// The part between the equal ends.
fn core<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Step<'a>> {
    let width = new.len() + 1;
    let mut steps = Vec::with_capacity(old.len() + new.len());
    let (mut i, mut j) = (0, 0);
    if (old.len() + 1).saturating_mul(width) <= MAX_TABLE {
        // longest[i][j]: words that old[i..] and new[j..] have in common.
        let mut longest = vec![0u32; (old.len() + 1) * width];
        for i in (0..old.len()).rev() {
            for j in (0..new.len()).rev() {
                longest[i * width + j] = if old[i] == new[j] {
                    longest[(i + 1) * width + j + 1] + 1
                } else {
                    longest[(i + 1) * width + j].max(longest[i * width + j + 1])
                };
            }
        }
        while i < old.len() && j < new.len() {
            if old[i] == new[j] {
                steps.push(Step::Same(old[i]));
                (i, j) = (i + 1, j + 1);
            } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
                steps.push(Step::Gone(old[i]));
                i += 1;
            } else {
                steps.push(Step::Come(new[j]));
                j += 1;
            }
        }
    }
    steps.extend(old[i..].iter().map(|word| Step::Gone(word)));
    steps.extend(new[j..].iter().map(|word| Step::Come(word)));
    steps
}

/// Turns a lone short word between two changes into part of them.
fn swallow_short(steps: &mut Vec<Step>) {
    let changed = |step: Option<&Step>| step.is_some_and(|step| !matches!(step, Step::Same(_)));
    let mut at = 1;
    while at + 1 < steps.len() {
        if let Step::Same(word) = steps[at]
            && word.chars().count() <= SHORT
            && changed(steps.get(at - 1))
            && changed(steps.get(at + 1))
        {
            steps.splice(at..=at, [Step::Gone(word), Step::Come(word)]);
        }
        at += 1;
    }
}

/// Joins the words of a run by blanks; within one change, what went first.
fn runs(steps: &[Step]) -> Vec<Kata> {
    let mut runs = Vec::new();
    let (mut same, mut gone, mut come) = (Vec::new(), Vec::new(), Vec::new());
    for step in steps {
        match step {
            Step::Same(word) => {
                close(&mut runs, &mut gone, Kata::Hapus);
                close(&mut runs, &mut come, Kata::Tambah);
                same.push(*word);
            }
            Step::Gone(word) => {
                close(&mut runs, &mut same, Kata::Tetap);
                gone.push(*word);
            }
            Step::Come(word) => {
                close(&mut runs, &mut same, Kata::Tetap);
                come.push(*word);
            }
        }
    }
    close(&mut runs, &mut same, Kata::Tetap);
    close(&mut runs, &mut gone, Kata::Hapus);
    close(&mut runs, &mut come, Kata::Tambah);
    runs
}

fn close(runs: &mut Vec<Kata>, words: &mut Vec<&str>, kind: fn(String) -> Kata) {
    if !words.is_empty() {
        runs.push(kind(words.join(" ")));
        words.clear();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `[-old-] {+new+}`, for reading in a test.
    fn marked(semula: &str, menjadi: &str) -> String {
        let runs = compare(semula, menjadi).into_iter().map(|run| match run {
            Kata::Tetap(text) => text,
            Kata::Hapus(text) => format!("[-{text}-]"),
            Kata::Tambah(text) => format!("{{+{text}+}}"),
        });
        runs.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn only_the_changed_words_are_marked() {
        for (semula, menjadi, expected) in [
            ("Jumlah Dokumen Rencana", "Jumlah Laporan Rencana", "Jumlah [-Dokumen-] {+Laporan+} Rencana"),
            ("Jumlah Dokumen", "Jumlah Dokumen yang sah", "Jumlah Dokumen {+yang sah+}"),
            ("Jumlah besar Dokumen", "Jumlah Dokumen", "Jumlah [-besar-] Dokumen"),
            ("satu dan dua", "tiga dan empat", "[-satu dan dua-] {+tiga dan empat+}"),
            ("satu laporan dua", "tiga laporan empat", "[-satu-] {+tiga+} laporan [-dua-] {+empat+}"),
            ("sama", "sama", "sama"),
            ("", "baru", "{+baru+}"),
            ("lama", "", "[-lama-]"),
            ("", "", ""),
        ] {
            assert_eq!(marked(semula, menjadi), expected);
        }
    }

    #[test]
    fn texts_too_long_for_the_table_keep_their_equal_ends() {
        let long = |word: &str| vec![word; 2000].join(" ");
        let runs = compare(&format!("awal {} akhir", long("a")), &format!("awal {} akhir", long("b")));
        assert_eq!(runs.len(), 4);
        assert_eq!(runs[0], Kata::Tetap("awal".into()));
        assert_eq!(runs[3], Kata::Tetap("akhir".into()));
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_the_runs(
            semula in "[abc]{1,4}( [abc]{1,4}){0,12}",
            menjadi in "[abc]{1,4}( [abc]{1,4}){0,12}",
        ) {
            let runs = compare(&semula, &menjadi);
            let side = |keep: fn(&Kata) -> Option<&String>| {
                runs.iter().filter_map(keep).cloned().collect::<Vec<_>>().join(" ")
            };
            prop_assert_eq!(side(|run| match run { Kata::Tetap(t) | Kata::Hapus(t) => Some(t), _ => None }), semula);
            prop_assert_eq!(side(|run| match run { Kata::Tetap(t) | Kata::Tambah(t) => Some(t), _ => None }), menjadi);
        }
    }
}
