//! Many documents at once, on all cores, in bounded memory.
//!
//! Typst uses rayon inside. A worker of an outer rayon pool that waits there
//! would steal the next document and recurse until the stack is gone, so the
//! workers are plain threads over a shared counter, each with a deep stack
//! and a rayon pool of its own that has no other thread than itself. The
//! memoised results of all workers are evicted together every few documents,
//! failed ones counted, so that memory does not grow with the batch. A worker
//! takes a handful of documents through one stage of Typst and then through
//! the next (`stages`).
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
use super::job::{Brief, Job};
use super::stages::{Begun, Evaluated};

/// Stack of a worker in bytes: Typst recurses with the depth of the content.
pub(super) const STACK: usize = 16 * 1024 * 1024;

/// Documents between two evictions. More costs memory and gains no speed:
/// what all documents share is used by every one of them.
pub const EVICT_EVERY: usize = 4;

/// Documents that a worker takes through one stage before the next begins:
/// enough to keep a stage's code at hand, few enough to hold in memory.
const HANDFUL: usize = 4;

/// The jobs of a run, made when asked for: a city's 50,000 need not stand in
/// memory together. The same index must always give the same job.
pub trait Jobs: Sync {
    /// How many there are.
    fn count(&self) -> usize;

    /// The job with this index, below [`Jobs::count`].
    fn job(&self, index: usize) -> Cow<'_, Job>;

    /// What the job with this index is known by; a list that knows it without
    /// making the job says so itself.
    fn brief(&self, index: usize) -> Brief {
        self.job(index).brief()
    }

    /// Begins the document with this index; a list that has documents of
    /// another kind than one template and its data makes them itself.
    ///
    /// # Errors
    /// As [`Engine::begin`].
    fn begin<'e>(&self, index: usize, engine: &'e Engine) -> Result<Begun<'e>, TypesetError> {
        engine.begin(self.job(index).into_owned())
    }

    /// Hears that the document with this index has been made.
    fn made(&self, index: usize, pdf: &Pdf) {
        let _ = (index, pdf);
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
/// Ends early, each worker after the document that it is at, once `cancel` is
/// set or `finish` returns false.
pub fn render<J, F>(engine: &Engine, jobs: &J, threads: usize, cancel: &AtomicBool, finish: F)
where
    J: Jobs + ?Sized,
    F: Fn(usize, Result<Pdf, TypesetError>) -> bool + Sync,
{
    let (next, done, stop) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicBool::new(false));
    let shift = Shift { engine, jobs, cancel, finish, next, done, stop };
    thread::scope(|scope| {
        let mut started = 0;
        for _ in 0..threads.clamp(1, jobs.count().max(1)) {
            let worker = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || shift.work());
            started += usize::from(worker.is_ok());
        }
        if started == 0 {
            // No thread to be had: slowly, then, on the one we have.
            shift.work();
        }
    });
    engine.evict();
}

/// What the workers of one batch share.
struct Shift<'a, J: ?Sized, F> {
    engine: &'a Engine,
    jobs: &'a J,
    cancel: &'a AtomicBool,
    finish: F,
    /// The first document that nobody has taken.
    next: AtomicUsize,
    /// How many were made or have failed.
    done: AtomicUsize,
    /// Raised when `finish` wants no more.
    stop: AtomicBool,
}

impl<J, F> Shift<'_, J, F>
where
    J: Jobs + ?Sized,
    F: Fn(usize, Result<Pdf, TypesetError>) -> bool + Sync,
{
    /// Makes documents, a handful at a time, until there are no more.
    fn work(&self) {
        // Inside this pool of one, Typst's own parallelism stays on this thread.
        let Ok(_own) = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build() else { return };
        while let Some(hand) = self.handful() {
            let mut laid_out = Vec::with_capacity(hand.len());
            for (index, document) in hand {
                if self.halted() {
                    return;
                }
                match guarded(|| document.lay_out()) {
                    Ok(document) => laid_out.push((index, document)),
                    Err(error) => self.hand_over(index, Err(error)),
                }
            }
            for (index, document) in laid_out {
                if self.halted() {
                    return;
                }
                self.hand_over(index, guarded(|| document.export()));
            }
        }
    }

    /// The next few documents, evaluated; those that are made in one go are
    /// handed over right here. `None` when nothing is left to do.
    fn handful(&self) -> Option<Vec<(usize, Evaluated<'_>)>> {
        let mut hand = Vec::with_capacity(HANDFUL);
        while hand.len() < HANDFUL {
            if self.halted() {
                return None;
            }
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            if index >= self.jobs.count() {
                return (!hand.is_empty()).then_some(hand);
            }
            match guarded(|| self.jobs.begin(index, self.engine)) {
                Ok(Begun::Evaluated(document)) => hand.push((index, document)),
                Ok(Begun::Made(pdf)) => self.hand_over(index, Ok(pdf)),
                Err(error) => self.hand_over(index, Err(error)),
            }
        }
        Some(hand)
    }

    fn hand_over(&self, index: usize, result: Result<Pdf, TypesetError>) {
        if self.done.fetch_add(1, Ordering::Relaxed) % EVICT_EVERY == EVICT_EVERY - 1 {
            self.engine.evict();
        }
        if let Ok(pdf) = &result {
            self.jobs.made(index, pdf);
        }
        if !(self.finish)(index, result) {
            self.stop.store(true, Ordering::Relaxed);
        }
    }

    fn halted(&self) -> bool {
        self.stop.load(Ordering::Relaxed) || self.cancel.load(Ordering::Relaxed)
    }
}

/// One stage of one document; a panic becomes its error. The panic's own text
/// is dropped, for it may quote the data.
///
/// # Errors
/// As `work`, and where it panics.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, TypesetError>) -> Result<T, TypesetError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(stopped()))
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
