//! A live preview for whoever edits a template: one sheet in the browser, set
//! again whenever a template, the wording, the workbook or `perjakin.toml` is
//! saved.
//!
//! Two threads share a [`Stage`]. The *maker* looks after the files (`watch`)
//! and keeps a [`Session`], which knows the chosen sheet, its last good
//! rendering and what is wrong now; after every change it puts a [`View`] on
//! the stage. The *server* shows the view on the loopback address to a page
//! that asks for the next one. Neither waits for the other, so a template
//! that never ends blocks only itself, and nothing is written to disk.
//!
//! Templates, cells and messages are data: `html` lets only the program's own
//! literals be markup.

mod excerpt;
mod failure;
mod html;
mod page;
mod route;
mod server;
mod session;
mod stage;
#[cfg(test)]
mod testing;
mod view;
mod watch;

use std::io;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

pub use self::failure::{Failure, Mistake};
use self::server::Server;
pub use self::session::{NoMatch, Office, Reader, Session};
use self::stage::Stage;
pub use self::view::{Choice, Rendering, View};
pub use self::watch::Watch;

/// How often the files are looked at. Asking for their times works on network
/// drives too, where a system's own notices do not arrive.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// A preview that is under way. It stops when this value is dropped.
pub struct Preview {
    stage: Arc<Stage>,
    port: u16,
}

impl Preview {
    /// Starts to show a session on the loopback address, on `port` or on a
    /// free one. Each new view is handed to `tell` on a thread of the
    /// preview's own. `run` is a number that no other run now has; a page left
    /// open from an earlier run knows by it that it is out of date.
    ///
    /// # Errors
    /// When the port is taken or a thread cannot be had.
    pub fn start(
        session: Session,
        watch: Watch,
        port: Option<u16>,
        run: u32,
        tell: impl Fn(&View) + Send + 'static,
    ) -> io::Result<Self> {
        let stage = Arc::new(Stage::new(run, session.view()));
        let server = Server::bind(port.unwrap_or(0), Arc::clone(&stage))?;
        let port = server.port();
        let preview = Self { stage: Arc::clone(&stage), port };
        thread::Builder::new().name("pratinjau".into()).spawn(move || make(session, watch, &stage, &tell))?;
        thread::Builder::new().name("peladen".into()).spawn(move || server.serve())?;
        Ok(preview)
    }

    /// Where the page is to be opened.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.stage.close();
    }
}

/// The maker's work: a new view at the start, after each change of the files
/// and after each choice, until the stage is closed.
fn make(mut session: Session, mut watch: Watch, stage: &Stage, tell: &dyn Fn(&View)) {
    session.render();
    loop {
        let view = stage.show(session.view());
        tell(&view);
        loop {
            let Some(wish) = stage.wait(LOOK_EVERY) else { return };
            let change = watch.look();
            if let Some(key) = &wish {
                session.choose(key);
            }
            if change.data {
                session.read();
            }
            if change.data || change.templates || wish.is_some() {
                session.render();
                break;
            }
        }
    }
}
