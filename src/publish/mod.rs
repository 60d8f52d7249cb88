//! The only room that writes to the output folder, and the room that must
//! never lose or overwrite anything.
//!
//! **What it promises.** Every published file is a whole old version or a
//! whole new one and its digest is in the manifest. No file that the program
//! did not make is changed, moved or removed. A file that was signed or
//! changed after it was published is never touched; the new version is
//! written beside it. After any fault the next run ends in the same tree as a
//! run without the fault. A run with nothing to do writes nothing.
//!
//! **How a run goes** (`run`). It takes the folder's lock (`lock`), ends what
//! an interrupted run left open (`recover`), and decides about every document
//! before it touches anything (`plan`): a document whose fingerprint
//! (`fingerprint`) is in the manifest is up to date, and a file whose bytes
//! are not those of the manifest belongs to someone else. Each template is
//! tried once (`proof`). Then the run writes down what it is going to do
//! (`journal`), makes the documents (`making`) and puts them into place batch
//! by batch (`commit`), moves to the archive what nobody wants any more
//! (`archive`), and writes the manifest last (`store`).
//!
//! **Around it.** [`verify`] holds a folder against its manifest, [`edition`]
//! freezes what was signed and tells what must be signed again, [`volume`]
//! sorts the sheets for printing, [`register`] lists them and reads the
//! office's own list back.
//!
//! **Why it survives a power cut.** Announcements are on the disk before the
//! deeds, bytes before the renames, renames before the manifest, and the
//! manifest before the journal goes (`atomic`). Whatever the moment, the
//! digests on the disk tell how far it came.

mod archive;
mod atomic;
mod commit;
pub mod edition;
mod error;
mod fault;
mod fingerprint;
mod folders;
mod journal;
mod lock;
mod making;
mod manifest;
mod path;
mod plan;
mod proof;
mod published;
mod recover;
pub mod register;
mod run;
mod store;
mod summary;
mod verify;
pub mod volume;

#[cfg(all(test, unix))]
mod tests;

pub use self::edition::Edition;
pub use self::error::PublishError;
pub use self::fingerprint::{Digest, Fingerprint};
pub use self::lock::Holder;
pub use self::manifest::{Entry, Manifest, SCHEMA};
pub use self::published::Published;
pub use self::run::{Options, Ready, run};
pub use self::summary::{Failed, LeftAlone, Noted, Pending, Progress, Reason, Summary, Why};
pub use self::verify::{Verification, verify};
