//! Searches along one number.

/// The lowest value of a function near the middle of three places, and where: Brent's search by parabolas, with a golden
/// section where they lead nowhere (R. P. Brent, Algorithms for Minimization without Derivatives, 1973).
pub(super) fn minimise(mut f: impl FnMut(f64) -> f64, low: f64, start: f64, high: f64, tolerance: f64) -> (f64, f64) {
    const GOLDEN: f64 = 0.381_966_011_250_105_2;
    let (mut a, mut b) = (low, high);
    let (mut x, mut w, mut v) = (start, start, start);
    let mut fx = f(x);
    let (mut fw, mut fv) = (fx, fx);
    let (mut step, mut before) = (0.0_f64, 0.0_f64);
    for _ in 0..80 {
        let middle = 0.5 * (a + b);
        let near = tolerance * x.abs() + tolerance * 0.01;
        if (x - middle).abs() <= 2.0 * near - 0.5 * (b - a) {
            break;
        }
        let mut golden = true;
        if before.abs() > near {
            let r = (x - w) * (fx - fv);
            let q = (x - v) * (fx - fw);
            let p = (x - v) * q - (x - w) * r;
            let q = 2.0 * (q - r);
            let (p, q) = if q > 0.0 { (-p, q) } else { (p, -q) };
            if p.abs() < (0.5 * q * before).abs() && p > q * (a - x) && p < q * (b - x) {
                before = step;
                step = p / q;
                golden = false;
                let u = x + step;
                if u - a < 2.0 * near || b - u < 2.0 * near {
                    step = if x < middle { near } else { -near };
                }
            }
        }
        if golden {
            before = if x < middle { b - x } else { a - x };
            step = GOLDEN * before;
        }
        let u = if step.abs() >= near { x + step } else { x + near.copysign(step) };
        let fu = f(u);
        if fu <= fx {
            if u < x {
                b = x
            } else {
                a = x
            }
            (v, fv, w, fw, x, fx) = (w, fw, x, fx, u, fu);
        } else {
            if u < x {
                a = u
            } else {
                b = u
            }
            if fu <= fw || w == x {
                (v, fv, w, fw) = (w, fw, u, fu);
            } else if fu <= fv || v == x || v == w {
                (v, fv) = (u, fu);
            }
        }
    }
    (x, fx)
}

/// Where a function that is below 0 at one place gets above it on the way to another: false position with the weights of
/// Anderson and Björck, which keep both ends moving. Stops at this distance.
pub(super) fn crossing(
    mut f: impl FnMut(f64) -> f64,
    (mut inside, mut below): (f64, f64),
    (mut outside, mut above): (f64, f64),
    tolerance: f64,
) -> f64 {
    let mut slow = 0;
    for _ in 0..90 {
        let before = (outside - inside).abs();
        if (outside - inside).abs() <= tolerance {
            break;
        }
        let share = below / (below - above);
        // Where that leads nowhere, as at a jump, half and half does.
        let share = if share.is_finite() && slow < 3 { share.clamp(0.02, 0.98) } else { 0.5 };
        let middle = inside + share * (outside - inside);
        let value = f(middle);
        if value <= 0.0 {
            let weight = 1.0 - value / below;
            above *= if weight > 0.0 { weight } else { 0.5 };
            (inside, below) = (middle, value);
            if value == 0.0 {
                return middle;
            }
        } else {
            let weight = 1.0 - value / above;
            below *= if weight > 0.0 { weight } else { 0.5 };
            (outside, above) = (middle, value);
        }
        slow = if (outside - inside).abs() > 0.5 * before { slow + 1 } else { 0 };
    }
    0.5 * (inside + outside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minimum_is_found() {
        let (x, value) = minimise(|x| (x - 1.2) * (x - 1.2) + 3.0, -5.0, 0.0, 9.0, 1e-10);
        assert!((x - 1.2).abs() < 1e-7 && (value - 3.0).abs() < 1e-14, "{x} {value}");
        // At an end of the interval as well.
        let (x, _) = minimise(|x| x, 0.0, 0.5, 1.0, 1e-9);
        assert!(x < 1e-6, "{x}");
    }

    #[test]
    fn a_crossing_is_found() {
        let f = |x: f64| x * x * x - 2.0;
        let x = crossing(f, (0.0, f(0.0)), (10.0, f(10.0)), 1e-12);
        assert!((x - 2.0f64.cbrt()).abs() < 1e-11, "{x}");
        let step = |x: f64| if x < 0.3 { -1.0 } else { 1e9 };
        assert!((crossing(step, (0.0, -1.0), (1.0, 1e9), 1e-9) - 0.3).abs() < 1e-8);
    }
}
