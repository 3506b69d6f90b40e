//! The elements: for each its state, its view, and the thin layer between them and the page.
//!
//! State and view are pure: a message changes the state, the view draws it as a [`drawing`], and the shell brings the page
//! up to date with that. So both are tested natively, only text crosses to the page, and an element's wasm stays small: it
//! has no bindings to the page, no JSON parser, no serde and no formatting machinery.
#![cfg_attr(
    not(feature = "widgets"),
    allow(
        dead_code,
        reason = "an element alone uses a part of what they share; with all of them, what none uses is named"
    )
)]

#[cfg(feature = "widget-adoption")]
mod adoption;
#[cfg(any(feature = "widget-team", feature = "widget-team-responses"))]
mod answers;
#[cfg(any(feature = "widget-adoption", feature = "widget-adoption-numbers"))]
mod bits;
mod drawing;
#[cfg(any(feature = "widget-adoption", feature = "widget-adoption-numbers"))]
mod estimate;
#[cfg(feature = "widget-goal")]
mod goal;
mod host;
mod json;
// The tests of the one ask the other.
#[cfg(any(feature = "widget-adoption-numbers", all(test, feature = "widget-adoption")))]
mod numbers;
mod options;
mod packs;
// The tests of the goal widget ask it.
#[cfg(any(feature = "widget-goal-plan", all(test, feature = "widget-goal")))]
mod plan;
#[cfg(any(
    feature = "widget-goal",
    feature = "widget-goal-plan",
    feature = "widget-team",
    feature = "widget-team-responses"
))]
mod reply;
// The tests of the team widget ask it.
#[cfg(any(feature = "widget-team-responses", all(test, feature = "widget-team")))]
mod responses;
#[cfg(feature = "widget-self-check")]
mod self_check;
#[cfg(any(feature = "widget-goal", feature = "widget-goal-plan"))]
mod slot;
#[cfg(feature = "widget-team")]
mod team;

/// An element's wasm stands alone, without the standard library, whose panics bring machinery that no page needs: 1.4 kB
/// after compression when it was measured. A panic is a trap, which the shell turns into a calm message.
#[cfg(all(target_arch = "wasm32", target_os = "unknown", not(feature = "js")))]
mod alone {
    use lol_alloc::{FreeListAllocator, LockedAllocator};

    // A free list: 1.9 kB lighter after compression than the standard library's allocator, and quick enough for the few
    // hundred pieces of text that a view is made of.
    #[global_allocator]
    static ALLOCATOR: LockedAllocator<FreeListAllocator> = LockedAllocator::new(FreeListAllocator::new());

    #[panic_handler]
    fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
        core::arch::wasm32::unreachable()
    }
}
