//! Where maker and server meet: the current view, and what was asked for.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::view::View;

/// Shared by the threads of a preview.
pub struct Stage {
    state: Mutex<State>,
    wished: Condvar,
}

struct State {
    run: u32,
    view: Arc<View>,
    wish: Option<String>,
    closed: bool,
}

impl Stage {
    /// A stage with its first view.
    pub fn new(run: u32, view: View) -> Self {
        let view = Arc::new(View { run, ..view });
        Self { state: Mutex::new(State { run, view, wish: None, closed: false }), wished: Condvar::new() }
    }

    /// Shows a view from now on.
    pub fn show(&self, view: View) -> Arc<View> {
        let mut state = self.lock();
        state.view = Arc::new(View { run: state.run, ..view });
        Arc::clone(&state.view)
    }

    /// The current view.
    pub fn view(&self) -> Arc<View> {
        Arc::clone(&self.lock().view)
    }

    /// Asks for the sheet with this key.
    pub fn wish(&self, key: &str) {
        self.lock().wish = Some(key.to_owned());
        self.wished.notify_all();
    }

    /// Waits for a wish, but no longer than `timeout`. The key that was asked
    /// for, if any; nothing at all once the stage is closed.
    pub fn wait(&self, timeout: Duration) -> Option<Option<String>> {
        let idle = |state: &mut State| state.wish.is_none() && !state.closed;
        let (mut state, _) =
            self.wished.wait_timeout_while(self.lock(), timeout, idle).unwrap_or_else(PoisonError::into_inner);
        (!state.closed).then(|| state.wish.take())
    }

    /// Ends the work of all who share the stage.
    pub fn close(&self) {
        self.lock().closed = true;
        self.wished.notify_all();
    }

    /// Whether the work has ended.
    pub fn is_closed(&self) -> bool {
        self.lock().closed
    }

    /// A thread that died holding the lock left a whole value behind: each
    /// change of the state is one assignment.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_heard_once_and_a_closed_stage_hears_none() {
        let stage = Stage::new(1, View::default());
        stage.wish("a");
        assert_eq!(stage.wait(Duration::ZERO), Some(Some("a".into())));
        assert_eq!(stage.wait(Duration::ZERO), Some(None));
        stage.wish("b");
        stage.close();
        assert_eq!(stage.wait(Duration::ZERO), None);
    }

    #[test]
    fn a_view_carries_the_number_of_its_run() {
        let stage = Stage::new(7, View::default());
        stage.show(View { version: 3, ..View::default() });
        assert_eq!(stage.view().token(), "7-3");
    }
}
