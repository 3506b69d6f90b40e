//! The format of the cases: numbers with tolerances, errors by name, flags, and one-sided bounds.

use serde_json::Value;

/// One case of a file.
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) input: Value,
    expected: Value,
    tolerances: Value,
}

/// What the crate said.
pub(crate) enum Got {
    Value { value: Value, flags: Vec<String> },
    Error(String),
}

macro_rules! fixtures {
    ($($name:literal),*) => { [$(include_str!(concat!("../fixtures/", $name, ".json"))),*] };
}

/// Every case on adoption of the fixtures, and of the folder that `OLIEVLEK_CASES` names.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn all() -> Vec<Case> {
    let fixtures = fixtures![
        "diffusion/bass_closed_form",
        "diffusion/bass_edge",
        "diffusion/bass_fit",
        "diffusion/curves",
        "diffusion/rogers_partition",
        "diffusion/simulation"
    ];
    with_folder(&fixtures).into_iter().filter(|case| !case.kind.starts_with("survey")).collect()
}

/// Every case on surveys, from the same places.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn surveys() -> Vec<Case> {
    with_folder(&fixtures!["survey/survey"]).into_iter().filter(|case| case.kind.starts_with("survey")).collect()
}

fn with_folder(fixtures: &[&str]) -> Vec<Case> {
    let mut texts: Vec<String> = fixtures.iter().map(|text| (*text).to_owned()).collect();
    if let Ok(folder) = std::env::var("OLIEVLEK_CASES") {
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let files = files.filter(|file| file.extension().is_some_and(|extension| extension == "json"));
        texts.extend(files.map(|file| std::fs::read_to_string(file).unwrap()));
    }
    texts.iter().flat_map(|text| read(text)).collect()
}

fn read(text: &str) -> Vec<Case> {
    let file: Value = serde_json::from_str(text).unwrap();
    let cases = file["cases"].as_array().unwrap().iter();
    let read = |case: &Value| Case {
        id: case["id"].as_str().unwrap().to_owned(),
        kind: case["kind"].as_str().unwrap().to_owned(),
        input: case["input"].clone(),
        expected: case["expected"].clone(),
        tolerances: case["tol"].clone(),
    };
    cases.map(read).collect()
}

/// A number, also one that JSON has no word for.
pub(crate) fn number(value: &Value) -> f64 {
    match value {
        Value::Number(number) => number.as_f64().unwrap(),
        Value::String(text) => match text.as_str() {
            "inf" => f64::INFINITY,
            "-inf" => f64::NEG_INFINITY,
            _ => f64::NAN,
        },
        _ => f64::NAN,
    }
}

pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

/// Values of which some were not observed.
#[allow(dead_code, reason = "not every test needs it")]
pub(crate) fn observed(value: &Value) -> Vec<Option<f64>> {
    value.as_array().unwrap().iter().map(|value| (!value.is_null()).then(|| number(value))).collect()
}

impl Case {
    /// The numbers that are expected under a name.
    #[allow(dead_code, reason = "not every test needs it")]
    pub(crate) fn listed(&self, name: &str) -> Vec<f64> {
        numbers(&self.expected[name])
    }

    /// Whether what was said is what is expected.
    pub(crate) fn check(&self, got: &Got) -> Result<(), String> {
        match self.expected.get("any_of") {
            Some(ways) => {
                let ways = ways.as_array().unwrap();
                let problems: Vec<String> = ways.iter().filter_map(|way| self.check_against(way, got).err()).collect();
                if problems.len() < ways.len() { Ok(()) } else { Err(problems.join("; or ")) }
            }
            None => self.check_against(&self.expected, got),
        }
    }

    fn check_against(&self, expected: &Value, got: &Got) -> Result<(), String> {
        let errors: Option<Vec<&str>> = expected.get("error").map(|error| match error {
            Value::Array(names) => names.iter().map(|name| name.as_str().unwrap()).collect(),
            name => vec![name.as_str().unwrap()],
        });
        match (errors, got) {
            (Some(names), Got::Error(name)) if accepted(name, &names) => Ok(()),
            (Some(names), Got::Error(name)) => Err(format!("expected the error {names:?}, got {name}")),
            // Where nothing has a value, the reason is as good as an error.
            (Some(names), Got::Value { value, flags })
                if !has_number(value) && flags.iter().any(|flag| accepted(flag, &names)) =>
            {
                Ok(())
            }
            (Some(names), Got::Value { value, .. }) => Err(format!("expected the error {names:?}, got {value}")),
            (None, Got::Error(name)) => Err(format!("expected {expected}, got the error {name}")),
            (None, Got::Value { value, flags }) => {
                for (field, expected) in expected.as_object().unwrap() {
                    self.check_field(field, expected, value, flags)?;
                }
                Ok(())
            }
        }
    }

    fn check_field(&self, field: &str, expected: &Value, got: &Value, flags: &[String]) -> Result<(), String> {
        match field {
            "flag" => {
                let wanted = expected.as_str().unwrap();
                return if flags.iter().any(|flag| flag == wanted) {
                    Ok(())
                } else {
                    Err(format!("expected the flag {wanted}, got {flags:?}"))
                };
            }
            "flag_optional" | "rss_infimum" => return Ok(()),
            "rss_at_most" => {
                let most = number(expected);
                return if number(&got["rss"]) <= most {
                    Ok(())
                } else {
                    Err(format!("rss {} over {most}", got["rss"]))
                };
            }
            _ => {}
        }
        for (ending, holds) in
            [("_max", (|got, bound| got <= bound) as fn(f64, f64) -> bool), ("_min", |got, bound| got >= bound)]
        {
            if let Some(name) = field.strip_suffix(ending) {
                let value = number(&got[name]);
                return if holds(value, number(expected)) {
                    Ok(())
                } else {
                    Err(format!("{field} {expected}, got {value}"))
                };
            }
        }
        let tolerance =
            [field, "default"].iter().find_map(|name| self.tolerances.get(name)).unwrap_or(&self.tolerances);
        same(field, expected, got.get(field).unwrap_or(&Value::Null), tolerance)
    }
}

fn has_number(value: &Value) -> bool {
    match value {
        Value::Number(_) => true,
        Value::Array(values) => values.iter().any(has_number),
        Value::Object(fields) => fields.values().any(has_number),
        _ => false,
    }
}

/// Names that mean the same: an infimum that is not attained, and a series of zeros.
fn accepted(name: &str, names: &[&str]) -> bool {
    names.contains(&name)
        || name == "NoFiniteOptimum" && names.contains(&"NotIdentified")
        || name == "NoAdoption" && names.contains(&"AllZero")
}

fn same(field: &str, expected: &Value, got: &Value, tolerance: &Value) -> Result<(), String> {
    match expected {
        Value::Array(values) => {
            let list = got.as_array().ok_or_else(|| format!("{field}: expected a list, got {got}"))?;
            if values.len() != list.len() {
                return Err(format!("{field}: expected {} values, got {}", values.len(), list.len()));
            }
            values
                .iter()
                .zip(list)
                .enumerate()
                .try_for_each(|(place, (expected, got))| same(&format!("{field}[{place}]"), expected, got, tolerance))
        }
        Value::Object(fields) => fields.iter().try_for_each(|(name, expected)| {
            let own = tolerance.get(name).unwrap_or(tolerance);
            same(&format!("{field}.{name}"), expected, got.get(name).unwrap_or(&Value::Null), own)
        }),
        Value::String(text) if text == "undefined" => {
            if got.is_null() {
                Ok(())
            } else {
                Err(format!("{field}: expected no number, got {got}"))
            }
        }
        Value::Bool(_) | Value::Null => {
            if expected == got {
                Ok(())
            } else {
                Err(format!("{field}: expected {expected}, got {got}"))
            }
        }
        Value::String(text) if !["inf", "-inf", "nan"].contains(&text.as_str()) => {
            if expected == got {
                Ok(())
            } else {
                Err(format!("{field}: expected {expected}, got {got}"))
            }
        }
        _ => {
            let (wanted, value) = (number(expected), number(got));
            let bound = |name: &str| tolerance.get(name).map_or(0.0, number);
            let allowed = bound("abs") + bound("rel") * wanted.abs();
            let near = wanted == value || (value - wanted).abs() <= allowed;
            if near { Ok(()) } else { Err(format!("{field}: expected {wanted}, got {value}")) }
        }
    }
}
