//! What was done, as a person reads it: how many sheets, where, how many
//! findings, how long.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use crate::document::PUBLICATION;
use crate::finding::Finding;
use crate::pipeline::Reading;
use crate::publish::register::Progress;
use crate::publish::{LeftAlone, Summary};
use crate::report::{Tally, entries};
use crate::workbook::text::harmless;

/// Files of a kind that are listed by name before the rest is only counted.
const LISTED: usize = 10;

/// The instansi and its findings, counted.
pub fn findings(reading: &Reading) -> String {
    let cascade = &reading.cascade;
    let kelompok = || cascade.jabatan().iter().flat_map(|jabatan| &jabatan.kelompok);
    let sasaran: usize = kelompok().map(|kelompok| kelompok.sasaran.len()).sum();
    let indikator: usize = kelompok().map(|kelompok| kelompok.indikator.len()).sum();
    let tally = Tally::of(&entries(&reading.findings));
    let found = if tally.total() == 0 {
        "tidak ada".to_owned()
    } else {
        format!("{} galat, {} periksa, {} info — rinciannya: perjakin periksa", tally.galat, tally.periksa, tally.info)
    };
    format!(
        "{} {}\n  matriks   {} jabatan, {sasaran} sasaran, {indikator} indikator\n  temuan    {found}",
        cascade.instansi(),
        cascade.tahun(),
        cascade.jabatan().len(),
    )
}

/// What a run was about.
pub struct Counts {
    /// The edition at hand, in words, where it is worth a line.
    pub edition: Option<String>,
    /// The folder of its sheets.
    pub sheets_in: String,
    /// PK sheets.
    pub sheets: usize,
    /// Sheets among them that are marked DRAF.
    pub draft: usize,
    /// Sheets with dotted room for a target, and for how many targets.
    pub open: (usize, usize),
    /// Errors in cells that no sheet prints, so that none is marked DRAF for
    /// them.
    pub apart: Vec<Finding>,
    /// Sheets whose anchors are not those of the configuration.
    pub other_anchors: usize,
    /// Copies of the final sheets for a website.
    pub copies: usize,
    /// Charts and pages of the matrix.
    pub charts: usize,
    /// Print volumes.
    pub volumes: usize,
    /// How far the signing is, where the office's register tells.
    pub signing: Option<Progress>,
}

/// The summary of one instansi after publishing.
///
/// `noted` is what templates noticed of documents, a line each.
pub fn instansi(
    reading: &Reading,
    counts: &Counts,
    notes: &[String],
    noted: &[String],
    folder: &Path,
    done: &Summary,
) -> String {
    let Counts {
        edition,
        sheets_in,
        sheets: count,
        draft,
        open,
        apart,
        other_anchors,
        copies,
        charts,
        volumes,
        signing,
    } = counts;
    let mut text = findings(reading);
    if let Some(edition) = edition {
        text.push_str(&format!("\n  edisi     {edition}"));
    }
    let made = |count: usize, folder: &str| made(count, folder, done);
    if *count > 0 {
        let marked = if *draft > 0 { format!(", {draft} di antaranya DRAF") } else { String::new() };
        let made = made(*count, sheets_in);
        text.push_str(&format!("\n  lembar PK {made}{marked} — {}", folder.join(sheets_in).display()));
    }
    if open.0 > 0 {
        text.push_str(&format!("\n            {}", open_targets(*open)));
    }
    if *other_anchors > 0 {
        text.push_str(&format!(
            "\n            {other_anchors} lembar memakai tanda TTE lain daripada [tte] jangkar, karena tanda itu ada di teksnya:\n            \
             lihat \"jangkar\" di manifest.json"
        ));
    }
    if *copies > 0 {
        text.push_str(&format!("\n  publikasi {} salinan dengan NIP tersamar", made(*copies, PUBLICATION)));
    }
    if *charts > 0 {
        text.push_str(&format!("\n  bagan     {} berkas — {}", made(*charts, "bagan"), folder.join("bagan").display()));
    }
    if *volumes > 0 {
        text.push_str(&format!(
            "\n  jilid     {} berkas — {}",
            made(*volumes, "cetak"),
            folder.join("cetak").display()
        ));
    }
    if let Some(signing) = signing {
        let again = if signing.again > 0 { format!("; {} berubah sesudahnya", signing.again) } else { String::new() };
        text.push_str(&format!("\n  register  {}{again}", signing.describe()));
    }
    text.push_str(&format!(
        "\n  berkas    {} ditulis, {} tetap, {} diarsipkan",
        done.written, done.unchanged, done.retired
    ));
    for note in notes {
        text.push_str(&format!("\n  catatan   {note}"));
    }
    if done.recovered {
        text.push_str("\n  catatan   pekerjaan yang terputus sebelumnya telah diselesaikan");
    }
    if let Some(damage) = &done.manifest_damage {
        text.push_str(&format!("\n  catatan   manifest.json rusak ({damage}); yang sebelumnya dipakai"));
    }
    if done.held_back > 0 {
        text.push_str(&format!(
            "\n  catatan   {} berkas ditahan: templat atau program berubah, dan sebagian sudah ditandatangani.\n            \
             Pakai --perbarui-templat untuk tetap menulisnya.",
            done.held_back
        ));
    }
    list(&mut text, "perlu dilihat", noted.iter().cloned());
    list(
        &mut text,
        "tidak disentuh",
        done.left_alone.iter().map(|left| {
            let beside = left.beside.as_ref().map_or_else(String::new, |path| format!("; versi barunya {path}"));
            format!("{} ({}{beside})", left.path, left.reason.label())
        }),
    );
    let hints: BTreeSet<&str> = done.left_alone.iter().map(LeftAlone::hint).collect();
    for hint in hints {
        text.push_str(&format!("\n    saran: {hint}"));
    }
    list(&mut text, "tertunda", done.pending.iter().map(|pending| format!("{} ({})", pending.path, pending.why)));
    list(&mut text, "gagal dicetak", done.failed.iter().map(|failed| format!("{}: {}", failed.path, failed.error)));
    text.push_str(&errors_apart(apart));
    if done.cancelled {
        text.push_str("\n  dihentikan: berkas yang sudah selesai tetap utuh; jalankan lagi untuk melanjutkan.");
    }
    text
}

/// How many documents of a folder there are; those that failed or wait are
/// told apart.
fn made(count: usize, folder: &str, done: &Summary) -> String {
    let failed = done.failed.iter().map(|failed| &failed.path);
    let paths = failed.chain(done.pending.iter().map(|pending| &pending.path));
    let inside = paths.filter(|path| path.split('/').next().is_some_and(|top| top.starts_with(folder))).count();
    match inside {
        0 => count.to_string(),
        inside => format!("{} dari {count}", count.saturating_sub(inside)),
    }
}

fn list(text: &mut String, title: &str, lines: impl ExactSizeIterator<Item = String>) {
    if lines.len() > 0 {
        text.push_str(&format!("\n  {title}: {} berkas{}", lines.len(), listed(lines)));
    }
}

/// Files by name, a line each, and how many more there are.
pub fn listed(lines: impl ExactSizeIterator<Item = String>) -> String {
    let more = lines.len().saturating_sub(LISTED);
    let mut text = String::new();
    for line in lines.take(LISTED) {
        text.push_str(&format!("\n    {}", line.replace('\n', "\n      ")));
    }
    if more > 0 {
        text.push_str(&format!("\n    … dan {more} lagi"));
    }
    text
}

/// The errors that no sheet is marked DRAF for: nothing on paper tells of them.
fn errors_apart(apart: &[Finding]) -> String {
    if apart.is_empty() {
        return String::new();
    }
    let entries = entries(apart);
    let lines = entries.iter().map(|entry| {
        let Finding { code, message, place, .. } = entry.finding;
        let cell = place.as_ref().map_or_else(String::new, |place| format!(" {}, {place}", place.workbook()));
        let more = if entry.count > 1 { format!(" (dan {} sel lagi)", entry.count - 1) } else { String::new() };
        harmless(&format!("{code}{cell}{more}: {message}"))
    });
    format!(
        "\n  belum selesai: {} galat tidak tercetak di lembar mana pun, jadi tidak menandai lembar DRAF.\n    \
         Mungkin ada lembar yang isinya kurang. Selesaikan sebelum lembar ditandatangani:{}",
        apart.len(),
        listed(lines)
    )
}

/// How many sheets have dotted room for how many targets.
pub fn open_targets((sheets, targets): (usize, usize)) -> String {
    format!("{sheets} lembar masih bertitik-titik pada {targets} target")
}

/// How long it took.
pub fn elapsed(time: Duration) -> String {
    let seconds = format!("{:.1}", time.as_secs_f64()).replace('.', ",");
    format!("Selesai dalam {seconds} detik.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::Pending;

    #[test]
    fn long_lists_are_cut_and_counted() {
        let mut text = String::new();
        list(&mut text, "tertunda", (1..=12).map(|n| format!("{n}.pdf")).collect::<Vec<_>>().into_iter());
        assert!(text.starts_with("\n  tertunda: 12 berkas\n    1.pdf\n"));
        assert!(text.ends_with("\n    10.pdf\n    … dan 2 lagi"));
    }

    #[test]
    fn what_failed_or_waits_is_not_counted_as_made() {
        let pending = |path: &str| Pending { path: path.into(), why: String::new() };
        let paths = ["pk/A/satu.pdf", "cetak/A.pdf", "publikasi-perubahan-1/A.pdf"];
        let done = Summary { pending: paths.map(pending).to_vec(), ..Summary::default() };
        let folders = ["pk", "bagan", "cetak", PUBLICATION];
        assert_eq!(folders.map(|folder| made(4, folder, &done)), ["3 dari 4", "4", "3 dari 4", "3 dari 4"]);
    }

    #[test]
    fn time_is_written_with_a_comma() {
        assert_eq!(elapsed(Duration::from_millis(1240)), "Selesai dalam 1,2 detik.");
    }
}
