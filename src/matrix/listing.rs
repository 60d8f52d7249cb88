//! Tables with a row an indikator. A flat list names the jabatan in a column,
//! and mostly the superior in another. A long table has such columns once a
//! level, side by side, the superior's cells merged over the rows of its
//! subordinates.
//!
//! Both are read the same way: groups of columns, each with its own jabatan,
//! sasaran and indikator; an empty cell means "as above".

use super::draft::{Draft, Layout, LayoutKind};
use super::headers::Column;
use super::table::Table;
use super::{Beside, Sheet};
use crate::finding::rules::reading;
use crate::workbook::grid::Grid;
use crate::workbook::place::Located;
use crate::workbook::text;

mod groups;
mod levels;
mod neighbours;
mod rows;
#[cfg(test)]
mod tests;

/// Reads a sheet as a flat list or a long table; `None` where it is neither.
pub(super) fn recognise(grid: &Grid, tahun: Option<u16>) -> Option<Sheet> {
    let table = Table::of(grid, tahun)?;
    if !table.has(Column::Sasaran) || !table.has(Column::Indikator) {
        return None;
    }
    let groups = groups::of(&table);
    if groups.iter().any(|group| group.jabatan.is_none() && group.heading.is_none()) {
        return None;
    }
    let mut findings = table.column_findings();
    findings.extend(
        table
            .unknown_headers()
            .into_iter()
            .filter_map(|pos| Some(reading::unknown_column(grid.place(pos), text::one_line(&grid.text(pos)?)))),
    );
    let mut beside = Beside::default();
    let blocks = rows::read(&table, &groups, &mut beside, &mut findings);
    if !blocks.iter().any(|built| !built.block.indikator.is_empty()) {
        return None;
    }
    findings.extend(table.foot.as_ref().and_then(|foot| foot.damaged_nip(grid)));
    let kind = if groups.len() > 1 { LayoutKind::LongTable } else { LayoutKind::FlatList };
    let blocks = levels::arrange(blocks, kind);
    let draft = Draft {
        title: title(&table),
        layout: layout(&table, kind, blocks.len(), groups.len()),
        blocks,
        foot: table.foot.map(|found| found.foot).unwrap_or_default(),
    };
    Some(Sheet { draft, beside, findings })
}

fn layout(table: &Table, kind: LayoutKind, blocks: usize, levels: usize) -> Layout {
    let header = table.header.0;
    let reason = match kind {
        LayoutKind::LongTable => format!(
            "tabel panjang: baris {header} memuat {levels} kelompok kolom Sasaran dan Indikator, satu untuk setiap \
             tingkat; {blocks} jabatan dikenali"
        ),
        _ => format!(
            "daftar datar: baris {header} memuat kolom Jabatan, Sasaran dan Indikator; {blocks} jabatan dikenali"
        ),
    };
    let reason = table.chosen().map_or_else(|| reason.clone(), |chosen| format!("{reason}; {chosen}"));
    Layout { kind, source: super::source(table.grid), reason }
}

fn title(table: &Table) -> Option<Located<String>> {
    let above = table.grid.cells().take_while(|(pos, _)| pos.row < table.header.0);
    let mut lines = above.filter_map(|(pos, cell)| Some((pos, text::one_line(&cell.text()?))));
    let (pos, first) = lines.next()?;
    let text = lines.fold(first, |text, (_, line)| format!("{text} {line}"));
    Some(Located::new(text, table.grid.place(pos)))
}
