/// Something the product says that a reader may want to check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Claim {
    /// That a change needs these elements.
    Model,
    /// That a gap in an element may be seen by a signal.
    Signals,
    /// That resistance may carry information rather than be a fault of people.
    Resistance,
    /// That consensus can be a sixth element.
    Consensus,
    /// That half of the answers are enough for a score.
    Scoring,
}

/// Where a claim comes from, and what that source says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Author or site, title and year, as far as they are known.
    pub title: &'static str,
    /// Where it can be read.
    pub url: &'static str,
}

impl Claim {
    /// Every claim, in the order in which a report lists them.
    pub const ALL: [Self; 5] = [Self::Model, Self::Signals, Self::Resistance, Self::Consensus, Self::Scoring];

    /// Those of a report on the five elements.
    pub(super) const OF_FIVE: [Self; 4] = [Self::Model, Self::Signals, Self::Resistance, Self::Scoring];

    /// The identifier used in data and as the key of its text.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Model => "model",
            Self::Signals => "signals",
            Self::Resistance => "resistance",
            Self::Consensus => "consensus",
            Self::Scoring => "scoring",
        }
    }

    /// The sources of this claim. They are secondary: the first publications could not be read at first hand.
    pub const fn sources(self) -> &'static [Source] {
        match self {
            Self::Model => &[
                Source {
                    title: "Prodia: Implementeren, hoe doe je dat?",
                    url: "https://prodiagnostiek.be/aan-de-slag/goede-praktijken/implementeren-hoe-doe-je-dat",
                },
                Source {
                    title: "Vlaamse Scholierenkoepel: Model van Knoster-Lippitt",
                    url: "https://www.scholierenkoepel.be/kennisbank/model-van-knoster-lippitt",
                },
                Source {
                    title: "S. Caredda: The Lippitt-Knoster Model for Managing Complex Change",
                    url: "https://sergiocaredda.eu/organisation/tools/models-the-lippitt-knoster-model-for-managing-complex-change/",
                },
            ],
            Self::Signals => &[
                Source {
                    title: "Managementmodellensite: Model Knoster",
                    url: "https://managementmodellensite.nl/model-knoster/",
                },
                Source {
                    title: "Intense Minimalism: A framework for thinking about systems change (2015)",
                    url: "https://intenseminimalism.com/2015/a-framework-for-thinking-about-systems-change/",
                },
            ],
            Self::Resistance => &[Source {
                title: "Ford, Ford & D'Amelio: Resistance to change, the rest of the story (2008)",
                url: "https://quizgecko.com/uploads/10-ford-et-al-2008-KI9AK5",
            }],
            Self::Consensus => &[Source {
                title: "Managementmodellensite: Model Knoster",
                url: "https://managementmodellensite.nl/model-knoster/",
            }],
            Self::Scoring => &[Source {
                title: "Fayers et al.: EORTC QLQ-C30 Scoring Manual, 3rd edition (2001)",
                url: "https://docslib.org/doc/348894/eortc-qlq-c30-scoring-manual",
            }],
        }
    }
}
