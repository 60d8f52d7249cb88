//! What is wrong with the arguments, said in Indonesian.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

/// A command after an option, or a second word of what should be one value.
const COMMAND_BEHIND: &str = "galat: perintah harus ditulis sebelum pilihannya\n  \
    saran: tulis misalnya perjakin periksa --input FOLDER; nilai yang memuat spasi di antara tanda kutip: \
    perjakin --hanya \"Kepala Bidang\"";

/// The message for a mistake in the arguments: what, and what to do.
pub fn explain(error: &Error) -> String {
    let arg = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("pilihan \"{arg}\" tidak dikenal"),
        ErrorKind::InvalidSubcommand => {
            format!("perintah \"{}\" tidak dikenal", context(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("pilihan \"{arg}\" perlu sebuah nilai"),
        ErrorKind::InvalidValue => format!("nilai \"{value}\" tidak dapat dipakai untuk \"{arg}\""),
        ErrorKind::MissingRequiredArgument => format!("masih kurang: {arg}"),
        ErrorKind::ArgumentConflict if arg.is_empty() => return COMMAND_BEHIND.to_owned(),
        ErrorKind::ArgumentConflict => format!("\"{arg}\" tidak dapat dipakai di sini"),
        ErrorKind::ValueValidation => format!("nilai \"{value}\" tidak dapat dipakai untuk \"{arg}\""),
        ErrorKind::TooManyValues => format!("terlalu banyak nilai untuk \"{arg}\""),
        ErrorKind::InvalidUtf8 => "ada tulisan yang bukan teks UTF-8".to_owned(),
        _ => "perintah ini tidak dapat dimengerti".to_owned(),
    };
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .map(|kind| context(error, kind))
        .find(|text| !text.is_empty());
    match near {
        Some(near) => {
            format!("galat: {what}\n  saran: mungkin maksudnya \"{near}\"? Daftar lengkap: perjakin --bantuan")
        }
        None => format!("galat: {what}\n  saran: lihat perjakin --bantuan"),
    }
}

fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.last().cloned().unwrap_or_default(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::super::args::Cli;
    use super::explain;

    fn mistake(args: &[&str]) -> String {
        explain(&Cli::try_parse_from([&["perjakin"], args].concat()).unwrap_err())
    }

    #[test]
    fn mistakes_are_explained_in_indonesian() {
        for (args, what) in [
            (&["cetk"][..], "galat: perintah \"cetk\" tidak dikenal\n  saran: mungkin maksudnya \"cetak\"?"),
            (&["--inptu", "x"], "galat: pilihan \"--inptu\" tidak dikenal\n  saran: mungkin maksudnya \"--input\"?"),
            (&["--input"], "galat: pilihan \"--input <FOLDER>\" perlu sebuah nilai"),
            (&["--hanya", "Kepala", "periksa"], "galat: perintah harus ditulis sebelum pilihannya"),
            (&["awasi", "--port", "abc"], "galat: nilai \"abc\" tidak dapat dipakai untuk \"--port <NOMOR>\""),
            (
                &["periksa", "--format", "xml"],
                "galat: nilai \"xml\" tidak dapat dipakai untuk \"--format <teks|json>\"",
            ),
        ] {
            assert!(mistake(args).starts_with(what), "{}", mistake(args));
        }
    }

    #[test]
    fn every_command_has_its_english_alias() {
        for word in ["banding", "diff"] {
            assert!(Cli::try_parse_from(["perjakin", word, "lama.xlsx", "baru.xlsx"]).is_ok(), "{word}");
        }
        for (word, alias) in [
            ("cetak", "print"),
            ("periksa", "check"),
            ("kaskade", "cascade"),
            ("bagan", "chart"),
            ("verifikasi", "verify"),
            ("awasi", "watch"),
        ] {
            for word in [word, alias] {
                assert!(Cli::try_parse_from(["perjakin", word]).is_ok(), "{word}");
            }
        }
    }
}
