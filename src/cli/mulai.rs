//! `perjakin mulai`: a starter folder.

use std::time::{SystemTime, UNIX_EPOCH};

use super::args::MulaiArgs;
use super::console;
use super::exit::Exit;
use crate::starter::{self, StarterError};

/// Makes the folder; a folder with anything in it is left as it is.
pub fn run(args: &MulaiArgs) -> Exit {
    let files = match starter::files(this_year()) {
        Ok(files) => files,
        Err(error) => {
            console::complain(&error, "Laporkan hal ini kepada pembuat program.");
            return Exit::Output;
        }
    };
    match starter::lay(&args.folder, &files) {
        Ok(()) => {
            let folder = args.folder.display();
            // What lies below `input` is found without being told where.
            let found = args.folder.starts_with("input");
            let input = if found { String::new() } else { format!(" --input \"{folder}\"") };
            console::say(&format!(
                "Folder awal siap: {folder}\n  \
                 1. Isi perjakin.toml dan matriks.xlsx di folder itu; langkahnya ada di BACA-SAYA.txt.\n  \
                 2. Periksa: perjakin periksa{input}\n  \
                 3. Cetak:   perjakin cetak{input}"
            ));
            Exit::Done
        }
        Err(error) => {
            console::complain(&error, error.hint());
            match error {
                StarterError::Io(..) => Exit::Output,
                StarterError::NotEmpty(..) | StarterError::NotAFolder(_) => Exit::Usage,
            }
        }
    }
}

/// The year in which the program runs, for an agreement is mostly of this one.
#[expect(clippy::disallowed_methods, reason = "the clock belongs to cli")]
fn this_year() -> u16 {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    year_of(seconds / 86_400)
}

/// The year of a day counted from 1 January 1970, Gregorian.
fn year_of(mut day: u64) -> u16 {
    let mut year: u16 = 1970;
    loop {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = if leap { 366 } else { 365 };
        if day < days || year == u16::MAX {
            return year;
        }
        day -= days;
        year += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_counted_from_1970() {
        assert_eq!([0, 364, 365, 789, 1_095, 1_096].map(year_of), [1970, 1970, 1971, 1972, 1972, 1973]);
        assert_eq!([20_453, 20_454].map(year_of), [2025, 2026]);
    }
}
