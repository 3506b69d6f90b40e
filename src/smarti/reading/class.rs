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

// The classes that are asked for most, and those asked for together, have low bits: in a wasm a mask is as long as its
// highest bit, and there are hundreds of them.
classes! {
    SUBJECT = 11 "subject" Exact,
    PARTY = 4 "party" Word,
    UNNAMED = 57 "unnamed-party" Word,
    BENEFICIARY = 7 "beneficiary" Exact,
    VAGUE = 9 "vague-verb" Verb,
    CONCRETE = 8 "concrete-verb" Verb,
    MAKE = 6 "make-verb" Verb,
    RECEIVE = 3 "receive-verb" Verb,
    TOWARD = 34 "toward-verb" Verb,
    AUXILIARY = 1 "auxiliary" Exact,
    PRODUCT = 5 "product" Word,
    ABSTRACT = 22 "abstract-product" Word,
    GENERIC = 25 "generic" Word,
    BENEFIT = 39 "benefit" Word,
    QUANTIFIER = 13 "quantifier" Word,
    VAGUE_QUANTITY = 38 "vague-quantity" Word,
    DIRECTION = 26 "direction" Verb,
    COUNTABLE = 21 "countable" Word,
    FREQUENCY = 61 "frequency" Word,
    TIMES = 52 "times" Word,
    NUMBER = 12 "number" Exact,
    MEASURING = 60 "measuring" Verb,
    NEGATION = 15 "negation" Exact,
    CONDITION = 50 "condition" Exact,
    MEANS_UNIT = 24 "means-unit" Word,
    WITH_WHOM = 53 "with-whom" Word,
    SUPPORT = 37 "support" Word,
    HALF_SUPPORT = 51 "half-support" Verb,
    AGREEMENT = 23 "agreement" Word,
    TOGETHER = 45 "together" Word,
    MEANS = 19 "means" Word,
    AVAILABLE = 33 "available" Verb,
    EXISTING = 56 "existing" Verb,
    PILOT = 36 "pilot" Verb,
    HALF_REAL = 40 "half-real" Verb,
    PURPOSE = 29 "purpose" Word,
    IN_ORDER = 31 "in-order" Exact,
    CONTINUES = 54 "continues" Verb,
    COMPLIANCE = 47 "compliance" Word,
    BARE_RESULT = 43 "bare-result" Word,
    BARE_GAIN = 49 "bare-gain" Word,
    PREPOSITION = 0 "preposition" Exact,
    RELATIVE = 30 "relative" Exact,
    DETERMINER = 2 "determiner" Exact,
    STOP = 10 "stop" Word,
    NUMBERED = 58 "numbered" Word,
    GRADE = 55 "grade" Word,
    TIME_UNIT = 16 "time-unit" Word,
    RAISE = 20 "raise-verb" Verb,
    TRIAL = 62 "trial" Verb,
    BY_WHOM = 27 "by-whom" Exact,
    OF = 14 "of" Exact,
    WITH = 32 "with" Exact,
    AND = 17 "and" Exact,
    INFINITIVE = 28 "infinitive" Exact,
    BASELINE = 46 "baseline" Exact,
    CHOICE = 42 "choice" Verb,
    EFFORT = 63 "effort" Verb,
    AT_HAND = 44 "at-hand" Exact,
    TOPIC_VERB = 48 "topic-verb" Verb,
    HEDGE = 35 "hedge" Verb,
    ROUTE = 41 "route" Exact,
    SELF = 59 "self" Exact,
    ONE = 18 "one" Exact,
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
