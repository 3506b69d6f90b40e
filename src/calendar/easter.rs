use super::Date;
use super::date::{date, ymd};

/// Easter Sunday of a year in the Gregorian calendar; none for a year outside jiff's calendar.
///
/// # Algorithm
///
/// The anonymous one of *Nature*, 20 April 1876, p. 487, as in J. Meeus, *Astronomical Algorithms* (2nd ed., 1998),
/// chapter 8, where S. Butcher's *Ecclesiastical Calendar* (1877) is cited for it. Its letters are kept.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, easter};
///
/// assert_eq!(easter(2025), Some(Date::constant(2025, 4, 20)));
/// assert_eq!(easter(1818), Some(Date::constant(1818, 3, 22)));
/// ```
pub fn easter(year: i16) -> Option<Date> {
    easter_number(year).map(date)
}

/// The number of Easter Sunday.
#[inline(never)]
pub(crate) fn easter_number(year: i16) -> Option<i32> {
    let x = i32::from(year);
    let a = x % 19;
    let (b, c) = (x / 100, x % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    ymd(year, (n / 31) as i8, (n % 31 + 1) as i8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Meeus gives these as checks, the earliest and the latest Easter that can be among them.
    #[test]
    fn the_easters_that_meeus_lists() {
        for (year, month, day) in [
            (1991, 3, 31),
            (1992, 4, 19),
            (1993, 4, 11),
            (1954, 4, 18),
            (2000, 4, 23),
            (1818, 3, 22),
            (2285, 3, 22),
            (1886, 4, 25),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), Some(Date::constant(year, month, day)));
        }
    }
}
