//! A change that goes from person to person, by chance and by number: people have no names here.
//!
//! A [`Simulation`] takes a [`Network`], a way of [`Spread`]ing and who begins; an [`Ensemble`] of runs gives a mean, bands
//! and chances. All is fixed by the seed, whatever the machine and the number of threads.

mod ensemble;
mod exact;
mod network;
mod sites;
mod spread;
mod state;
mod what_if;

pub use ensemble::Ensemble;
pub use exact::{BassOutcome, bass_complete};
pub use network::Network;
pub use sites::Sites;
pub use spread::{Simulation, Spread};
pub use state::Run;
pub use what_if::{Attention, WhatIf};
