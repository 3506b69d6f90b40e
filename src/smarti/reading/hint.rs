use super::evidence::ids;
use crate::smarti::Criterion;

ids! {
    /// The next best step for a criterion; its text stands under `goal-hints.<criterion>.<id>`.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::content::{Language, Texts};
    /// use olievlek::smarti::reading::Hint;
    ///
    /// let hint = Hint::NameDoer;
    /// assert_eq!((hint.criterion().id(), hint.id()), ("specific", "name-doer"));
    /// assert_eq!(hint.text(&Texts::of(Language::NlBe)?), "Schrijf erbij wie dit doet, of wie hierdoor iets anders zal doen.");
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    Hint {
        /// Say who does what, about what.
        SayWhoDoesWhat = "say-who-does-what",
        /// Say who does it.
        NameDoer = "name-doer",
        /// Say what those who receive it do with it.
        ReceiverDoes = "receiver-does",
        /// Say what can be seen of a vague verb.
        ConcreteAction = "concrete-action",
        /// Say what an abstract product consists of.
        ShapeProduct = "shape-product",
        /// Say what it is about.
        NameTopic = "name-topic",
        /// Say by what you see that it succeeded.
        NameIndicator = "name-indicator",
        /// Say how many more or fewer.
        CountIt = "count-it",
        /// Say how many exactly.
        SayHowMany = "say-how-many",
        /// Say what can be seen of everyone that the quantity speaks of.
        MakeObservable = "make-observable",
        /// Say which result of the measuring is good enough.
        SetThreshold = "set-threshold",
        /// Say which products, and how many.
        SayWhichProduct = "say-which-product",
        /// Say who was heard or chose along.
        NameParty = "name-party",
        /// Say with whom.
        SayWithWhom = "say-with-whom",
        /// Ask for the support that is hoped for.
        AskSupport = "ask-support",
        /// Let those concerned say whether it fits them.
        CheckNeeds = "check-needs",
        /// Say with what time, people and means.
        NameMeans = "name-means",
        /// Settle the condition first.
        SettleCondition = "settle-condition",
        /// Bound the trial.
        BoundTrial = "bound-trial",
        /// Say who gets the time for it.
        FreeTime = "free-time",
        /// Say why the step from baseline to target can be made.
        ExplainStep = "explain-step",
        /// Say by when.
        SetDate = "set-date",
        /// Say until when it recurs, or when you look back.
        SetEnd = "set-end",
        /// Put a date in place of a vague time.
        PinDate = "pin-date",
        /// Say why, and for whom.
        SayWhy = "say-why",
        /// Say for whom.
        SayForWhom = "say-for-whom",
        /// Say what changes for them then.
        SayWhatChanges = "say-what-changes",
    }
}

impl Hint {
    /// The criterion that it helps with.
    pub const fn criterion(self) -> Criterion {
        match self {
            Self::SayWhoDoesWhat
            | Self::NameDoer
            | Self::ReceiverDoes
            | Self::ConcreteAction
            | Self::ShapeProduct
            | Self::NameTopic => Criterion::Specific,
            Self::NameIndicator
            | Self::CountIt
            | Self::SayHowMany
            | Self::MakeObservable
            | Self::SetThreshold
            | Self::SayWhichProduct => Criterion::Measurable,
            Self::NameParty | Self::SayWithWhom | Self::AskSupport | Self::CheckNeeds => Criterion::Acceptable,
            Self::NameMeans | Self::SettleCondition | Self::BoundTrial | Self::FreeTime | Self::ExplainStep => {
                Criterion::Realistic
            }
            Self::SetDate | Self::SetEnd | Self::PinDate => Criterion::TimeBound,
            Self::SayWhy | Self::SayForWhom | Self::SayWhatChanges => Criterion::Inspiring,
        }
    }

    /// Its text, in the language of the texts.
    pub fn text(self, texts: &crate::content::Texts) -> &str {
        texts.at(&["goal-hints.", self.criterion().id(), ".", self.id()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Language, Texts};

    #[test]
    fn every_hint_has_a_text_and_every_text_a_hint() {
        for language in Language::ALL {
            let Ok(texts) = Texts::of(language) else { continue };
            let missing: alloc::vec::Vec<&str> =
                Hint::ALL.iter().filter(|hint| hint.text(&texts).is_empty()).map(|hint| hint.id()).collect();
            assert!(missing.is_empty(), "{language}: {missing:?}");
            let count = texts.iter().filter(|(key, _)| key.starts_with("goal-hints.")).count();
            assert_eq!(count, Hint::ALL.len(), "{language}");
        }
    }
}
