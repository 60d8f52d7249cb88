//! What one document sees while it is compiled: the shared files, its own
//! data, and nothing else.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use super::shared::Shared;

/// One document's world.
pub(super) struct DocumentWorld<'a> {
    pub(super) shared: &'a Shared,
    pub(super) main: FileId,
    pub(super) data: Bytes,
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shared.sources.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shared.data_id {
            return Ok(self.data.clone());
        }
        self.shared.files.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Everything outside the set is not there: real files, and packages.
fn not_found(id: FileId) -> FileError {
    if matches!(id.get().root(), VirtualRoot::Package(_)) {
        return FileError::Other(Some(
            "paket dari internet tidak dapat dipakai; salin berkasnya ke folder templates".into(),
        ));
    }
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
