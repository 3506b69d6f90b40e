//! What goes out about surveys.

use std::collections::BTreeMap;
use std::string::String;
use std::vec::Vec;

use serde::Serialize;
use tsify::Tsify;

use crate::survey::{
    Distribution, Groups, Matrix, Missing, Statistic, Undefined, a_wg, ad_mean, ad_median, alpha_interval, r_wg_j,
};

/// The reasons for what has no value, by the name of the field.
type Reasons = BTreeMap<&'static str, &'static str>;

/// A struct of statistics, each absent where it is undefined, with the reasons.
macro_rules! statistics {
    ($(
        $(#[$doc:meta])*
        $name:ident {
            fields { $($(#[$about:meta])* $field:ident: $type:ty,)* }
            statistics { $($(#[$says:meta])* $statistic:ident $js:literal,)* }
        }
    )*) => {$(
        $(#[$doc])*
        #[derive(Debug, Serialize, Tsify)]
        #[serde(rename_all = "camelCase")]
        #[tsify(hashmap_as_object)]
        pub struct $name {
            $($(#[$about])* $field: $type,)*
            $(
                $(#[$says])*
                #[serde(rename = $js, skip_serializing_if = "Option::is_none")]
                #[tsify(optional)]
                $statistic: Option<f64>,
            )*
            /// Why a statistic is absent, by its name.
            #[tsify(type = "Record<string, UndefinedReason>")]
            reasons: Reasons,
        }
    )*};
}

/// A statistic as it goes out, with the reason noted where it has none.
fn noted<T>(reasons: &mut Reasons, name: &'static str, value: Result<T, Undefined>) -> Option<T> {
    value.map_err(|reason| reasons.insert(name, reason.code())).ok()
}

statistics! {
    /// One statement: everyone who answered it.
    StatementStatistics {
        fields {
            /// How many answered.
            n: u64,
            /// How many did not.
            missing: u64,
            /// How many chose each point of the scale, from the lowest.
            counts: Vec<u64>,
        }
        statistics {
            /// The mean answer.
            mean "mean",
            /// The middle answer.
            median "median",
            /// The standard deviation, with n − 1.
            sd "sd",
            /// Within-group agreement, 0 to 1.
            rwg "rwg",
            /// The average deviation from the mean, in points.
            ad_mean "adMean",
            /// The average deviation from the median, in points.
            ad_median "adMedian",
            /// Agreement by Brown and Hauenstein, −1 to 1.
            awg "awg",
            /// Agreement by van der Eijk: −1 (half choose each end), 0 (spread evenly) to 1 (all choose one point).
            agreement "agreement",
            /// Polarisation, (1 − agreement)/2: 0 (all choose one point) to 1 (half choose each end).
            polarisation "polarisation",
            /// Leik's ordinal dispersion, 0 to 1.
            leik "leik",
            /// Consensus by Tastle and Wierman, 0 to 1.
            consensus "consensus",
            /// The variance as a share of the largest there can be.
            variance_ratio "varianceRatio",
            /// The bimodality coefficient.
            bimodality "bimodality",
            /// The correlation with the sum of the other statements, of complete rows.
            item_rest "itemRest",
            /// Cronbach's alpha without this statement, of complete rows.
            alpha_if_deleted "alphaIfDeleted",
        }
    }

    /// A group, by its complete rows.
    Team {
        fields {
            /// Its name.
            group: String,
            /// How many of its people answered every statement.
            size: usize,
        }
        statistics {
            /// Within-group agreement on all statements, 0 to 1.
            rwgj "rwgj",
            /// The average deviation from the mean, in points.
            ad_mean "adMean",
            /// The average deviation from the median, in points.
            ad_median "adMedian",
            /// Agreement by Brown and Hauenstein, −1 to 1.
            awg "awg",
        }
    }

    /// What answers say together.
    Reliability {
        fields {
            /// How many people.
            rows: usize,
            /// How many answered every statement.
            complete: usize,
            /// Each statement.
            statements: Vec<StatementStatistics>,
            /// Within-group agreement on each statement, of complete rows; `undefined` where it is.
            #[tsify(type = "(number | undefined)[]")]
            rwg: Vec<Option<f64>>,
            /// The interval of alpha by Feldt.
            #[serde(skip_serializing_if = "Option::is_none")]
            #[tsify(optional, type = "[number, number]")]
            alpha_interval: Option<[f64; 2]>,
            /// The loading of each statement on one factor.
            #[serde(skip_serializing_if = "Option::is_none")]
            #[tsify(optional)]
            loadings: Option<Vec<f64>>,
            /// The variance of each statement that is its own.
            #[serde(skip_serializing_if = "Option::is_none")]
            #[tsify(optional)]
            uniquenesses: Option<Vec<f64>>,
            /// Each group, where groups were given.
            #[serde(skip_serializing_if = "Option::is_none")]
            #[tsify(optional)]
            teams: Option<Vec<Team>>,
            /// What the numbers say about themselves, as `negative_alpha` or `constant_item:2`.
            warnings: Vec<String>,
        }
        statistics {
            /// Cronbach's alpha.
            alpha "alpha",
            /// Alpha of standardised statements.
            alpha_standardised "alphaStandardised",
            /// Alpha from pairwise covariances.
            alpha_pairwise "alphaPairwise",
            /// McDonald's omega, of one factor.
            omega "omega",
            /// Within-group agreement on all statements.
            rwgj "rwgj",
            /// The average deviation from the mean, in points.
            ad "ad",
            /// The average deviation from the median, in points.
            ad_median "adMedian",
            /// Agreement by Brown and Hauenstein.
            awg "awg",
            /// ICC(1), with n0.
            icc1 "icc1",
            /// ICC(1), with the mean size of a group.
            icc1_mean_size "icc1MeanSize",
            /// ICC(2).
            icc2 "icc2",
            /// The mean square between groups.
            mean_square_between "meanSquareBetween",
            /// The mean square within groups.
            mean_square_within "meanSquareWithin",
            /// F of the group means.
            f "f",
            /// Its probability where groups do not differ.
            p_value "pValue",
            /// The share of the variation that is between groups.
            eta_squared "etaSquared",
            /// The size of a group that counts where sizes differ.
            n0 "n0",
        }
    }
}

impl StatementStatistics {
    fn new(answers: &Distribution, rows: usize, null: f64, item_rest: Statistic, alpha_if_deleted: Statistic) -> Self {
        let mut reasons = Reasons::new();
        let mut of = |name, value| noted(&mut reasons, name, value);
        Self {
            n: answers.n(),
            missing: rows as u64 - answers.n(),
            counts: answers.counts().to_vec(),
            mean: of("mean", answers.mean()),
            median: of("median", answers.median()),
            sd: of("sd", answers.sd()),
            rwg: of("rwg", answers.r_wg(null)),
            ad_mean: of("adMean", answers.ad_mean()),
            ad_median: of("adMedian", answers.ad_median()),
            awg: of("awg", answers.a_wg()),
            agreement: of("agreement", answers.agreement()),
            polarisation: of("polarisation", answers.polarisation()),
            leik: of("leik", answers.leik()),
            consensus: of("consensus", answers.consensus()),
            variance_ratio: of("varianceRatio", answers.variance_ratio()),
            bimodality: of("bimodality", answers.bimodality()),
            item_rest: of("itemRest", item_rest),
            alpha_if_deleted: of("alphaIfDeleted", alpha_if_deleted),
            reasons,
        }
    }
}

impl Team {
    pub(super) fn new(group: String, team: &Matrix, null: f64) -> Self {
        let complete = team.complete_distributions();
        let mut reasons = Reasons::new();
        let mut of = |name, value| noted(&mut reasons, name, value);
        Self {
            group,
            size: team.complete_rows(),
            rwgj: of("rwgj", r_wg_j(&complete, null)),
            ad_mean: of("adMean", ad_mean(&complete)),
            ad_median: of("adMedian", ad_median(&complete)),
            awg: of("awg", a_wg(&complete)),
            reasons,
        }
    }
}

impl Reliability {
    pub(super) fn new(matrix: &Matrix, null: f64, level: f64, groups: Option<(&Groups, Vec<Team>)>) -> Self {
        let complete = matrix.complete_distributions();
        let omega = matrix.omega();
        let alpha = matrix.alpha(Missing::Listwise);
        let interval = alpha
            .ok()
            .and_then(|alpha| alpha_interval(alpha, matrix.complete_rows() as u64, matrix.columns(), level).ok());
        let each = matrix.item_rest_correlations().into_iter().zip(matrix.alpha_if_deleted());
        let statement = |(column, (item_rest, without))| {
            StatementStatistics::new(&matrix.distribution(column), matrix.rows(), null, item_rest, without)
        };
        let statements = each.enumerate().map(statement).collect();
        let mut reasons = Reasons::new();
        let mut of = |name, value| noted(&mut reasons, name, value);
        let (of_groups, teams) = groups.map_or((None, None), |(groups, teams)| (Some(groups), Some(teams)));
        let mut of_groups_by =
            |name, figure: fn(&Groups) -> Statistic| of_groups.and_then(|groups| of(name, figure(groups)));
        let icc1 = of_groups_by("icc1", Groups::icc1);
        let icc1_mean_size = of_groups_by("icc1MeanSize", Groups::icc1_mean_size);
        let icc2 = of_groups_by("icc2", Groups::icc2);
        let mean_square_between = of_groups_by("meanSquareBetween", Groups::mean_square_between);
        let mean_square_within = of_groups_by("meanSquareWithin", Groups::mean_square_within);
        let f = of_groups_by("f", Groups::f);
        let p_value = of_groups_by("pValue", Groups::p_value);
        let eta_squared = of_groups_by("etaSquared", Groups::eta_squared);
        let n0 = of_groups_by("n0", Groups::n0);
        Self {
            rows: matrix.rows(),
            complete: matrix.complete_rows(),
            statements,
            rwg: complete.iter().map(|answers| answers.r_wg(null).ok()).collect(),
            alpha_interval: interval.map(|(low, high)| [low, high]),
            loadings: omega.as_ref().ok().map(|omega| omega.loadings.clone()),
            uniquenesses: omega.as_ref().ok().map(|omega| omega.uniquenesses.clone()),
            teams,
            warnings: matrix.warnings(of_groups).into_iter().map(|warning| warning.id()).collect(),
            alpha: of("alpha", alpha),
            alpha_standardised: of("alphaStandardised", matrix.alpha_standardised(Missing::Listwise)),
            alpha_pairwise: of("alphaPairwise", matrix.alpha(Missing::Pairwise)),
            omega: of("omega", omega.map(|omega| omega.value)),
            rwgj: of("rwgj", r_wg_j(&complete, null)),
            ad: of("ad", ad_mean(&complete)),
            ad_median: of("adMedian", ad_median(&complete)),
            awg: of("awg", a_wg(&complete)),
            icc1,
            icc1_mean_size,
            icc2,
            mean_square_between,
            mean_square_within,
            f,
            p_value,
            eta_squared,
            n0,
            reasons,
        }
    }
}
