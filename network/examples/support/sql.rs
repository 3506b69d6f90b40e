//! Queries over a Parquet file, and how their results are held against the stream's.

use std::error::Error;
use std::path::Path;

use datafusion::arrow::array::{Array, AsArray, Float64Array, StructArray, UInt64Array};
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use olievlek::survey::Statistic;
use olievlek_network::{Centres, KnosterProfile};

/// Runs a query over the table `responses`, which is this file.
pub(crate) fn run(file: &Path, query: &str, partitions: usize) -> Result<Vec<RecordBatch>, Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let context = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(partitions));
        context.register_udaf(KnosterProfile::standard().into_udaf());
        let file = file.to_str().ok_or("expected a path that is text")?;
        context.register_parquet("responses", file, ParquetReadOptions::default()).await?;
        Ok(context.sql(query).await?.collect().await?)
    })
}

/// The profile of each centre, in two columns: `centre` and `p`.
pub(crate) fn profiles(file: &Path, columns: &str, partitions: usize) -> Result<Vec<RecordBatch>, Box<dyn Error>> {
    let query = format!(
        "SELECT arrow_cast(centre, 'Utf8') AS centre, knoster_profile({columns}) AS p FROM responses GROUP BY centre"
    );
    run(file, &query, partitions)
}

/// Where the profiles out of SQL are other than those of the stream: to the last bit.
pub(crate) fn differing(rows: &[RecordBatch], stream: &Centres, file: &str) -> Result<Vec<String>, Box<dyn Error>> {
    // Who has no centre belongs to the file in the stream, and to NULL in SQL.
    let unnamed = Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let mut differing = Vec::new();
    let mut groups = 0;
    for batch in rows {
        let centres = batch.column(0).as_string::<i32>();
        let profiles = batch.column(1).as_struct();
        for row in 0..batch.num_rows() {
            groups += 1;
            let centre = if centres.is_valid(row) { centres.value(row) } else { unnamed };
            match stream.profile(centre)? {
                Some(expected) => differing.extend(differences(profiles, row, &expected)?),
                None => differing.push(format!("no {centre} in the stream")),
            }
        }
    }
    if groups != stream.names().count() {
        differing.push(format!("{groups} groups in SQL, {} in the stream", stream.names().count()));
    }
    Ok(differing)
}

/// Where one profile is another than expected.
pub(crate) fn differences(
    profiles: &StructArray,
    row: usize,
    expected: &olievlek::team::TeamProfile,
) -> Result<Vec<String>, Box<dyn Error>> {
    let mut found = Vec::new();
    let mut hold = |what: String, is_equal: bool| {
        if !is_equal {
            found.push(format!("{what} of row {row}"));
        }
    };
    let part = |of: &StructArray, name: &str| of.column_by_name(name).cloned().ok_or(format!("no field {name}"));
    let whole = |of: &StructArray, name: &str| -> Result<u64, String> {
        let column = part(of, name)?;
        let column: &UInt64Array = column.as_primitive();
        Ok(column.value(row))
    };
    let number = |of: &StructArray, name: &str| -> Result<Option<u64>, String> {
        let column = part(of, name)?;
        let column: &Float64Array = column.as_primitive();
        Ok(column.is_valid(row).then(|| column.value(row).to_bits()))
    };
    let code = |of: &StructArray, name: &str| -> Result<Option<String>, String> {
        let column = part(of, name)?;
        let column = column.as_string::<i32>();
        Ok(column.is_valid(row).then(|| column.value(row).into()))
    };
    hold("people".into(), whole(profiles, "people")? == expected.people());
    for (place, element) in expected.elements().iter().enumerate() {
        let id = element.element.id();
        let of = part(profiles, id)?;
        let of = of.as_struct();
        let statistic = |name: &str, expected: Statistic| -> Result<bool, String> {
            let reason = expected.err().map(|reason| reason.code().to_owned());
            Ok(number(of, name)? == expected.ok().map(f64::to_bits)
                && code(of, &format!("{name}_undefined"))? == reason)
        };
        let share = element.unknown_share().map(f64::to_bits);
        hold(format!("{id}.n"), whole(of, "n")? == expected.summary().totals(place).n());
        hold(format!("{id}.answered"), whole(of, "answered")? == element.answered());
        hold(format!("{id}.score"), number(of, "score")? == element.score().map(f64::to_bits));
        hold(format!("{id}.unknown_share"), number(of, "unknown_share")? == share);
        hold(format!("{id}.r_wg_j"), statistic("r_wg_j", element.r_wg_j)?);
        hold(format!("{id}.alpha"), statistic("alpha", element.alpha)?);
    }
    Ok(found)
}
