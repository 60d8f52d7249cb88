//! The typesetter: data and a template in, PDF bytes out. The only room that
//! knows Typst, and it knows nothing of agreements or charts.
//!
//! An [`Engine`] holds what all documents share (library, fonts, templates)
//! and is made once; each document is a cheap world of its own whose data
//! stands at one fixed virtual path, `/data.json`. Nothing is read from disk,
//! no package is loaded, no clock is asked: the same data gives the same
//! bytes. Warnings count as errors, because the paper will be signed.
//!
//! What belongs into one file and is too much for one document is laid out
//! piece by piece and bound (`bind`).

mod anchor;
mod bind;
mod chain;
mod diagnostic;
mod engine;
mod fonts;
mod indonesian;
mod job;
mod large;
mod layout;
mod measure;
mod picture;
pub mod pool;
mod preview;
mod printable;
mod recipe;
mod ruler;
mod shared;
mod slim;
mod stages;
mod strays;
mod svg;
mod templates;
mod world;

pub use self::anchor::Anchor;
pub use self::bind::{Laid, Leaf, first_page};
pub use self::chain::Chain;
pub use self::diagnostic::{Diagnostic, TypesetError};
pub use self::engine::{Engine, Pdf};
pub use self::fonts::{FAMILIES, covers};
pub use self::job::{Brief, Job, PdfSettings};
pub use self::layout::{PageText, Run, Spot, spots};
pub use self::picture::is_picture;
pub use self::pool::Jobs;
pub use self::printable::{printable, printable_data};
pub use self::ruler::Ruler;
pub use self::stages::{Begun, Evaluated, LaidOut};
pub use self::strays::Stray;
pub use self::templates::{TemplateError, TemplateSet};
