//! The tables beside the matrix: people, targets and money, on other sheets of
//! its workbook, in workbooks beside it, or in columns of a flat list.

use std::collections::BTreeSet;

use super::anggaran::{self, Line, Money};
use super::headers::Column;
use super::roster::{self, Nip, Person, Roster};
use super::table::Table;
use super::targets::{self, Targets};
use super::unused;
use crate::finding::Finding;
use crate::finding::rules::money;
use crate::workbook::grid::Grid;

/// A sheet beside the matrix, and what it was taken for.
#[derive(Debug, Clone)]
pub enum Companion {
    /// People with their jabatan.
    Roster(Roster),
    /// Targets of the indikator.
    Targets(Targets),
    /// Program, kegiatan and sub kegiatan with their anggaran.
    Money(Money),
}

/// What the matrix's own sheet says besides, where it is a flat list with
/// columns for people and money.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// The people, in the sheet's order.
    pub people: Vec<Person>,
    /// The lines of money, in the sheet's order.
    pub money: Vec<Line>,
}

impl Beside {
    /// What there is: "pegawai, 12 orang"; nothing of what there is none.
    pub fn describe(&self) -> Option<String> {
        let people = (!self.people.is_empty()).then(|| format!("pegawai, {}", counted(&self.people)));
        let money = (!self.money.is_empty()).then(|| format!("anggaran, {} baris", self.money.len()));
        let parts: Vec<String> = people.into_iter().chain(money).collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }
}

impl Companion {
    /// Reads a sheet as the first of the three that it is.
    pub(super) fn of(grid: &Grid, tahun: Option<u16>) -> Option<Self> {
        let roster = roster::recognise(grid).map(Self::Roster);
        let targets = || {
            let mut found = targets::recognise(grid, tahun)?;
            found.findings.extend(Table::of(grid, tahun).iter().flat_map(beside_targets));
            Some(Self::Targets(found))
        };
        let amounts = || anggaran::recognise(grid, tahun).map(Self::Money);
        roster.or_else(targets).or_else(amounts)
    }

    /// What it is, in a word.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Roster(_) => "pegawai",
            Self::Targets(_) => "target",
            Self::Money(_) => "anggaran",
        }
    }

    /// What it is, where it stands and how much it holds, for `periksa` to
    /// show: "pegawai: pegawai.xlsx, lembar Pegawai, 12 orang".
    pub fn describe(&self) -> String {
        let (source, count) = match self {
            Self::Roster(roster) => (&roster.source, counted(&roster.people)),
            Self::Targets(targets) => (&targets.source, format!("{} baris target", targets.rows.len())),
            Self::Money(money) => (&money.source, format!("{} baris anggaran", money.lines.len())),
        };
        let chosen = match self {
            Self::Targets(Targets { chosen: Some(chosen), .. }) => format!("; {chosen}"),
            _ => String::new(),
        };
        format!("{}: {source}, {count}{chosen}", self.kind())
    }

    /// What was noticed while reading it.
    pub fn findings(&self) -> &[Finding] {
        match self {
            Self::Roster(roster) => &roster.findings,
            Self::Targets(targets) => &targets.findings,
            Self::Money(money) => &money.findings,
        }
    }
}

/// What a list of targets says besides, and nothing prints.
fn beside_targets(table: &Table) -> Vec<Finding> {
    let mut findings = unused::columns(table, &[]);
    let amounts = |col| table.body().any(|row| table.line(row, Some(col)).is_some());
    let money = table.column(Column::Anggaran).filter(|col| amounts(*col));
    let header = money.and_then(|col| (table.header.0..=table.header.1).rev().find_map(|row| table.heading(row, col)));
    findings.extend(header.map(|header| {
        let message = "lembar ini dibaca sebagai daftar target, jadi anggaran di kolom ini tidak dicetak";
        Finding::new(&money::NOT_READ, header.place, message).quote(header.value)
    }));
    findings
}

/// How many people some rows are: who holds two jabatan stands in two.
fn counted(rows: &[Person]) -> String {
    let own = |person: &Person| match &person.nip {
        Some(Nip::Text(nip)) => nip.value.chars().filter(char::is_ascii_digit).collect(),
        _ => String::new(),
    };
    let name = |person: &Person| person.nama.value.to_lowercase();
    let key = |person: &Person| Some(own(person)).filter(|nip| !nip.is_empty()).unwrap_or_else(|| name(person));
    let people = rows.iter().map(key).collect::<BTreeSet<_>>().len();
    if people == rows.len() { format!("{people} orang") } else { format!("{people} orang dalam {} baris", rows.len()) }
}
