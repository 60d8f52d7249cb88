//! What a template's pages depend on besides their data: the template files
//! it reads, the fonts, and the program itself. Where this digest is the
//! same, the same data gives the same pages.
//!
//! Which files a template reads is told by its syntax: every string that
//! names a file of the set, followed through imports. A picture whose name
//! comes with the data (`image(data.logo)`) is one that the configuration or
//! some text of the set names; any other picture that lies in the office's
//! folder counts for nothing. Where a name is put together of pieces the whole
//! set counts, which errs towards printing again.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};
use typst::syntax::ast::Str;
use typst::syntax::{FileId, SyntaxKind, SyntaxNode, VirtualPath};

use super::engine::Engine;
use super::shared::{DATA_PATH, file_id};

/// Functions that read the file they are given the name of.
const READERS: &[&str] = &["bibliography", "cbor", "csv", "image", "json", "plugin", "read", "toml", "xml", "yaml"];

impl Engine {
    /// A digest of everything but the data that the pages of the template
    /// `main` depend on.
    pub fn recipe(&self, main: &str) -> [u8; 32] {
        let mut hash = Sha256::new();
        let mut part = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        };
        part(env!("CARGO_PKG_VERSION").as_bytes());
        for font in &self.shared.fonts.fonts {
            part(font.data());
        }
        for name in self.reads(main) {
            part(name.as_bytes());
            if let Some(bytes) = file_id(&format!("/{name}")).and_then(|id| self.shared.files.get(&id)) {
                part(bytes);
            }
        }
        hash.finalize().into()
    }

    /// The files that a template reads, itself among them, by name.
    fn reads(&self, main: &str) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        let mut open: Vec<&str> = self.shared.names.get(main).map(String::as_str).into_iter().collect();
        while let Some(name) = open.pop() {
            if !found.insert(name) {
                continue;
            }
            let Some(id) = file_id(&format!("/{name}")) else { continue };
            let Some(source) = self.shared.sources.get(&id) else { continue };
            let mut scan = Scan { id, literals: Vec::new(), pictures: false, computed: false };
            scan.walk(source.root());
            let whole_set = scan.computed.then_some(&self.shared.names).into_iter().flatten();
            let pictures = scan.pictures.then_some(&self.shared.pictures).into_iter().flatten();
            let named = scan.literals.iter().filter_map(|literal| self.shared.names.get(literal.as_str()));
            open.extend(whole_set.chain(pictures).chain(named).map(String::as_str));
        }
        found
    }
}

/// What one template file names.
struct Scan {
    id: FileId,
    literals: Vec<String>,
    /// Whether it shows pictures whose names come with the data.
    pictures: bool,
    /// Whether it reads files that only running it would tell.
    computed: bool,
}

impl Scan {
    fn walk(&mut self, node: &SyntaxNode) {
        match node.kind() {
            SyntaxKind::Str => self.literal(node),
            SyntaxKind::ModuleImport | SyntaxKind::ModuleInclude => {
                self.computed |= !node.children().any(|child| child.kind() == SyntaxKind::Str);
            }
            SyntaxKind::FuncCall => {
                let callee = node.children().next();
                if callee.is_some_and(is_reader) {
                    let given = node.children().filter(|child| child.kind() == SyntaxKind::Args);
                    let first = given.flat_map(|args| args.children()).find(|child| {
                        !matches!(child.kind(), SyntaxKind::LeftParen | SyntaxKind::Space | SyntaxKind::Named)
                    });
                    match first {
                        Some(first) if first.kind() == SyntaxKind::Str => {}
                        Some(first) if callee.is_some_and(is_image) && is_given(first) => self.pictures = true,
                        _ => self.computed = true,
                    }
                    // The callee is settled; its arguments may hold more.
                    node.children().skip(1).for_each(|child| self.walk(child));
                    return;
                }
            }
            // A reader that is passed on by name may be given any file later.
            SyntaxKind::Ident => self.computed |= is_reader(node),
            SyntaxKind::Named => {
                node.children().skip(1).for_each(|child| self.walk(child));
                return;
            }
            _ => {}
        }
        node.children().for_each(|child| self.walk(child));
    }

    fn literal(&mut self, node: &SyntaxNode) {
        let Some(text) = node.cast::<Str>().map(Str::get) else { return };
        let beside = self.id.get().vpath().parent().and_then(|folder| folder.join(&text).ok());
        let absolute = VirtualPath::new(text.as_str()).ok().filter(|_| text.starts_with('/'));
        for path in beside.into_iter().chain(absolute) {
            if path.get_with_slash() != DATA_PATH {
                self.literals.push(path.get_without_slash().to_owned());
            }
        }
    }
}

fn is_reader(node: &SyntaxNode) -> bool {
    node.kind() == SyntaxKind::Ident && READERS.contains(&node.leaf_text().as_str())
}

fn is_image(callee: &SyntaxNode) -> bool {
    callee.leaf_text() == "image"
}

/// Whether a name is a field as it stands (`data.logo`), at most with the
/// slash of the root before it.
fn is_given(node: &SyntaxNode) -> bool {
    match node.kind() {
        SyntaxKind::FieldAccess => true,
        SyntaxKind::Binary => node.children().all(|child| match child.kind() {
            SyntaxKind::Str => child.leaf_text() == "\"/\"",
            SyntaxKind::Space | SyntaxKind::Plus => true,
            _ => is_given(child),
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::TemplateSet;

    fn engine(files: &[(&str, &str)]) -> Engine {
        let mut templates = TemplateSet::builtin();
        for (name, text) in files {
            templates.insert(*name, *text);
        }
        Engine::new(&templates)
    }

    const BASE: &[(&str, &str)] = &[
        ("a.typ", "#import \"bagian/b.typ\": x\n#json(\"/data.json\")"),
        ("bagian/b.typ", "#let x = image(\"logo.svg\", width: 2mm)"),
        ("bagian/logo.svg", "<svg/>"),
        ("lain.typ", "#let image = 1"),
        ("redaksi.txt", "teks"),
    ];

    fn with(name: &str, text: &str) -> Vec<(String, String)> {
        let mut files: Vec<_> = BASE.iter().map(|(n, t)| ((*n).to_owned(), (*t).to_owned())).collect();
        files.iter_mut().find(|file| file.0 == name).unwrap().1 = text.to_owned();
        files
    }

    #[test]
    fn imports_and_images_are_followed_and_strangers_left_out() {
        let reads: Vec<_> = engine(BASE).reads("a.typ").into_iter().map(str::to_owned).collect();
        assert_eq!(reads, ["a.typ", "bagian/b.typ", "bagian/logo.svg"]);
    }

    #[test]
    fn a_computed_name_counts_the_whole_set() {
        for text in [
            "#image(\"foto-\" + data.nama)",
            "#read(data.isi)",
            "#let f = read",
            "#import data.x: y",
            "#include \"a\" + \".typ\"",
        ] {
            let files = with("a.typ", text);
            let files: Vec<_> = files.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
            assert!(engine(&files).reads("a.typ").contains("redaksi.txt"), "{text}");
        }
    }

    #[test]
    fn a_picture_counts_where_the_configuration_or_a_text_names_it() {
        let reads = |text: &str, logo: &str| {
            let mut templates = TemplateSet::builtin();
            for (name, bytes) in [("a.typ", text), ("lama.png", "x"), ("lambang.svg", "x"), ("foto.png", "x")] {
                templates.insert(name, bytes);
            }
            templates.insert("redaksi/label.txt", "nama = Nama\nfoto = foto.png");
            templates.name(logo);
            let engine = Engine::new(&templates);
            engine.reads("a.typ").into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        for text in ["#image(data.logo)", "#image(\"/\" + data.logo.berkas, width: 2mm)"] {
            assert_eq!(reads(text, "lambang.svg"), ["a.typ", "foto.png", "lambang.svg"], "{text}");
            assert_eq!(reads(text, "lama.png"), ["a.typ", "foto.png", "lama.png"], "{text}");
        }
    }

    #[test]
    fn the_sheets_count_no_file_that_they_do_not_read() {
        let recipe = |name: &str, text: &str| {
            let mut templates = TemplateSet::builtin();
            templates.insert("lambang.svg", "<svg/>");
            templates.name("lambang.svg");
            templates.insert(name, text);
            ["pk.typ", "jilid.typ", "register.typ"].map(|main| Engine::new(&templates).recipe(main))
        };
        let plain = recipe("lambang.svg", "<svg/>");
        for stranger in ["catatan.txt", "pkk.typ", "foto.png", "bagan.typ", "redaksi/label-bagan.txt"] {
            assert!(recipe(stranger, "lain") == plain, "{stranger}");
        }
        for read in ["lambang.svg", "kop.typ", "gaya.typ"] {
            let changed = recipe(read, "lain");
            assert!(changed.iter().zip(&plain).all(|(now, then)| now != then), "{read}");
        }
    }

    #[test]
    fn the_recipe_changes_with_what_is_read_and_with_nothing_else() {
        let recipe = engine(BASE).recipe("a.typ");
        for (name, differs) in [("a.typ", true), ("bagian/b.typ", true), ("bagian/logo.svg", true), ("lain.typ", false)]
        {
            let files = with(name, if name == "a.typ" { "#import \"bagian/b.typ\"" } else { "// lain" });
            let files: Vec<_> = files.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
            assert_eq!(engine(&files).recipe("a.typ") != recipe, differs, "{name}");
        }
    }
}
