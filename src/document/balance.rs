//! Breaking a jabatan into lines of about the same width, as a typesetter
//! does under a centred signature: "Jabatan Fungsional Pekerja / Sosial Ahli
//! Muda", not "Jabatan Fungsional Pekerja Sosial Ahli / Muda".

use serde::Serialize;

/// A piece wider than this, in em, is cut; no signature column is narrower.
const WIDEST: f64 = 15.0;

/// More lines than these are never needed.
const MOST_LINES: usize = 8;

/// A text in so many lines that it is not wider than this.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Breaking {
    /// The width of the widest line in em.
    pub em: f64,
    /// The lines.
    pub baris: Vec<String>,
}

/// The most even breakings of a text into one line, two lines and so on, as
/// long as more lines make it narrower. `width` measures a text in em.
pub(super) fn breakings(text: &str, width: &dyn Fn(&str) -> f64) -> Vec<Breaking> {
    let pieces = pieces(text, width);
    // The width of each piece with and without the blank behind it.
    let widths: Vec<(f64, f64)> = pieces.iter().map(|piece| (width(piece), width(piece.trim_end()))).collect();
    let mut found: Vec<Breaking> = Vec::new();
    for lines in 1..=pieces.len().min(MOST_LINES) {
        let (em, ends) = even(&widths, lines);
        let mut from = 0;
        if found.last().is_none_or(|last| em < last.em) {
            let line = |to| pieces[std::mem::replace(&mut from, to)..to].concat().trim_end().to_owned();
            found.push(Breaking { em: super::extent::rounded(em), baris: ends.into_iter().map(line).collect() });
        }
        if em <= WIDEST {
            break;
        }
    }
    found
}

/// The parts between which a line may end, each with the blank behind it:
/// words, and what stands before a stroke or a hyphen.
fn pieces(text: &str, width: &dyn Fn(&str) -> f64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut joint = false;
    for c in text.chars() {
        // The vector is never empty.
        let Some(last) = pieces.last_mut() else { continue };
        let after_blank = last.ends_with(' ') && c != ' ';
        let too_wide = !after_blank && width(&format!("{last}{c}")) > WIDEST;
        if !last.is_empty() && (after_blank || joint && c.is_alphanumeric() || too_wide) {
            pieces.push(c.to_string());
        } else {
            last.push(c);
        }
        joint = matches!(c, '/' | '-');
    }
    pieces
}

/// The breaking into this many lines whose widest line is the narrowest, and
/// among those the one with the least ragged lines: that width, and for each
/// line the index behind its last piece.
fn even(widths: &[(f64, f64)], lines: usize) -> (f64, Vec<usize>) {
    let count = widths.len();
    // best[k][i]: the first i pieces in k lines, as widest line, sum of the
    // squares, and where the last line starts.
    let mut best: Vec<Vec<Option<(f64, f64, usize)>>> = vec![vec![None; count + 1]; lines + 1];
    best[0][0] = Some((0.0, 0.0, 0));
    for used in 1..=lines {
        for to in used..=count {
            let mut behind = 0.0;
            for from in (used - 1..to).rev() {
                let own = if from + 1 == to { widths[from].1 } else { behind + widths[from].0 };
                behind = own;
                let Some((widest, squares, _)) = best[used - 1][from] else { continue };
                let candidate = (widest.max(own), squares + own * own);
                if best[used][to].is_none_or(|(w, s, _)| candidate < (w, s)) {
                    best[used][to] = Some((candidate.0, candidate.1, from));
                }
            }
        }
    }
    let widest = best[lines][count].map_or(0.0, |(widest, ..)| widest);
    let mut ends = Vec::new();
    let mut to = count;
    for used in (1..=lines).rev() {
        ends.push(to);
        to = best[used][to].map_or(0, |(.., from)| from);
    }
    ends.reverse();
    (widest, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, most_em: f64) -> Vec<String> {
        let width = |text: &str| text.chars().count() as f64 / 2.0;
        breakings(text, &width).into_iter().find(|b| b.em <= most_em).map(|b| b.baris).unwrap_or_default()
    }

    #[test]
    fn lines_are_even() {
        assert_eq!(lines("Sekretaris", 18.0), ["Sekretaris"]);
        assert_eq!(
            lines("Jabatan Fungsional Pekerja Sosial Ahli Muda", 18.0),
            ["Jabatan Fungsional", "Pekerja Sosial Ahli Muda"]
        );
        assert_eq!(
            lines("Kepala Bidang Perlindungan dan Jaminan Sosial Dinas Sosial", 18.0),
            ["Kepala Bidang Perlindungan dan", "Jaminan Sosial Dinas Sosial"]
        );
    }

    #[test]
    fn a_stroke_and_a_hyphen_end_a_line_and_blanks_do_not_begin_one() {
        let named = lines("Penyuluh Sosial Ahli Muda/Pekerja Sosial Ahli Muda", 15.0);
        assert_eq!(named, ["Penyuluh Sosial Ahli Muda/", "Pekerja Sosial Ahli Muda"]);
        let duty = lines("Penata Layanan Operasional - Bendahara", 15.0);
        assert_eq!(duty, ["Penata Layanan", "Operasional - Bendahara"]);
    }

    #[test]
    fn nothing_is_lost_however_long_a_word() {
        let text = format!("Penata {} Umum", "x".repeat(80));
        for breaking in breakings(&text, &|text: &str| text.chars().count() as f64 / 2.0) {
            assert_eq!(breaking.baris.concat().replace(' ', ""), text.replace(' ', ""));
        }
        assert!(!lines(&text, WIDEST).is_empty());
        assert_eq!(breakings("", &|_| 0.0), [Breaking { em: 0.0, baris: vec![String::new()] }]);
    }
}
