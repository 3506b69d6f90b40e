//! Numbers with a fraction as text, exactly and without the machinery that writes and reads decimals: their bits, in
//! hexadecimal digits.

use alloc::string::String;

/// Writes a number after a blank, where something stands before it.
#[inline(never)]
pub(super) fn push_bits(out: &mut String, value: f64) {
    if !out.is_empty() {
        out.push(' ');
    }
    let bits = value.to_bits();
    for place in (0..16).rev() {
        let digit = (bits >> (4 * place) & 15) as u8;
        out.push(char::from(if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }));
    }
}

/// Reads a number back; nought where it is none.
#[inline(never)]
pub(super) fn read_bits(text: &str) -> f64 {
    let mut bits = 0;
    for byte in text.bytes() {
        let digit = if byte <= b'9' { byte.wrapping_sub(b'0') } else { byte.wrapping_sub(b'a' - 10) };
        bits = bits << 4 | u64::from(digit & 15);
    }
    f64::from_bits(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_comes_back_to_the_last_bit() {
        let mut out = String::new();
        let numbers = [0.0, -0.0, 1.0 / 3.0, -1e300, f64::INFINITY, f64::MIN_POSITIVE];
        numbers.iter().for_each(|number| push_bits(&mut out, *number));
        let back: alloc::vec::Vec<f64> = out.split(' ').map(read_bits).collect();
        assert!(back.iter().zip(numbers).all(|(back, number)| back.to_bits() == number.to_bits()), "{out}");
        assert_eq!(read_bits(""), 0.0);
    }
}
