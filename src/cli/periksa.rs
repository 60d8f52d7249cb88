//! `perjakin periksa`: the findings, and nothing written.

use super::args::{Format, PeriksaArgs};
use super::console;
use super::exit::Exit;
use super::open;
use crate::finding::Severity;
use crate::report::{self, Style};
use crate::workbook::text::harmless;

/// Checks every instansi below the input folder. Ends with 4 where there is
/// an error, and goes on with the others where one cannot be read.
pub fn run(args: &PeriksaArgs) -> Exit {
    let all = match open::instansi(&args.input, args.instansi.as_deref()) {
        Ok(all) => all,
        Err(exit) => return exit,
    };
    let mut worst = Exit::Done;
    let mut text = String::new();
    let mut findings = Vec::new();
    for one in &all {
        worst = worst.max(open::look_at_templates(&args.input, one));
        let reading = match open::read(one) {
            Ok(reading) => reading,
            Err(exit) => {
                worst = worst.max(exit);
                continue;
            }
        };
        if reading.findings.iter().any(|finding| finding.severity == Severity::Galat) {
            worst = worst.max(Exit::DataErrors);
        }
        text.push_str(&format!("{} {}\n", reading.cascade.instansi(), reading.cascade.tahun()));
        for source in &reading.sources {
            text.push_str(&format!("  {}\n", harmless(source)));
        }
        text.push('\n');
        let style = Style { colour: console::colour_on_stdout(), width: console::columns() };
        text.push_str(&report::terminal(&reading.findings, style));
        findings.extend(reading.findings);
    }
    let printed = match args.format {
        Format::Teks => console::result(&text),
        Format::Json => console::result(&report::json(&findings)),
    };
    open::say_passed_over(&args.input, args.instansi.as_deref());
    worst.max(printed)
}
