//! The way from one folder to another, for links that keep working when the
//! whole project is moved.

use std::path::{Component, Path, absolute};

/// How to get from `from` to `to`, both folders, with forward slashes and
/// without a slash at the end; `None` across drives, or where the system does
/// not tell where we are.
pub fn relative(from: &Path, to: &Path) -> Option<String> {
    let (from, to) = (absolute(from).ok()?, absolute(to).ok()?);
    let (from, to): (Vec<_>, Vec<_>) = (parts(&from), parts(&to));
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if common == 0 {
        return None;
    }
    let up = from[common..].iter().map(|_| "..".to_owned());
    let down = to[common..].iter().map(|part| part.as_os_str().to_string_lossy().into_owned());
    Some(up.chain(down).collect::<Vec<_>>().join("/"))
}

/// The parts of an absolute path, each `..` taken with the folder it leaves.
fn parts(path: &Path) -> Vec<Component<'_>> {
    path.components().fold(Vec::new(), |mut parts, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir if parts.len() > 1 => drop(parts.pop()),
            other => parts.push(other),
        }
        parts
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_leads_up_and_down_again() {
        for (from, to, way) in [
            ("output/contoh/laporan", "input/contoh", "../../../input/contoh"),
            ("hasil/a/b/laporan", "input/a/b", "../../../../input/a/b"),
            ("output/dinas/laporan", "input", "../../../input"),
            ("./x/../output/laporan", "output", ".."),
        ] {
            assert_eq!(relative(Path::new(from), Path::new(to)).as_deref(), Some(way), "{from} {to}");
        }
    }
}
