//! The page `docs/konfigurasi.md`: every key, what it means, an example. Made
//! from the table of keys.

use super::key::{Key, Kind};
use super::keys::{JENJANG, KEYS, YEARS};
use super::near::listed;

const HEAD: &str = "# perjakin.toml

Halaman ini dibuat dari tabel kunci di `src/project/keys.rs`. Skema untuk penyunting teks: [perjakin.schema.json](perjakin.schema.json).

`perjakin.toml` menyebutkan apa yang tidak tertulis di matriks. Berkas ini teks biasa (UTF-8): satu baris satu kunci, `kunci = nilai`. Teks ditulis di
antara tanda kutip lurus, bilangan dan true/false tanpa tanda kutip, daftar di antara kurung siku. Baris yang diawali `#` adalah keterangan. Kunci teratas
ditulis sebelum tabel pertama; sebuah tabel dimulai dengan judulnya, misalnya `[kop]`. `perjakin mulai FOLDER` membuat contoh yang siap diisi.

Bila ada yang salah, perjakin menyebut baris dan kolomnya, dan tidak menulis apa pun.
";

/// The page, in Markdown.
pub fn guide() -> String {
    let mut page = HEAD.to_owned();
    page.push_str("\n## Kunci teratas\n");
    for key in KEYS.iter().filter(|key| !key.is_table()) {
        entry(&mut page, "", key);
    }
    for table in KEYS.iter().filter(|key| key.is_table()) {
        let title = match table.kind {
            Kind::PerJenjang(_) => format!("{}.JENJANG", table.name),
            _ => table.name.to_owned(),
        };
        let must = if table.required { " — wajib" } else { "" };
        page.push_str(&format!("\n## [{title}]{must}\n\n{}\n", table.meaning));
        match table.kind {
            Kind::Table(keys) => keys.iter().for_each(|key| entry(&mut page, table.name, key)),
            Kind::PerJenjang(keys) => {
                keys.iter().for_each(|key| entry(&mut page, &format!("{}.{}", table.name, JENJANG[4]), key));
            }
            _ => page.push_str(&format!("\n```toml\n[{}]\n{}\n```\n", table.name, line(table.kind))),
        }
    }
    page.push_str(&format!("\n## Semua sekaligus\n\n```toml\n{}```\n", everything()));
    page
}

/// A line of a table with keys of the office's own.
const fn line(kind: Kind) -> &'static str {
    match kind {
        Kind::Splits => "\"Matriks!G46\" = \"Pengelola Layanan Operasional\"",
        Kind::Segments => "\"62-70\" = \"B>C, C>D, D>E, F>G\"",
        _ => "\"Perencana Ahli Muda\" = \"Sekretaris\"",
    }
}

fn entry(page: &mut String, table: &str, key: &Key) {
    let must = if key.required { "wajib" } else { "boleh tidak ditulis" };
    page.push_str(&format!("\n### `{}`\n\n{} ", key.name, key.meaning));
    page.push_str(&format!("Nilainya {}; {must}.", value(key.kind)));
    if !key.otherwise.is_empty() {
        page.push_str(&format!(" Bila tidak ditulis: {}", key.otherwise));
    }
    let header = if table.is_empty() { String::new() } else { format!("[{table}]\n") };
    page.push_str(&format!("\n\n```toml\n{header}{} = {}\n```\n", key.name, key.example));
}

/// What may stand behind a key, in words.
fn value(kind: Kind) -> String {
    match kind {
        Kind::Text { .. } => "satu baris teks".into(),
        Kind::Texts => "daftar baris teks".into(),
        Kind::Year => format!("tahun {} sampai {}", YEARS.start(), YEARS.end()),
        Kind::Date => "tanggal sebagai teks".into(),
        Kind::Edition => "nama edisi".into(),
        Kind::Flag => "true atau false".into(),
        Kind::Millimetres(most) => format!("bilangan 0 sampai {most}"),
        Kind::Count(most) => format!("bilangan bulat 1 sampai {most}"),
        Kind::File => "nama berkas".into(),
        Kind::Anchors => "daftar dua tanda".into(),
        Kind::Choice(words) => format!("salah satu dari {}", listed(words)),
        Kind::Choices(words) => format!("daftar dari {}", listed(words)),
        Kind::Table(_) | Kind::PerJenjang(_) | Kind::Superiors | Kind::Splits | Kind::Segments => "tabel".into(),
    }
}

/// A configuration with every key there is.
fn everything() -> String {
    let line = |key: &Key| format!("{} = {}\n", key.name, key.example);
    let mut text: String = KEYS.iter().filter(|key| !key.is_table()).map(line).collect();
    for table in KEYS.iter().filter(|key| key.is_table()) {
        let (title, lines) = match table.kind {
            Kind::Table(keys) => (table.name.to_owned(), keys.iter().map(line).collect()),
            Kind::PerJenjang(keys) => (format!("{}.{}", table.name, JENJANG[4]), keys.iter().map(line).collect()),
            _ => (table.name.to_owned(), format!("{}\n", self::line(table.kind))),
        };
        text.push_str(&format!("\n[{title}]\n{lines}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::project::Config;

    #[test]
    fn the_page_in_docs_is_up_to_date() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/konfigurasi.md");
        let advice = "run `cargo test --release --lib writes_the_configuration_docs -- --ignored`";
        assert!(fs::read_to_string(file).is_ok_and(|written| written == guide()), "{file} is out of date; {advice}");
    }

    #[test]
    fn the_configuration_with_every_key_reads() {
        let config = Config::parse(&everything()).unwrap();
        assert_eq!(
            (config.kertas.size_mm().0, config.lembar.len(), config.struktur.len() + config.segmen.len()),
            (215.0, 1, 2)
        );
        assert!(config.lembar["pelaksana"].satuan && config.bagan.pemegang && config.tte.aktif);
        assert_eq!(config.tte.jangkar, Some(['#', '^']));
    }

    #[test]
    fn every_key_of_the_schema_is_explained() {
        let schema: serde_json::Value = serde_json::from_str(&crate::project::schema()).unwrap();
        let page = guide();
        let mut seen = 0;
        for (name, property) in schema["properties"].as_object().unwrap() {
            let is_table = property["type"] == "object";
            let title = if is_table { format!("## [{name}") } else { format!("### `{name}`") };
            assert!(page.contains(&title), "{name}");
            let inner = property["properties"].as_object().into_iter().flatten();
            for (name, property) in inner {
                let deeper: Vec<&String> = match property["properties"].as_object() {
                    Some(deeper) => deeper.keys().collect(),
                    None => vec![name],
                };
                for name in deeper {
                    assert!(page.contains(&format!("### `{name}`")), "{name}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 20);
    }
}
