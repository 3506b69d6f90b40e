/// What a fit says about itself: values, so that whoever shows an estimate can show how far it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Warning {
    /// The data do not bound the market: its 95 % set has no upper end.
    MarketUnbounded,
    /// The same of the asymptote of another curve than Bass.
    AsymptoteUnbounded,
    /// The best coefficient of imitation is 0, at the edge of what it can be.
    Boundary,
    /// The last period is before the peak, and before the peak an estimate hangs on little.
    PeakNotPassed,
    /// The curve leaves more than a fifth of the variation unexplained.
    PoorFit,
}

impl Warning {
    /// Its id, as `m_unbounded`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::MarketUnbounded => "m_unbounded",
            Self::AsymptoteUnbounded => "asymptote_unbounded",
            Self::Boundary => "boundary",
            Self::PeakNotPassed => "peak_not_passed",
            Self::PoorFit => "poor_fit",
        }
    }
}
