//! Which paths may stand in a job, a manifest or a journal: only such as lead
//! to a place inside the output folder, on every system.

/// The folder of retired documents.
pub(super) const ARCHIVE: &str = "_arsip";

/// Files of the program's own at the top of the output folder.
pub(super) const OWN: &[&str] = &["manifest.json", "manifest.lama.json", LOCK, JOURNAL];

/// The file that is locked while a run is at work; always empty.
pub(super) const LOCK: &str = ".perjakin.kunci";

/// What a run in progress means to do and has done.
pub(super) const JOURNAL: &str = ".perjakin.jurnal";

/// Whether a path is relative, written with forward slashes, and stays inside
/// the folder it is relative to, on Windows too.
pub(super) fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && path.split('/').all(|part| {
            !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']) && !part.chars().any(char::is_control)
        })
}

/// Whether a document may be published there: inside, and none of the
/// program's own files or the archive.
pub(super) fn is_publishable(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    is_inside(path) && !path.split('/').any(|part| part.starts_with('.')) && first != ARCHIVE && !OWN.contains(&path)
}

/// The folder of a path, empty for the top.
pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The path with a note before its ending: `a/b.pdf`, `baru` → `a/b (baru).pdf`.
pub(super) fn with_note(path: &str, note: &str) -> String {
    let name_at = path.rfind('/').map_or(0, |slash| slash + 1);
    match path[name_at..].rfind('.') {
        Some(dot) if dot > 0 => format!("{} ({note}){}", &path[..name_at + dot], &path[name_at + dot..]),
        _ => format!("{path} ({note})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_lead_outside_are_told_from_those_that_stay() {
        for good in ["a.pdf", "pk/Unit A/a.b.pdf", "pk/..a/b.pdf", "pk/-rf.pdf"] {
            assert!(is_inside(good), "{good}");
        }
        for bad in ["", "/a", "../a", "a/../b", "a//b", "a/", "./a", "a\\b", "C:/a", "a:b", "a/\0", "a\nb"] {
            assert!(!is_inside(bad), "{bad}");
        }
    }

    #[test]
    fn own_files_and_the_archive_are_no_place_for_a_document() {
        for bad in ["manifest.json", "_arsip/murni/a.pdf", ".perjakin.kunci", "pk/.a.pdf"] {
            assert!(!is_publishable(bad), "{bad}");
        }
        assert!(is_publishable("pk/manifest.json"));
    }

    #[test]
    fn a_note_stands_before_the_ending() {
        assert_eq!(with_note("a.b/c.pdf", "baru"), "a.b/c (baru).pdf");
        assert_eq!(with_note("a.b/c", "2"), "a.b/c (2)");
    }
}
