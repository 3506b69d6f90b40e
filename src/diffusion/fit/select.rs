use alloc::vec::Vec;

use libm::exp;

use super::{Fit, FitOptions};
use crate::diffusion::{DiffusionError, Model, Series};

/// A fit among others.
#[derive(Clone, Debug)]
pub struct Selected {
    /// The fit.
    pub fit: Fit,
    /// Its weight by Akaike's criterion, *e<sup>−Δ/2</sup>* over the sum of those of all, from 0 to 1.
    pub weight: f64,
}

/// Fits several curves and weighs them by AICc, the best first.
///
/// On increments Bass and the logistic curve are one family, so they tie exactly, and which comes first is their order in
/// `models`. A curve without an estimate is left out. Source for the weights: K. P. Burnham, D. R. Anderson, Model
/// selection and multimodel inference, 2002.
///
/// # Errors
///
/// That of the first curve, where none has an estimate; [`DiffusionError::Empty`] without models.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::{FitOptions, Model, Series, select};
///
/// let sales = [840.0, 1470.0, 2110.0, 4000.0, 7590.0, 10950.0, 10530.0, 9470.0, 7790.0, 5890.0].map(Some);
/// let fits = select(&Series::adoptions(&sales)?, &Model::ALL, &FitOptions::default())?;
/// assert_eq!(fits[0].fit.curve().model(), Model::Gompertz);
/// # Ok::<(), olievlek::Error>(())
/// ```
pub fn select(series: &Series, models: &[Model], options: &FitOptions) -> Result<Vec<Selected>, DiffusionError> {
    let mut error = DiffusionError::Empty;
    let mut fits = Vec::new();
    for model in models {
        match Fit::of(*model, series, options) {
            Ok(fit) => fits.push(Selected { fit, weight: 0.0 }),
            Err(reason) if error == DiffusionError::Empty => error = reason,
            Err(_) => {}
        }
    }
    fits.sort_by(|a, b| a.fit.aicc().total_cmp(&b.fit.aicc()));
    let Some(best) = fits.first().map(|first| first.fit.aicc()) else { return Err(error) };
    let mut sum = 0.0;
    for selected in &mut fits {
        // With as few values as that the criterion of all is infinite, and then they weigh the same.
        let behind = selected.fit.aicc() - best;
        selected.weight = if behind.is_nan() { 1.0 } else { exp(-0.5 * behind) };
        sum += selected.weight;
    }
    fits.iter_mut().for_each(|selected| selected.weight /= sum);
    Ok(fits)
}

/// Fits one curve to each of many series, in their order; over all cores with the feature `parallel`.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::{FitOptions, Model, Series, fit_all};
///
/// let centres = [[1.0, 3.0, 6.0, 8.0, 6.0, 3.0], [4.0, 4.0, 4.0, 4.0, 4.0, 4.0]];
/// let series = centres.map(|values| Series::adoptions(&values.map(Some)).unwrap());
/// let fits = fit_all(Model::Bass, &series, &FitOptions::default());
/// assert!(fits[0].is_ok());
/// assert_eq!(fits[1].as_ref().unwrap_err().code(), "no-finite-optimum");
/// ```
pub fn fit_all(model: Model, series: &[Series], options: &FitOptions) -> Vec<Result<Fit, DiffusionError>> {
    #[cfg(feature = "parallel")]
    {
        use rayon::prelude::*;
        series.par_iter().map(|series| Fit::of(model, series, options)).collect()
    }
    #[cfg(not(feature = "parallel"))]
    series.iter().map(|series| Fit::of(model, series, options)).collect()
}
