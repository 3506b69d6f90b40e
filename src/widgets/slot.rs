//! The fields of a goal beside its sentence, as a widget shows them.

/// A field of a goal beside its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Actor,
    Action,
    TargetGroup,
    Baseline,
    Target,
    Unit,
    Consulted,
    Means,
    Start,
    End,
    Why,
}

impl Slot {
    pub(super) const ALL: [Self; 11] = [
        Self::Actor,
        Self::Action,
        Self::TargetGroup,
        Self::Baseline,
        Self::Target,
        Self::Unit,
        Self::Consulted,
        Self::Means,
        Self::Start,
        Self::End,
        Self::Why,
    ];

    /// The id, as in the JSON of a goal and in the texts.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Action => "action",
            Self::TargetGroup => "targetGroup",
            Self::Baseline => "baseline",
            Self::Target => "target",
            Self::Unit => "unit",
            Self::Consulted => "consulted",
            Self::Means => "means",
            Self::Start => "start",
            Self::End => "end",
            Self::Why => "why",
        }
    }

    pub(super) const fn is_date(self) -> bool {
        matches!(self, Self::Start | Self::End)
    }
}
