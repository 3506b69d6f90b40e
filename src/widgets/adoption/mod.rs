//! `<olievlek-adoption>`: who comes along when, by a plan, by what was seen, and by a what-if.

mod asking;
mod axis;
mod centre;
mod chart;
mod element;
mod files;
mod fit;
mod inputs;
mod message;
mod model;
mod numbers;
mod options;
mod plan;
mod rows;
mod seen;
mod state;
mod stored;
mod table;
mod verdict;
mod view;
mod what_if;
mod what_if_view;
