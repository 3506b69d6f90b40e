//! How answers divide over an ordered scale.
//!
//! The measure that is shown as *polarisation* is `(1 − A)/2` with van der Eijk's agreement *A*. It looks at the shape of the
//! distribution: 0 where all choose the same point, 0.5 where they spread evenly, 1 where half choose each end. A variance
//! would need points that are equally far apart, which an answer scale does not promise, and the bimodality coefficient calls
//! skewed opinions divided.

use libm::{log2, sqrt};

use super::{Distribution, Statistic, Undefined};

impl Distribution {
    /// Agreement *A*: −1 (half choose each end), 0 (spread evenly) to 1 (all choose one point).
    ///
    /// # Formula
    ///
    /// The distribution is taken apart in layers of points that are all equally often chosen. A layer of *S* of the *K* points
    /// has *A = U (1 − (S − 1)/(K − 1))*, with *U = ((K − 2) TU − (K − 1) TDU) / ((K − 2)(TU + TDU))* from its triples of
    /// points: *TU* are of the form 110 and 011, *TDU* of the form 101. Layers count by how many answers they hold. Cees van
    /// der Eijk, Measuring agreement in ordered rating scales, Quality & Quantity 35, 2001. Undefined without answers.
    pub fn agreement(&self) -> Statistic {
        let total = self.n();
        if total == 0 {
            return Err(Undefined::NoAnswers);
        }
        let mut left = self.counts().to_vec();
        let mut agreement = 0.0;
        while let Some(least) = left.iter().copied().filter(|count| *count > 0).min() {
            let size = left.iter().filter(|count| **count > 0).count() as u64;
            let weight = (least * size) as f64 / total as f64;
            agreement += weight * of_layer(&left, size as f64);
            left.iter_mut().for_each(|count| *count = count.saturating_sub(least));
        }
        Ok(agreement)
    }

    /// Polarisation *(1 − A)/2*: 0 (all choose one point), 0.5 (spread evenly) to 1 (half choose each end).
    ///
    /// By [`agreement`](Self::agreement), and undefined where it is.
    pub fn polarisation(&self) -> Statistic {
        self.agreement().map(|agreement| (1.0 - agreement) / 2.0)
    }

    /// Leik's ordinal dispersion *D*: 0 (all choose one point) to 1 (half choose each end).
    ///
    /// *D = 2 Σ dᵢ/(K − 1)* with *dᵢ = Fᵢ* where the cumulative share *Fᵢ* is below a half, else *1 − Fᵢ*. Robert Leik, A
    /// measure of ordinal consensus, Pacific Sociological Review 9, 1966. Undefined without answers.
    pub fn leik(&self) -> Statistic {
        let total = self.n();
        if total == 0 {
            return Err(Undefined::NoAnswers);
        }
        let mut below = 0;
        let sum: u64 = self.counts().iter().fold(0, |sum, count| {
            below += count;
            sum + below.min(total - below)
        });
        Ok(2.0 * sum as f64 / (total as f64 * (self.scale().points() - 1) as f64))
    }

    /// Consensus of Tastle and Wierman: 0 (half choose each end) to 1 (all choose one point).
    ///
    /// *1 + Σ pᵢ log₂(1 − |Xᵢ − x̄|/(high − low))*. William Tastle & Mark Wierman, Consensus and dissention, International
    /// Journal of Approximate Reasoning 45, 2007. Undefined without answers.
    pub fn consensus(&self) -> Statistic {
        let mean = self.mean()?;
        let total = self.n() as f64;
        let width = (self.scale().points() - 1) as f64;
        let chosen = self.points().filter(|(_, count)| *count > 0);
        let sum = chosen.fold(0.0, |sum, (point, count)| {
            sum + count as f64 / total * log2(1.0 - (f64::from(point) - mean).abs() / width)
        });
        Ok(1.0 + sum)
    }

    /// The variance as a share of the largest there can be: 0 (all choose one point) to 1 (half choose each end).
    ///
    /// The variance with *n*, divided by *((high − low)/2)²*. Undefined without answers.
    pub fn variance_ratio(&self) -> Statistic {
        let sums = self.sums();
        if sums.n == 0 {
            return Err(Undefined::NoAnswers);
        }
        let half = (self.scale().points() - 1) as f64 / 2.0;
        Ok(sums.scaled_variance() as f64 / (sums.n * sums.n) as f64 / (half * half))
    }

    /// The bimodality coefficient: above 5/9, that of an even spread, it can point to two peaks, and to skew as well.
    ///
    /// *(G₁² + 1)/(G₂ + 3(n − 1)²/((n − 2)(n − 3)))* with the bias-corrected skewness *G₁* and excess kurtosis *G₂*. SAS
    /// Institute, SAS/STAT user's guide, the CLUSTER procedure; Pfister and others, Good things peak in pairs, Frontiers in
    /// Psychology 4, 2013. Undefined for fewer than four answers, and where all are the same.
    pub fn bimodality(&self) -> Statistic {
        let n = self.n() as f64;
        match self.n() {
            0 => return Err(Undefined::NoAnswers),
            1..=3 => return Err(Undefined::TooFewRespondents),
            _ if self.sums().scaled_variance() == 0 => return Err(Undefined::NoVariation),
            _ => {}
        }
        let mean = self.mean()?;
        let moments = self.points().fold([0.0; 3], |[second, third, fourth], (point, count)| {
            let (away, share) = (f64::from(point) - mean, count as f64 / n);
            let square = away * away;
            [second + share * square, third + share * square * away, fourth + share * square * square]
        });
        let [second, third, fourth] = moments;
        let skewness = third / (second * sqrt(second)) * sqrt(n * (n - 1.0)) / (n - 2.0);
        let excess = fourth / (second * second) - 3.0;
        let below = (n - 2.0) * (n - 3.0);
        let kurtosis = (n - 1.0) / below * ((n + 1.0) * excess + 6.0);
        Ok((skewness * skewness + 1.0) / (kurtosis + 3.0 * (n - 1.0) * (n - 1.0) / below))
    }
}

/// Van der Eijk's agreement in a layer, where what is chosen at all counts as chosen once.
fn of_layer(counts: &[u64], size: f64) -> f64 {
    let points = counts.len() as f64;
    // Triples, by what was before: the chosen and the others so far, and pairs of each form.
    let (mut chosen, mut others) = (0.0, 0.0);
    let (mut both, mut gap, mut after) = (0.0, 0.0, 0.0);
    let (mut unimodal, mut deviating) = (0.0, 0.0);
    for count in counts {
        if *count > 0 {
            unimodal += after;
            deviating += gap;
            both += chosen;
            after += others;
            chosen += 1.0;
        } else {
            unimodal += both;
            gap += chosen;
            others += 1.0;
        }
    }
    let shape = if unimodal + deviating == 0.0 {
        1.0
    } else {
        ((points - 2.0) * unimodal - (points - 1.0) * deviating) / ((points - 2.0) * (unimodal + deviating))
    };
    shape * (1.0 - (size - 1.0) / (points - 1.0))
}
