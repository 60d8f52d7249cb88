//! Whether a file is a picture that can be printed, asked before any template
//! shows it.

use super::engine::Engine;
use super::templates::TemplateSet;

/// Whether the bytes of an SVG or PNG can be shown.
pub fn is_picture(svg: bool, bytes: &[u8]) -> bool {
    let name = if svg { "gambar.svg" } else { "gambar.png" };
    let mut templates = TemplateSet::builtin();
    templates.insert(name, bytes);
    templates.insert("gambar.typ", format!("#image(\"/{name}\", width: 20mm, alt: \"gambar\")"));
    Engine::new(&templates).prove("gambar.typ", b"{}".to_vec()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"5\" height=\"5\"/></svg>";

    #[test]
    fn what_is_damaged_or_something_else_is_no_picture() {
        assert!(is_picture(true, SVG.as_bytes()));
        assert!(!is_picture(true, SVG.replace("width=\"5\"", "width=5").as_bytes()));
        assert!(!is_picture(false, SVG.as_bytes()));
        for bytes in [&b""[..], b"\x89PNG\r\n\x1a\n", b"<html></html>"] {
            assert!(!is_picture(true, bytes) && !is_picture(false, bytes));
        }
    }
}
