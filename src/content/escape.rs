//! Text that people typed, written so that it stays text in Markdown and in CSV.

use alloc::string::String;

use super::trim;

/// Writes a cell of CSV (RFC 4180); one that a spreadsheet would run as a formula gets an apostrophe before it.
#[inline(never)]
pub(crate) fn push_cell(csv: &mut String, cell: &str) {
    let formula = matches!(trim(cell).as_bytes().first(), Some(b'=' | b'+' | b'-' | b'@'));
    let quoted = formula || cell.bytes().any(|byte| matches!(byte, b',' | b';' | b'"' | b'\n' | b'\r'));
    if quoted {
        csv.push('"');
    }
    if formula {
        csv.push('\'');
    }
    for character in cell.chars() {
        if character == '"' {
            csv.push('"');
        }
        csv.push(character);
    }
    if quoted {
        csv.push('"');
    }
}

/// Writes markup, then text so that Markdown reads none in it: marks are escaped wherever they stand, and what would
/// open a list at the start.
#[inline(never)]
pub(crate) fn push_markdown(out: &mut String, markup: &str, text: &str) {
    out.push_str(markup);
    // Blanks at the start would make code of a list entry.
    let text = trim(text);
    let mut number = true;
    for (index, character) in text.char_indices() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '!' | '&' | '~')
            || index == 0 && matches!(character, '-' | '+' | '=')
            || index > 0 && number && matches!(character, '.' | ')')
        {
            out.push('\\');
        }
        number &= character.is_ascii_digit();
        out.push(character);
    }
}
