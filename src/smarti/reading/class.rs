//! The classes of words that a lexicon has, each a bit, and the section of the data file that fills it.

/// A set of classes.
pub(super) type Classes = u64;

/// How the words of a section are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// As they are, apart from plurals and the like.
    Word,
    /// As verbs, in all their forms.
    Verb,
    /// As they are written: words that bind others.
    Exact,
}

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal $section:literal $form:ident,)+) => {
        $($(#[$doc])* pub(super) const $name: Classes = 1 << $bit;)+

        /// The sections by name.
        pub(super) const SECTIONS: &[(&str, u8, Form)] = &[$(($section, $bit, Form::$form),)+];

        const VERBS: Classes = 0 $(| if matches!(Form::$form, Form::Verb) { 1 << $bit } else { 0 })+;
        const EXACT: Classes = 0 $(| if matches!(Form::$form, Form::Exact) { 1 << $bit } else { 0 })+;
    };
}

classes! {
    SUBJECT = 0 "subject" Exact,
    PARTY = 1 "party" Word,
    UNNAMED = 2 "unnamed-party" Word,
    BENEFICIARY = 3 "beneficiary" Exact,
    VAGUE = 4 "vague-verb" Verb,
    CONCRETE = 5 "concrete-verb" Verb,
    MAKE = 6 "make-verb" Verb,
    RECEIVE = 7 "receive-verb" Verb,
    TOWARD = 8 "toward-verb" Verb,
    AUXILIARY = 9 "auxiliary" Exact,
    PRODUCT = 10 "product" Word,
    ABSTRACT = 11 "abstract-product" Word,
    GENERIC = 12 "generic" Word,
    BENEFIT = 13 "benefit" Word,
    QUANTIFIER = 14 "quantifier" Word,
    VAGUE_QUANTITY = 15 "vague-quantity" Word,
    DIRECTION = 16 "direction" Verb,
    COUNTABLE = 17 "countable" Word,
    FREQUENCY = 18 "frequency" Word,
    TIMES = 19 "times" Word,
    NUMBER = 20 "number" Exact,
    MEASURING = 21 "measuring" Verb,
    NEGATION = 22 "negation" Exact,
    CONDITION = 23 "condition" Exact,
    MEANS_UNIT = 24 "means-unit" Word,
    WITH_WHOM = 55 "with-whom" Word,
    SUPPORT = 26 "support" Word,
    HALF_SUPPORT = 27 "half-support" Verb,
    AGREEMENT = 28 "agreement" Word,
    TOGETHER = 29 "together" Word,
    MEANS = 30 "means" Word,
    AVAILABLE = 31 "available" Verb,
    EXISTING = 32 "existing" Verb,
    PILOT = 33 "pilot" Verb,
    HALF_REAL = 34 "half-real" Verb,
    PURPOSE = 35 "purpose" Word,
    IN_ORDER = 36 "in-order" Exact,
    CONTINUES = 37 "continues" Verb,
    COMPLIANCE = 38 "compliance" Word,
    BARE_RESULT = 39 "bare-result" Word,
    BARE_GAIN = 40 "bare-gain" Word,
    PREPOSITION = 41 "preposition" Exact,
    RELATIVE = 42 "relative" Exact,
    DETERMINER = 43 "determiner" Exact,
    STOP = 44 "stop" Word,
    NUMBERED = 45 "numbered" Word,
    GRADE = 46 "grade" Word,
    TIME_UNIT = 47 "time-unit" Word,
    RAISE = 48 "raise-verb" Verb,
    TRIAL = 49 "trial" Verb,
    BY_WHOM = 50 "by-whom" Exact,
    OF = 51 "of" Exact,
    WITH = 52 "with" Exact,
    AND = 53 "and" Exact,
    INFINITIVE = 54 "infinitive" Exact,
    BASELINE = 56 "baseline" Exact,
    CHOICE = 57 "choice" Verb,
    EFFORT = 58 "effort" Verb,
    AT_HAND = 59 "at-hand" Exact,
    TOPIC_VERB = 60 "topic-verb" Verb,
    HEDGE = 61 "hedge" Verb,
    ROUTE = 62 "route" Exact,
    SELF = 25 "self" Exact,
    ONE = 63 "one" Exact,
}

/// How the words of a class are compared.
pub(super) fn form_of(class: u8) -> Form {
    let is = |classes: Classes| classes.checked_shr(class.into()).unwrap_or_default() & 1 == 1;
    if is(VERBS) {
        Form::Verb
    } else if is(EXACT) {
        Form::Exact
    } else {
        Form::Word
    }
}

/// Every class of verbs that say what someone does.
pub(super) const VERB: Classes = VAGUE | CONCRETE | MAKE | RECEIVE;
/// Words that are no names of things: they bind others together.
pub(super) const FUNCTION: Classes =
    PREPOSITION | DETERMINER | STOP | AUXILIARY | RELATIVE | PURPOSE | IN_ORDER | NEGATION;
/// What a word that binds others may be besides.
pub(super) const BINDING: Classes = FUNCTION
    | OF
    | WITH
    | BY_WHOM
    | BASELINE
    | ROUTE
    | CONDITION
    | INFINITIVE
    | AND
    | BENEFICIARY
    | COMPLIANCE
    | CONTINUES
    | ONE
    | QUANTIFIER
    | TIMES
    | AVAILABLE;
