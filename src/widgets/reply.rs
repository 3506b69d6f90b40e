//! What the wasm of the plan answers to that of the goal, as text: sections, and fields within them.

/// Between two sections of a reply, and between two fields of a section: control characters that nobody types.
pub(super) const SECTION: u8 = 0x1E;
pub(super) const FIELD: u8 = 0x1F;

/// A whole number of a reply.
pub(super) fn digits(text: &str) -> u32 {
    text.bytes().fold(0, |whole, digit| whole.wrapping_mul(10).wrapping_add(u32::from(digit.wrapping_sub(b'0'))))
}
