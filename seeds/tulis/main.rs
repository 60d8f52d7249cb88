//! Writes the workbooks in `input/`, from the texts in `seeds/` or, for the
//! agency that does not exist, from what stands here:
//!
//! ```text
//! cargo run --release --example tulis-contoh
//! ```
//!
//! The workbooks are committed, so that nobody has to run this; a test holds
//! them against what it would write. One module a folder of `input/`.

use std::error::Error;
use std::fs;
use std::path::Path;

mod benih;
mod contoh;
mod dinsos;

/// A workbook to write: its path in the project, and its bytes.
type Workbook = (&'static str, Vec<u8>);

/// Every workbook of `input/`.
fn workbooks(root: &Path) -> Result<Vec<Workbook>, Box<dyn Error>> {
    let seed = fs::read_to_string(root.join(dinsos::SEED))?;
    let mut all = vec![(dinsos::WORKBOOK, dinsos::write(&seed)?)];
    all.extend(contoh::workbooks()?);
    Ok(all)
}

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (path, bytes) in workbooks(root)? {
        let path = root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_workbooks_are_what_the_seeds_give() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for (path, bytes) in workbooks(root).unwrap() {
            assert!(fs::read(root.join(path)).unwrap() == bytes, "{path} differs; run tulis-contoh again");
        }
    }
}
