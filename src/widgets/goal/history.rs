//! What was there before, for undo and redo.

use alloc::vec::Vec;

/// The states before this one and, after an undo, those that followed.
///
/// A run of the same kind of change, such as letters that are typed one after the other, is one step.
#[derive(Clone, Debug)]
pub(super) struct History<T> {
    before: Vec<T>,
    after: Vec<T>,
    /// The kind of the last change.
    run: u32,
}

/// More steps than anyone takes back; older ones are let go.
const MOST: usize = 100;

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { before: Vec::new(), after: Vec::new(), run: 0 }
    }
}

impl<T> History<T> {
    /// Keeps the state as it is before a change. Changes of one kind in a row are one step; those of kind 0 never are.
    pub(super) fn keep(&mut self, run: u32, state: impl FnOnce() -> T) {
        let goes_on = run > 0 && run == self.run && !self.before.is_empty();
        self.run = run;
        self.after.clear();
        if !goes_on {
            if self.before.len() == MOST {
                self.before.remove(0);
            }
            self.before.push(state());
        }
    }

    /// Puts the state before the last change in its place; whether there was one.
    pub(super) fn undo(&mut self, state: &mut T) -> bool {
        self.run = 0;
        exchange(&mut self.before, &mut self.after, state)
    }

    /// Takes an undo back; whether there was one.
    pub(super) fn redo(&mut self, state: &mut T) -> bool {
        self.run = 0;
        exchange(&mut self.after, &mut self.before, state)
    }

    /// Whether something can be undone, and redone.
    pub(super) fn can(&self) -> (bool, bool) {
        (!self.before.is_empty(), !self.after.is_empty())
    }
}

fn exchange<T>(from: &mut Vec<T>, to: &mut Vec<T>, state: &mut T) -> bool {
    let Some(other) = from.pop() else { return false };
    to.push(core::mem::replace(state, other));
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_back_and_forth() {
        let (mut history, mut state) = (History::default(), 0);
        for next in 1..=3 {
            history.keep(0, || state);
            state = next;
        }
        assert!(history.undo(&mut state) && history.undo(&mut state));
        assert_eq!((state, history.can()), (1, (true, true)));
        assert!(history.redo(&mut state));
        assert_eq!(state, 2);
        history.keep(0, || state);
        state = 9;
        assert!(!history.redo(&mut state));
        for _ in 0..9 {
            history.undo(&mut state);
        }
        assert_eq!((state, history.can()), (0, (false, true)));
    }

    #[test]
    fn a_run_is_one_step() {
        let (mut history, mut state) = (History::default(), 0);
        for (run, next) in [(1, 1), (1, 2), (2, 3), (2, 4), (1, 5)] {
            history.keep(run, || state);
            state = next;
        }
        let mut seen = alloc::vec![state];
        while history.undo(&mut state) {
            seen.push(state);
        }
        assert_eq!(seen, [5, 4, 2, 0]);
        // After an undo a run begins anew.
        history.keep(1, || state);
        assert_eq!(history.can(), (true, false));
    }

    #[test]
    fn old_steps_are_let_go() {
        let (mut history, mut state) = (History::default(), 0);
        for next in 1..=250 {
            history.keep(0, || state);
            state = next;
        }
        while history.undo(&mut state) {}
        assert_eq!(state, 150);
    }
}
