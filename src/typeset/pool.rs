//! Many documents at once, on all cores, in bounded memory.
//!
//! Typst uses rayon inside. A worker of an outer rayon pool that waits there
//! would steal the next document and recurse until the stack is gone, so the
//! workers are plain threads over a shared counter, each with a deep stack
//! and a rayon pool of its own that has no other thread than itself. The
//! memoised results of all workers are evicted together every few documents,
//! failed ones counted, so that memory does not grow with the batch.
//!
//! Finished documents are handed to the caller on the worker's own thread;
//! nothing is kept here. Which worker makes which document does not show in
//! the bytes.

use std::borrow::Cow;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use super::diagnostic::TypesetError;
use super::engine::{Engine, Pdf};
use super::job::Job;

/// Stack of a worker in bytes: Typst recurses with the depth of the content.
pub(super) const STACK: usize = 16 * 1024 * 1024;

/// Documents between two evictions. More costs memory and gains no speed:
/// what all documents share is used by every one of them.
pub const EVICT_EVERY: usize = 8;

/// The jobs of a run, made when asked for: a city's 50,000 need not stand in
/// memory together. The same index must always give the same job.
pub trait Jobs: Sync {
    /// How many there are.
    fn count(&self) -> usize;

    /// The job with this index, below [`Jobs::count`].
    fn job(&self, index: usize) -> Cow<'_, Job>;

    /// Makes the document with this index; a list that has documents of
    /// another kind than one template and its data makes them itself.
    ///
    /// # Errors
    /// As [`Engine::render`].
    fn make(&self, index: usize, engine: &Engine) -> Result<Pdf, TypesetError> {
        engine.make(self.job(index).into_owned())
    }
}

impl Jobs for [Job] {
    fn count(&self) -> usize {
        self.len()
    }

    fn job(&self, index: usize) -> Cow<'_, Job> {
        Cow::Borrowed(&self[index])
    }
}

impl Jobs for Vec<Job> {
    fn count(&self) -> usize {
        self.len()
    }

    fn job(&self, index: usize) -> Cow<'_, Job> {
        Cow::Borrowed(&self[index])
    }
}

/// How many workers a machine is good for.
pub fn default_threads() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

/// Renders all the jobs and hands each result to `finish` with the job's
/// index, on the worker's thread and in no particular order. A document that fails,
/// even by a panic, is a result like any other and stops no other.
///
/// Ends early, after the documents in hand, once `cancel` is set or `finish`
/// returns false.
pub fn render<J, F>(engine: &Engine, jobs: &J, threads: usize, cancel: &AtomicBool, finish: F)
where
    J: Jobs + ?Sized,
    F: Fn(usize, Result<Pdf, TypesetError>) -> bool + Sync,
{
    let next = AtomicUsize::new(0);
    let done = AtomicUsize::new(0);
    let stop = AtomicBool::new(false);
    let work = || {
        // Inside this pool of one, Typst's own parallelism stays on this thread.
        let own = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build();
        while own.is_ok() && !stop.load(Ordering::Relaxed) && !cancel.load(Ordering::Relaxed) {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= jobs.count() {
                break;
            }
            let result = render_guarded(engine, jobs, index);
            if done.fetch_add(1, Ordering::Relaxed) % EVICT_EVERY == EVICT_EVERY - 1 {
                engine.evict();
            }
            if !finish(index, result) {
                stop.store(true, Ordering::Relaxed);
            }
        }
    };
    thread::scope(|scope| {
        let mut started = 0;
        for _ in 0..threads.clamp(1, jobs.count().max(1)) {
            started += usize::from(thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).is_ok());
        }
        if started == 0 {
            // No thread to be had: slowly, then, on the one we have.
            work();
        }
    });
    engine.evict();
}

/// One document; a panic becomes its error. The panic's own text is dropped,
/// for it may quote the data.
fn render_guarded<J: Jobs + ?Sized>(engine: &Engine, jobs: &J, index: usize) -> Result<Pdf, TypesetError> {
    catch_unwind(AssertUnwindSafe(|| jobs.make(index, engine))).unwrap_or_else(|_| Err(stopped()))
}

/// What is said of a document in whose middle the typesetter gave up.
pub(super) fn stopped() -> TypesetError {
    TypesetError::plain("mesin tata letak berhenti di tengah dokumen ini")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Mutex;

    use super::*;
    use crate::typeset::{PdfSettings, TemplateSet};

    const TEMPLATE: &str = "#let data = json(\"/data.json\")\n#set document(title: data.isi, date: datetime(year: 2026, month: 1, day: 2))\n\
                            #set text(font: \"Liberation Sans\", lang: \"id\")\n#data.isi";

    fn engine() -> Engine {
        let mut templates = TemplateSet::builtin();
        templates.insert("uji.typ", TEMPLATE);
        Engine::new(&templates)
    }

    fn job(data: &str) -> Job {
        let settings = PdfSettings { ident: data.to_owned(), date: (2026, 1, 2), archival: true };
        Job { path: "a.pdf".into(), main: "uji.typ".into(), data: data.into(), settings, draft: false }
    }

    fn numbered(count: usize) -> Vec<Job> {
        (0..count).map(|number| job(&format!("{{\"isi\": \"Isi {number:03}\"}}"))).collect()
    }

    fn collect<J: Jobs>(jobs: &J, threads: usize) -> BTreeMap<usize, Result<Vec<u8>, String>> {
        let results = Mutex::new(BTreeMap::new());
        render(&engine(), jobs, threads, &AtomicBool::new(false), |index, result| {
            let plain = result.map(|pdf| pdf.bytes).map_err(|error| error.to_string());
            results.lock().unwrap().insert(index, plain).is_none()
        });
        results.into_inner().unwrap()
    }

    #[test]
    fn one_thread_and_many_give_the_same_bytes() {
        let jobs = numbered(40);
        let alone = collect(&jobs, 1);
        assert_eq!(alone.len(), 40);
        assert!(alone.values().all(Result::is_ok));
        assert!(alone == collect(&jobs, 4));
    }

    #[test]
    fn a_document_that_fails_stops_no_other() {
        let mut jobs = numbered(5);
        jobs[2] = job("{\"lain\": 1}");
        jobs[3].main = "tidak-ada.typ".into();
        let results = collect(&jobs, 2);
        assert_eq!(results.values().filter(|result| result.is_ok()).count(), 3);
        assert!(results[&3].as_ref().is_err_and(|error| error.contains("tidak-ada.typ")));
    }

    #[test]
    fn a_panic_is_one_documents_error() {
        struct Trap;
        impl Jobs for Trap {
            fn count(&self) -> usize {
                4
            }
            fn job(&self, index: usize) -> Cow<'_, Job> {
                assert!(index != 1, "rahasia");
                Cow::Owned(job("{\"isi\": \"x\"}"))
            }
        }
        let results = collect(&Trap, 2);
        assert_eq!(results.values().filter(|result| result.is_ok()).count(), 3);
        assert!(results[&1].as_ref().is_err_and(|error| !error.contains("rahasia")));
    }

    #[test]
    fn a_raised_flag_stops_after_the_documents_in_hand() {
        let jobs = numbered(50);
        let (cancel, seen) = (AtomicBool::new(false), AtomicUsize::new(0));
        render(&engine(), &jobs, 2, &cancel, |_, _| {
            cancel.store(true, Ordering::Relaxed);
            seen.fetch_add(1, Ordering::Relaxed);
            true
        });
        assert!((1..=2).contains(&seen.into_inner()));
    }
}
