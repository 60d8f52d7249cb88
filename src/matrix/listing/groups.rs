//! Groups of columns: one for every level that the table sets side by side.

use crate::matrix::headers::{self, Column};
use crate::matrix::measure::Columns;
use crate::matrix::table::Table;
use crate::workbook::place::Located;

/// The columns of one level.
#[derive(Debug, Default)]
pub(super) struct Group {
    /// First and last column.
    pub(super) columns: (u32, u32),
    pub(super) jabatan: Option<u32>,
    pub(super) tujuan: Option<u32>,
    pub(super) sasaran: Option<u32>,
    pub(super) indikator: Option<u32>,
    /// Columns of numbers right before the sasaran and the indikator.
    pub(super) sasaran_number: Option<u32>,
    pub(super) indikator_number: Option<u32>,
    /// Columns of satuan and targets.
    pub(super) measure: Columns,
    /// What stands over the group, where no column names the jabatan.
    pub(super) heading: Option<Located<String>>,
}

/// The groups from left to right. A table with one sasaran column is one
/// group, its columns in any order; in others a new group begins where a
/// tujuan, jabatan or sasaran comes a second time.
pub(super) fn of(table: &Table) -> Vec<Group> {
    let single = [Column::Sasaran, Column::Indikator]
        .iter()
        .all(|wanted| table.columns.iter().filter(|(_, column)| column == wanted).count() <= 1);
    let mut groups: Vec<Group> = Vec::new();
    let mut number: Option<u32> = None;
    for (col, column) in &table.columns {
        if (!single || groups.is_empty()) && opens(*column, groups.last()) {
            groups.push(Group { columns: (*col, *col), ..Group::default() });
        }
        if let Some(group) = groups.last_mut() {
            group.columns.1 = *col;
            let beside = number.filter(|number| number + 1 == *col);
            match column {
                Column::Jabatan if group.jabatan.is_none() => group.jabatan = Some(*col),
                Column::Tujuan => group.tujuan = Some(*col),
                Column::Sasaran => (group.sasaran, group.sasaran_number) = (Some(*col), beside),
                Column::Indikator if group.indikator.is_none() => {
                    (group.indikator, group.indikator_number) = (Some(*col), beside);
                }
                _ => {}
            }
        }
        number = (*column == Column::Nomor).then_some(*col);
    }
    groups.retain(|group| group.sasaran.is_some() || group.indikator.is_some());
    measure(table, &mut groups);
    // Over a lone group stands the title and not a jabatan.
    if groups.len() > 1 {
        let starts: Vec<u32> = groups.iter().map(|group| group.columns.0).collect();
        for (index, group) in groups.iter_mut().enumerate().filter(|(_, group)| group.jabatan.is_none()) {
            group.heading = heading(table, group, starts.get(index + 1).copied().unwrap_or(u32::MAX));
        }
    }
    groups
}

/// Gives every group the satuan and the targets that stand among its columns;
/// a lone group has all of them, wherever they stand.
fn measure(table: &Table, groups: &mut [Group]) {
    let starts: Vec<u32> = groups.iter().map(|group| group.columns.0).collect();
    for (col, column) in &table.columns {
        let own = starts.iter().rposition(|start| start <= col).unwrap_or_default();
        if let Some(group) = groups.get_mut(own) {
            group.measure.add(*column, *col);
        }
    }
}

/// Whether a column begins a new group after the last one.
fn opens(column: Column, last: Option<&Group>) -> bool {
    match column {
        Column::Jabatan => last.is_none_or(|group| group.sasaran.is_some() || group.jabatan.is_some()),
        Column::Sasaran => last.is_none_or(|group| group.sasaran.is_some()),
        Column::Tujuan => last.is_none_or(|group| group.tujuan.is_some()),
        Column::Indikator => last.is_none(),
        _ => false,
    }
}

/// What stands over a group's first list on or above the header, if it names
/// none of the columns and does not span the next group as well, as titles do.
fn heading(table: &Table, group: &Group, next: u32) -> Option<Located<String>> {
    let col = group.sasaran.or(group.indikator)?;
    (table.header.0.saturating_sub(1)..=table.header.0).find_map(|row| {
        let top = table.heading(row, col)?;
        let known = headers::column(std::slice::from_ref(&top.value)).is_some();
        (!known && table.grid.columns_at(top.place.pos).1 < next).then_some(top)
    })
}
