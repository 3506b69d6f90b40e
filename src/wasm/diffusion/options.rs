//! What comes in about adoption.

use std::string::String;
use std::vec::Vec;

use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::diffusion::simulation::Network;
use crate::diffusion::{Model, Objective};
use crate::wasm::Thrown;
use crate::wasm::input::{Fields, FromJs, error, thrown_at, value, wrong_type};
use crate::wasm::options::{Options, options};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** One of Rogers' categories, in the order in which they adopt. */
export type AdopterCategory = "innovator" | "early_adopter" | "early_majority" | "late_majority" | "laggard";

/** A curve of adoption. Bass has `p` and `q`, the others `a` (the place) and `b` (the growth rate). */
export type AdoptionModel = "bass" | "logistic" | "gompertz" | "normal";

/** The parameters of a curve: `p` and `q` for Bass, else `a` and `b`; `m`, the market, is 1 when left out. */
export type CurveParams = { p: number; q: number; m?: number } | { a: number; b: number; m?: number };

/** How people come along in a simulation. */
export type SpreadModel =
    | { kind: "bass"; p: number; q: number }
    | { kind: "threshold"; thresholds: number[] | number }
    | { kind: "cascade"; chance: number };

/** Who can see whom. */
export type AdoptionNetwork =
    | { kind: "complete"; people: number }
    | { kind: "edges"; people: number; edges: [number, number][] }
    | { kind: "small-world"; people: number; neighbours: number; rewired: number; seed?: number }
    | { kind: "scale-free"; people: number; ties: number; seed?: number }
    | { kind: "blocks"; sizes: number[]; chances: number[][]; seed?: number };
"#;

options! {
    /// A curve, and when to look at it.
    CurveOptions {
        /// Which curve; `bass` when left out.
        #[tsify(optional, type = "AdoptionModel")]
        model: Named<Model>,
        /// Its parameters.
        #[tsify(type = "CurveParams")]
        params: Params,
        /// The times to look at.
        #[tsify(optional)]
        times: Vec<f64>,
        /// Shares from 0 to 1 whose times are asked for.
        #[tsify(optional)]
        shares: Vec<f64>,
    }

    /// A series, and how it is fitted.
    FitOptions {
        /// New adopters in each period; `null` for one that was not counted. Either this or `cumulative`.
        #[tsify(optional, type = "(number | null)[]")]
        adopters: Vec<Option<f64>>,
        /// How many had adopted by each time.
        #[tsify(optional, type = "(number | null)[]")]
        cumulative: Vec<Option<f64>>,
        /// The end of each period, or the time of each level; 1, 2, 3, … when left out.
        #[tsify(optional)]
        times: Vec<f64>,
        /// What is compared: increments, levels or rates; `interval` when left out. Levels are always compared as levels.
        #[tsify(optional, type = "\"interval\" | \"cumulative\" | \"density\"")]
        objective: Named<Objective>,
        /// The market, where it is known.
        #[tsify(optional)]
        market: f64,
        /// Which curves; Bass alone when left out. With several the best comes first.
        #[tsify(optional, type = "AdoptionModel[]")]
        models: Vec<Named<Model>>,
        /// The level of the intervals; 0.95 when left out.
        #[tsify(optional)]
        level: f64,
        /// Whether each fit comes with intervals, which are most of the work; `true` when left out.
        #[tsify(optional)]
        intervals: bool,
    }

    /// A series, how it is fitted, and how far ahead to look.
    ForecastOptions {
        ..fit: FitOptions,
        /// How many periods ahead; 3 when left out.
        #[tsify(optional)]
        periods: u32,
        /// How many series are drawn, 1 to 100000; 1000 when left out.
        #[tsify(optional)]
        replicates: u32,
        /// The levels of the bands; 0.8 and 0.95 when left out.
        #[tsify(optional)]
        levels: Vec<f64>,
        /// Fixes the numbers that are drawn.
        #[tsify(optional)]
        seed: u32,
    }

    /// What is simulated.
    SimulateOptions {
        /// How people come along.
        #[tsify(type = "SpreadModel")]
        model: Spread,
        /// Who can see whom.
        #[tsify(type = "AdoptionNetwork")]
        network: Graph,
        /// Who begins, by number from 0.
        #[tsify(optional)]
        begin: Vec<u32>,
        /// How many steps; 40 when left out.
        #[tsify(optional)]
        steps: u32,
        /// How many runs; 1 when left out.
        #[tsify(optional)]
        runs: u32,
        /// Fixes the numbers that are drawn.
        #[tsify(optional)]
        seed: u32,
        /// Steps in which nothing is adopted, `true` for each that is closed, from the first.
        #[tsify(optional)]
        closed: Vec<bool>,
        /// The shares of the runs that bands are given for; 0.1, 0.5 and 0.9 when left out.
        #[tsify(optional)]
        quantiles: Vec<f64>,
        /// The share of the people whose time is asked for; 0.5 when left out.
        #[tsify(optional)]
        share: f64,
    }

    /// People who all see each other.
    ExactOptions {
        /// How many.
        #[tsify(type = "number")]
        people: u32,
        /// The chance to adopt by oneself, per step.
        #[tsify(type = "number")]
        p: f64,
        /// What it rises by when all others have.
        #[tsify(type = "number")]
        q: f64,
        /// How many begin; none when left out.
        #[tsify(optional)]
        begin: u32,
        /// How many steps; 40 when left out.
        #[tsify(optional)]
        steps: u32,
    }

    /// Bass in whole periods.
    DiscreteOptions {
        /// The coefficient of innovation, per period.
        #[tsify(type = "number")]
        p: f64,
        /// The coefficient of imitation, per period.
        #[tsify(type = "number")]
        q: f64,
        /// The market.
        #[tsify(type = "number")]
        m: f64,
        /// How many periods.
        #[tsify(type = "number")]
        periods: u32,
    }

    /// Sites that look at each other.
    SitesOptions {
        /// The people of each site.
        #[tsify(type = "number[]")]
        sizes: Vec<f64>,
        /// The coefficient of innovation of each.
        #[tsify(type = "number[]")]
        p: Vec<f64>,
        /// A row for each site: what it takes over from each other.
        #[tsify(type = "number[][]")]
        q: Vec<Vec<f64>>,
        /// The times to look at.
        #[tsify(type = "number[]")]
        times: Vec<f64>,
    }
}

/// One of the ids of an enum.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<T>(pub(super) T);

impl FromJs for Named<Model> {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let id: String = value(given, place)?;
        Model::from_id(&id).map(Self).ok_or_else(|| unknown("`bass`, `logistic`, `gompertz` or `normal`", &id, place))
    }
}

impl FromJs for Named<Objective> {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let id: String = value(given, place)?;
        let all = [Objective::Interval, Objective::Cumulative, Objective::Density];
        let found = all.into_iter().find(|objective| objective.id() == id);
        found.map(Self).ok_or_else(|| unknown("`interval`, `cumulative` or `density`", &id, place))
    }
}

/// An id that is not one of those there are.
fn unknown(expected: &str, given: &str, place: &str) -> JsValue {
    let message = ["expected ", expected, " as `", place, "`, got `", given, "`"].concat();
    error("unknown-model", &message, Some(place.split(['[', '.']).next().unwrap_or_default()))
}

/// The parameters of a curve, by the names that its model has for them.
#[derive(Debug)]
pub(super) struct Params {
    pub(super) bass: bool,
    pub(super) first: f64,
    pub(super) second: f64,
    pub(super) market: f64,
}

impl FromJs for Params {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let fields = Fields::of(given, place, "parameters", &["p", "q", "a", "b", "m"])?;
        let bass = fields.optional::<f64>("a")?.is_none() && fields.optional::<f64>("b")?.is_none();
        let (first, second) = if bass { ("p", "q") } else { ("a", "b") };
        Ok(Self {
            bass,
            first: fields.required(first)?,
            second: fields.required(second)?,
            market: fields.optional("m")?.unwrap_or(1.0),
        })
    }
}

/// How people come along; one threshold stands for all.
#[derive(Debug)]
pub(super) enum Spread {
    Bass { p: f64, q: f64 },
    Threshold(Vec<f64>),
    SameThreshold(f64),
    Cascade { chance: f64 },
}

impl FromJs for Spread {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let fields = Fields::of(given, place, "a model", &["kind", "p", "q", "thresholds", "chance"])?;
        match fields.required::<String>("kind")?.as_str() {
            "bass" => Ok(Self::Bass { p: fields.required("p")?, q: fields.required("q")? }),
            "threshold" => match fields.required::<OneOrMany>("thresholds")? {
                OneOrMany::One(threshold) => Ok(Self::SameThreshold(threshold)),
                OneOrMany::Many(thresholds) => Ok(Self::Threshold(thresholds)),
            },
            "cascade" => Ok(Self::Cascade { chance: fields.required("chance")? }),
            kind => Err(unknown("`bass`, `threshold` or `cascade`", kind, "model.kind")),
        }
    }
}

enum OneOrMany {
    One(f64),
    Many(Vec<f64>),
}

impl FromJs for OneOrMany {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        match given.as_f64() {
            Some(number) => Ok(Self::One(number)),
            None => Vec::from_js(given, place).map(Self::Many),
        }
    }
}

/// A network that was built, so that its faults have the name of the option.
#[derive(Debug)]
pub(super) struct Graph(pub(super) Network);

impl FromJs for Graph {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let known = ["kind", "people", "edges", "neighbours", "rewired", "ties", "sizes", "chances", "seed"];
        let fields = Fields::of(given, place, "a network", &known)?;
        let whole = |name: &str| fields.required::<u32>(name);
        let seed = u64::from(fields.optional::<u32>("seed")?.unwrap_or(1));
        let built = match fields.required::<String>("kind")?.as_str() {
            "complete" => Ok(Network::complete(whole("people")?)),
            "edges" => {
                let mut edges = Vec::new();
                for (number, pair) in fields.required::<Vec<Vec<u32>>>("edges")?.into_iter().enumerate() {
                    let [a, b] = pair.as_slice() else {
                        let expected = std::format!("two people as `network.edges[{number}]`");
                        return Err(wrong_type(&expected, "network", &JsValue::from_f64(pair.len() as f64)));
                    };
                    edges.push((*a, *b));
                }
                Network::from_edges(whole("people")?, &edges)
            }
            "small-world" => {
                Network::watts_strogatz(whole("people")?, whole("neighbours")?, fields.required("rewired")?, seed)
            }
            "scale-free" => Network::barabasi_albert(whole("people")?, whole("ties")?, seed),
            "blocks" => {
                let sizes: Vec<u32> = fields.required("sizes")?;
                Network::blocks(&sizes, &fields.required::<Vec<Vec<f64>>>("chances")?, seed)
            }
            kind => {
                return Err(unknown(
                    "`complete`, `edges`, `small-world`, `scale-free` or `blocks`",
                    kind,
                    "network.kind",
                ));
            }
        };
        built.map(Self).map_err(|fault| thrown_at(fault, place))
    }
}
