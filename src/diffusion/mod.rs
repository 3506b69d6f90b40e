//! tmp
mod school_time;
pub use school_time::SchoolTime;
