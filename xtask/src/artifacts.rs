//! The wasm files of the package, in one table.
//!
//! Each is the same crate with other features: the JavaScript API is one, and each element is one of its own, so a page
//! pays for what it shows. A new element is a new row in [`ELEMENTS`], a line under `paths` in tsconfig.json, and its
//! limit in size-budget.json.

/// One wasm file and the JavaScript that belongs to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Artifact {
    /// The stem of its files: `<name>.wasm` in `pkg/dist`, `target/xtask/<directory>/<name>.js` for the glue.
    pub(crate) name: &'static str,
    /// Where the glue is written under `target/xtask`, and by what name the shells import it: `#<directory>`.
    pub(crate) directory: &'static str,
    /// What a reader of the progress calls it.
    pub(crate) title: &'static str,
    /// The cargo features, apart from the default ones.
    pub(crate) features: &'static str,
    /// `opt-level` of the profile `wasm`, as TOML, when this file wants another than Cargo.toml has.
    pub(crate) opt_level: Option<&'static str>,
    /// Flags for rustc, on this file only.
    pub(crate) rustflags: &'static [&'static str],
    /// What wasm-opt works towards.
    pub(crate) wasm_opt: &'static [&'static str],
}

/// The JavaScript API, at the profile's own level. Measured with brotli: `"z"` 92 kB, `"s"` 97 kB, `2` 105 kB, `3`
/// 107 kB; between `-Oz` and `-O3` of wasm-opt there was less than 0.3 kB.
pub(crate) const API: Artifact = Artifact {
    name: "olievlek",
    directory: "api",
    title: "the API",
    features: "js,lang-all",
    opt_level: None,
    rustflags: &[],
    // Flattening first lets the second half find what LLVM's own order of blocks hides: 2 % after compression.
    wasm_opt: &["--flatten", "--rereloop", "--local-cse", "-Oz", "-Oz"],
};

/// The elements. A page waits for them, so they go for size: the first took 56 kB with `"s"`, and 50 kB with `"z"`.
pub(crate) const ELEMENTS: &[Artifact] = &[
    element("self-check", "<olievlek-self-check>", "widget-self-check"),
    element("goal", "<olievlek-goal>", "widget-goal"),
    element("adoption", "<olievlek-adoption>", "widget-adoption"),
    element("team", "<olievlek-team>", "widget-team"),
];

/// What an element fetches later, when it needs it: a wasm without a script of its own.
pub(crate) const PARTS: &[Artifact] = &[
    element("goal-plan", "the plans of <olievlek-goal>", "widget-goal-plan"),
    element("adoption-numbers", "the numbers of <olievlek-adoption>", "widget-adoption-numbers"),
    element("team-responses", "the responses of <olievlek-team>", "widget-team-responses"),
];

/// The wasm of an element, whose glue stands in a directory of its name.
const fn element(name: &'static str, title: &'static str, features: &'static str) -> Artifact {
    Artifact {
        name,
        directory: name,
        title,
        features,
        opt_level: Some("\"z\""),
        // 64 kB of stack instead of 1 MB: less memory, and addresses of data that are a byte shorter.
        // And of what LLVM does for speed, what makes code longer: 1.6 % of it after compression. Loops with pointers of their
        // own in place of an index take 0.6 %, tests of a loop that are put another way 0.5 %, loads that are made before they
        // are needed 0.5 %. (Measured one by one, of a dozen passes; inlining less or more makes it longer.)
        rustflags: &["-Clink-arg=-zstack-size=65536", "-Cllvm-args=-disable-lsr -disable-lftr -enable-load-pre=false"],
        // Measured with brotli: `-Oz` alone 22.7 kB, with the loops found anew 22.4, with the rest 22.3. What LLVM left
        // apart is best left so, unless it is tiny: that takes another 0.1 kB off. The bottom of the memory is the far end
        // of the stack, so no data stands there. Functions stay where they are: in the order of their use they compress worse.
        wasm_opt: &[
            "--one-caller-inline-max-function-size=20",
            "--flatten",
            "--rereloop",
            // Locals that flattening made go first, as far as no block has to be built for it: up to 0.1 kB.
            "--simplify-locals-nostructure",
            "-Oz",
            "--simplify-locals-nostructure",
            "-Oz",
            "--converge",
            "--low-memory-unused",
            // At the very end, so that what is used most has the shortest numbers: 0.1 kB of the plans.
            "--merge-locals",
            "--reorder-locals",
        ],
    }
}

/// Every wasm file, the API first.
pub(crate) fn all() -> impl Iterator<Item = &'static Artifact> {
    std::iter::once(&API).chain(ELEMENTS).chain(PARTS)
}
