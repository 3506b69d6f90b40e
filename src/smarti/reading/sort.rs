/// Sorts numbers in place by heap: small, since an element carries it, and never quadratic.
#[inline(never)]
pub(super) fn sort(numbers: &mut [u64]) {
    let mut end = numbers.len();
    let mut start = end / 2;
    while end > 1 {
        if start > 0 {
            start -= 1;
        } else {
            end -= 1;
            numbers.swap(0, end);
        }
        let mut root = start;
        loop {
            let mut child = 2 * root + 1;
            if child >= end {
                break;
            }
            if child + 1 < end && numbers.get(child) < numbers.get(child + 1) {
                child += 1;
            }
            if numbers.get(root) >= numbers.get(child) {
                break;
            }
            numbers.swap(root, child);
            root = child;
        }
    }
}

/// The order in which items stand when sorted by a key of 32 bits; equal ones keep theirs.
pub(super) fn order(keys: impl Iterator<Item = u32>) -> alloc::vec::Vec<u64> {
    let mut order: alloc::vec::Vec<u64> = keys.enumerate().map(|(at, key)| u64::from(key) << 32 | at as u64).collect();
    sort(&mut order);
    order
}

/// The place that an entry of an [`order`] stands for.
pub(super) fn place(entry: u64) -> usize {
    (entry & 0xFFFF_FFFF) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(mut numbers in proptest::collection::vec(any::<u64>(), 0..60)) {
            let mut expected = numbers.clone();
            expected.sort_unstable();
            sort(&mut numbers);
            prop_assert_eq!(numbers, expected);
        }

        #[test]
        fn equal_keys_keep_their_order(keys in proptest::collection::vec(0_u32..5, 0..40)) {
            let mut expected: Vec<usize> = (0..keys.len()).collect();
            expected.sort_by_key(|at| keys[*at]);
            let found: Vec<usize> = order(keys.iter().copied()).into_iter().map(place).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
