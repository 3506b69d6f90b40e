//! What a command says while it works: `[2/9] compiling the API to wasm … 12.3 s`.

use std::io::Write as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

/// Whether the cursor stands behind the title of a step, so that other output must start a line of its own first.
static LINE_IS_OPEN: AtomicBool = AtomicBool::new(false);

/// How a step ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It did its work.
    Done,
    /// Its inputs are those of the last time, so there was nothing to do.
    Unchanged,
}

/// Numbers the steps of a command and prints each with its time.
#[derive(Debug)]
pub(crate) struct Progress {
    total: usize,
    begun: usize,
}

impl Progress {
    pub(crate) fn of(total: usize) -> Self {
        Self { total, begun: 0 }
    }

    /// Runs one step; the title says what is being done.
    pub(crate) fn step(&mut self, title: &str, work: impl FnOnce() -> Result<Outcome>) -> Result<()> {
        self.begun += 1;
        let started = begin(&format!("[{}/{}] {title}", self.begun, self.total));
        let outcome = work().with_context(|| format!("{title} failed"))?;
        match outcome {
            Outcome::Done => end(&seconds(started.elapsed())),
            Outcome::Unchanged => end("unchanged"),
        }
        Ok(())
    }
}

/// Opens the line of something that may take a while; [`end`] closes it.
pub(crate) fn begin(title: &str) -> Instant {
    print!("{title} … ");
    // A terminal that cannot be written to is no reason to stop building.
    let _ = std::io::stdout().flush();
    LINE_IS_OPEN.store(true, Ordering::Relaxed);
    Instant::now()
}

/// Closes the line of [`begin`] with its result, on a line of its own when other output came in between.
pub(crate) fn end(result: &str) {
    if LINE_IS_OPEN.swap(false, Ordering::Relaxed) {
        println!("{result}");
    } else {
        println!("      … {result}");
    }
}

/// Leaves an open line as it is, so that a tool's own output starts on a fresh one.
pub(crate) fn end_line() {
    if LINE_IS_OPEN.swap(false, Ordering::Relaxed) {
        println!();
    }
}

/// A duration as people read it.
pub(crate) fn seconds(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{} min {:02} s", duration.as_secs() / 60, duration.as_secs() % 60)
    }
}
