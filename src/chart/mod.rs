//! The cascade chart and the matrix, ready to print.
//!
//! Typst measures the boxes (`sizes`), a pure layout places them (`layout`,
//! built from `tidy` and `stack`), `search` tries widths and shapes for the
//! paper at hand, `page` adds title, legend and signature, and a template
//! draws what was decided. Everything a chart shows goes through `content`
//! once, so that every edition shows the same texts.

mod content;
mod crossing;
mod export;
mod fill;
mod furniture;
pub mod geometry;
mod group;
pub mod layout;
mod matrix;
mod page;
mod paper;
mod posters;
mod route;
mod search;
mod settings;
pub mod shape;
mod sheet;
mod sizes;
mod stack;
mod studio;
mod tidy;
mod tiles;
pub mod tree;
mod units;

pub use self::paper::{FLOOR_PT, Paper, Refusal};
pub use self::settings::{Labels, Settings, Words};
pub use self::studio::Charts;
use self::studio::Studio;
use crate::cascade::Cascade;
use crate::typeset::{Engine, TypesetError};

/// The charts and the matrix of a cascade, and what was refused.
///
/// # Errors
/// When a template cannot be compiled while measuring.
pub fn charts(cascade: &Cascade, engine: &Engine, settings: &Settings) -> Result<Charts, TypesetError> {
    let cards = content::cards(cascade, settings);
    let mut studio = Studio::new(cascade, engine, settings, &cards)?;
    let mut charts = Charts::default();
    studio.posters(&mut charts)?;
    for &paper in &settings.unit {
        match studio.units(paper)? {
            Ok(job) => charts.jobs.push(job),
            Err(refusal) => charts.refused.push(refusal),
        }
    }
    charts.jobs.push(studio.matrix()?);
    Ok(charts)
}
