//! A file that does not fit in memory is read row by row, in memory that does not grow with it.

#![cfg(all(feature = "lang-nl", feature = "encodings", not(target_family = "wasm")))]

use olievlek::content::Texts;
use olievlek::team::{ReadOptions, ResponseReader};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// So many bytes are read.
const LENGTH: usize = 64 << 20;

/// The most that is held while they are: the first mebibyte, which is looked at, what is made of it, and the problems.
const MOST: usize = 8 << 20;

#[test]
fn sixty_four_mebibytes_take_no_more_memory_than_a_few() {
    let texts = Texts::included();
    let mut reader = ResponseReader::new(ReadOptions::new(&texts));
    // Rows with a long remark, a cell that cannot be read, and a name, which is never twice the same.
    let remark = "x".repeat(16 << 10);
    let mut rows = 0_u64;
    let mut given = 0;
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    reader.push("staff-plan-1;team;wie;opmerking\n".as_bytes(), &mut |_| rows += 1).unwrap();
    let mut number = 0_u64;
    while given < LENGTH {
        let row = format!("soms;T{};n{number};\"{remark}\"\n", number % 3);
        given += row.len();
        number += 1;
        reader.push(row.as_bytes(), &mut |_| rows += 1).unwrap();
    }
    let outline = reader.finish(&mut |_| rows += 1).unwrap();
    let peak = MEMORY.peak_usage() - before;
    assert_eq!(rows, number);
    assert_eq!(outline.groups.len(), 1);
    assert_eq!(outline.problems.kept().len() as u64 + outline.problems.more(), number);
    assert!(peak < MOST, "{peak} bytes held for {given} bytes in {rows} rows");
}
