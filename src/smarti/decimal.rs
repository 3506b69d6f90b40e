use core::fmt;
use core::str::FromStr;

use alloc::string::String;

use super::GoalError;
use crate::chart::push_whole;
use crate::content::{Language, cut, trim};

/// A number as people write it in a plan: exact, with at most six decimals and twelve digits before the mark.
///
/// It counts millionths in a whole number, so what was typed is what is kept, sums do not drift, and neither reading nor
/// writing needs floating point, which would weigh more in a widget than all of this type. What is finer than a millionth
/// is rounded, halves away from zero.
///
/// # Examples
///
/// ```
/// use olievlek::content::Language;
/// use olievlek::smarti::Decimal;
///
/// let budget = Decimal::parse("€ 1.500,50", Language::NlBe)?;
/// assert_eq!(budget, "1500.5".parse()?);
/// assert_eq!(budget.to_text(Language::NlBe), "1500,5");
/// assert_eq!(Decimal::parse("1.000", Language::NlBe)?, Decimal::from(1000));
/// assert_eq!(Decimal::parse("veel", Language::NlBe).map_err(|error| error.code()), Err("goal-number"));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

/// How many millionths make one.
const ONE: i64 = 1_000_000;
/// The first number of millionths that is too large.
const TOO_MUCH: i64 = 1_000_000_000_000 * ONE;

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Reads a number as people of this language write it: with a decimal comma or point, thousands apart by a point, a
    /// comma, a blank or an apostrophe, and perhaps `€`, `EUR` or `%` beside it.
    ///
    /// A single point in Dutch, French or German is taken for thousands when three digits follow (`1.000`), and for a
    /// decimal mark otherwise (`1.5`); in English the same holds for a comma.
    ///
    /// # Errors
    ///
    /// [`GoalError::Number`] for anything else.
    pub fn parse(text: &str, language: Language) -> Result<Self, GoalError> {
        read_typed(text, language).ok_or_else(|| GoalError::Number(text.into()))
    }

    /// The number of this many millionths; none where it is too large.
    pub(crate) fn from_millionths(millionths: i64) -> Option<Self> {
        (millionths > -TOO_MUCH && millionths < TOO_MUCH).then_some(Self(millionths))
    }

    pub(crate) const fn millionths(self) -> i64 {
        self.0
    }

    /// Whether it is below zero.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The number with the decimal mark of a language, and no more digits than it has.
    pub fn to_text(self, language: Language) -> String {
        let mut text = String::new();
        self.push(&mut text, if language == Language::En { '.' } else { ',' });
        text
    }

    /// The nearest number in binary, for those who reckon on.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / ONE as f64
    }

    /// Writes it with this decimal mark.
    #[inline(never)]
    pub(crate) fn push(self, out: &mut String, mark: char) {
        if self.0 < 0 {
            out.push('-');
        }
        let millionths = self.0.unsigned_abs();
        let whole = millionths / ONE as u64;
        // Twelve digits are two halves of six.
        let (high, low) = ((whole / ONE as u64) as u32, (whole % ONE as u64) as u32);
        if high > 0 {
            push_whole(out, high);
            push_six(out, low);
        } else {
            push_whole(out, low);
        }
        let rest = (millionths % ONE as u64) as u32;
        if rest > 0 {
            out.push(mark);
            push_six(out, rest);
            while out.as_bytes().last() == Some(&b'0') {
                out.pop();
            }
        }
    }

    /// Reads a number as JSON writes it, perhaps with an exponent.
    #[inline(never)]
    pub(crate) fn from_plain(text: &str) -> Option<Self> {
        if text.len() > 64 {
            return None;
        }
        let (mantissa, exponent) = cut(text, b'e').or_else(|| cut(text, b'E')).unwrap_or((text, "0"));
        let (negative, mantissa) = strip_sign(mantissa);
        let (whole, fraction) = cut(mantissa, b'.').unwrap_or((mantissa, ""));
        if whole.is_empty() || fraction.is_empty() && whole.len() != mantissa.len() {
            return None;
        }
        // How many of all digits count millionths or more.
        let keep = whole.len() as i32 + read_exponent(exponent)? + 6;
        let mut millionths = 0_i64;
        let mut digits = whole.bytes().chain(fraction.bytes());
        for place in 0.. {
            let digit = match digits.next() {
                Some(digit @ b'0'..=b'9') => i64::from(digit - b'0'),
                Some(_) => return None,
                None if place < keep => 0,
                None => break,
            };
            if place < keep {
                // 1 followed by eighteen noughts passes the test below, and ten times as much is no `i64`.
                millionths = millionths.checked_mul(10)?.checked_add(digit)?;
                if millionths >= TOO_MUCH {
                    return None;
                }
            } else if place == keep && digit >= 5 {
                millionths += 1;
            }
        }
        Self::from_millionths(if negative { -millionths } else { millionths })
    }
}

fn strip_sign(text: &str) -> (bool, &str) {
    match text.as_bytes().first() {
        Some(b'-') => (true, text.get(1..).unwrap_or_default()),
        Some(b'+') => (false, text.get(1..).unwrap_or_default()),
        _ => (false, text),
    }
}

/// An exponent; one of more than two hundred makes nothing or far too much of every number that is read here.
fn read_exponent(text: &str) -> Option<i32> {
    let (negative, digits) = strip_sign(text);
    if digits.is_empty() {
        return None;
    }
    let mut exponent = 0;
    for digit in digits.bytes() {
        if !digit.is_ascii_digit() {
            return None;
        }
        exponent = (exponent * 10 + i32::from(digit - b'0')).min(200);
    }
    Some(if negative { -exponent } else { exponent })
}

/// Writes six digits, with zeros in front.
fn push_six(out: &mut String, value: u32) {
    let mut unit = 100_000;
    while unit > 0 {
        push_whole(out, value / unit % 10);
        unit /= 10;
    }
}

/// Turns what a person typed into digits, at most one point and a sign, and reads that.
#[inline(never)]
fn read_typed(text: &str, language: Language) -> Option<Decimal> {
    let mut text = trim(text);
    for beside in ["€", "EUR", "%"] {
        text = trim(text.strip_prefix(beside).unwrap_or(text));
        text = trim(text.strip_suffix(beside).unwrap_or(text));
    }
    if text.len() > 64 {
        return None;
    }
    let bytes = text.as_bytes();
    let last = bytes.iter().rposition(|byte| matches!(byte, b'.' | b','));
    // The last mark is decimal, unless it comes again, or is the one for thousands and has three digits after it.
    let decimal = last.filter(|&last| {
        let mark = bytes.get(last).copied();
        let thousands = if language == Language::En { b',' } else { b'.' };
        let (mut same, mut other, mut digits) = (0, 0, 0);
        for byte in bytes.iter().take(last) {
            same += u32::from(Some(*byte) == mark);
            other += u32::from(matches!(byte, b'.' | b',') && Some(*byte) != mark);
            digits += u32::from(byte.is_ascii_digit());
        }
        // `0.125` and `1250.125` have no thousands before the mark.
        let zero = bytes.get(last.wrapping_sub(1)) == Some(&b'0') && digits == 1;
        let grouped = mark == Some(thousands) && bytes.len() - last == 4 && digits <= 3 && !zero;
        same == 0 && (other > 0 || !grouped)
    });
    let (mut plain, mut group) = (String::new(), None);
    for (at, character) in text.char_indices() {
        match character {
            '0'..='9' => {
                group = group.map(|digits| digits + 1);
                plain.push(character);
            }
            '-' | '\u{2212}' if plain.is_empty() => plain.push('-'),
            '+' if plain.is_empty() => plain.push('+'),
            _ if Some(at) == decimal => {
                if group.is_some_and(|digits| digits != 3) {
                    return None;
                }
                group = None;
                plain.push('.');
            }
            // Between thousands: groups of three digits, and none after the decimal mark.
            '.' | ',' | ' ' | '\u{A0}' | '\u{202F}' | '\'' | '\u{2019}' => {
                let first = !plain.bytes().any(|byte| byte.is_ascii_digit());
                if first || decimal.is_some_and(|decimal| at > decimal) || group.is_some_and(|digits| digits != 3) {
                    return None;
                }
                group = Some(0);
            }
            _ => return None,
        }
    }
    if group.is_some_and(|digits| digits != 3) {
        return None;
    }
    Decimal::from_plain(&plain)
}

impl From<u32> for Decimal {
    fn from(whole: u32) -> Self {
        Self(i64::from(whole) * ONE)
    }
}

/// With a decimal point, as JSON has it.
impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.push(&mut text, '.');
        formatter.write_str(&text)
    }
}

/// Reads what [`Display`](fmt::Display) writes, and every number of JSON that is not too large.
impl FromStr for Decimal {
    type Err = GoalError;

    fn from_str(text: &str) -> Result<Self, GoalError> {
        Self::from_plain(text).ok_or_else(|| GoalError::Number(text.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, language: Language, expected: Option<&str>) {
        let read = Decimal::parse(text, language).ok().map(|number| std::string::ToString::to_string(&number));
        assert_eq!(read.as_deref(), expected, "{text}");
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expected) in [
            ("58", "58"),
            ("58,5", "58.5"),
            ("1.000", "1000"),
            ("1.5", "1.5"),
            ("€ 1 500", "1500"),
            ("1\u{202f}500,25 €", "1500.25"),
            ("1.234.567,89", "1234567.89"),
            ("1,234,567.89", "1234567.89"),
            ("80 %", "80"),
            ("-3", "-3"),
            ("\u{2212}0,5", "-0.5"),
            ("0,125", "0.125"),
            ("0.125", "0.125"),
            ("10.125", "10125"),
            ("1250.125", "1250.125"),
            ("999999999999,999999", "999999999999.999999"),
        ] {
            reads(text, Language::NlBe, Some(expected));
        }
        for text in [
            "",
            "99999999999999",
            "veel",
            "1 5",
            "1..5",
            "1,5,5",
            "1.00.000",
            ",5",
            "5,",
            "1-2",
            "--1",
            "1 000 00",
            "1e3x",
            "1000000000000",
        ] {
            reads(text, Language::NlBe, None);
        }
        reads("1,000", Language::En, Some("1000"));
        reads("1.000", Language::En, Some("1"));
        reads("1,5", Language::En, Some("1.5"));
    }

    #[test]
    fn what_json_writes_is_read() {
        for (text, expected) in [
            ("1e3", Some("1000")),
            ("-1.5E+2", Some("-150")),
            ("25e-1", Some("2.5")),
            ("0.0000005", Some("0.000001")),
            ("0.00000049", Some("0")),
            ("33.33333333333333", Some("33.333333")),
            ("1e-300", Some("0")),
            ("0e300", Some("0")),
            ("1e300", None),
            ("1e", None),
            (".5", None),
            ("5.", None),
            ("", None),
        ] {
            let read = Decimal::from_plain(text).map(|number| std::string::ToString::to_string(&number));
            assert_eq!(read.as_deref(), expected, "{text}");
        }
        assert_eq!(Decimal::from_plain("-0"), Some(Decimal::ZERO));
    }
}
