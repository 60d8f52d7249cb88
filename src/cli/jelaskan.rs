//! `perjakin jelaskan KODE`: a finding explained.

use super::console;
use super::exit::Exit;
use crate::finding::rules;
use crate::report;

/// Explains one rule, or lists all of them.
pub fn run(code: Option<&str>) -> Exit {
    let Some(code) = code else {
        let list: String = rules::all().map(|rule| format!("{:<12} {}\n", rule.code, rule.title)).collect();
        return console::result(&list);
    };
    match rules::by_code(code.trim()) {
        Some(rule) => console::result(&report::explain(rule)),
        None => {
            let upper = code.to_uppercase();
            let near = rules::all()
                .max_by(|a, b| strsim::jaro_winkler(a.code, &upper).total_cmp(&strsim::jaro_winkler(b.code, &upper)));
            let near = near.map_or_else(String::new, |rule| format!("Mungkin maksudnya {}? ", rule.code));
            console::complain(&"kode temuan itu tidak ada", &format!("{near}Daftar semua kode: perjakin jelaskan"));
            Exit::Usage
        }
    }
}
