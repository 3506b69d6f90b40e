/// A school holiday, in the order of a school year.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::Holiday;
///
/// assert_eq!(Holiday::Carnival.id(), "carnival");
/// assert_eq!(Holiday::ALL.len(), 5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Holiday {
    /// The autumn holiday (*herfstvakantie*).
    Autumn,
    /// The Christmas holiday (*kerstvakantie*).
    Christmas,
    /// The carnival holiday (*krokusvakantie*).
    Carnival,
    /// The Easter holiday (*paasvakantie*).
    Easter,
    /// The summer holiday (*zomervakantie*).
    Summer,
}

impl Holiday {
    /// Every holiday, in order.
    pub const ALL: [Self; 5] = [Self::Autumn, Self::Christmas, Self::Carnival, Self::Easter, Self::Summer];

    /// The id; its name is the text `calendar.holiday.<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Autumn => "autumn",
            Self::Christmas => "christmas",
            Self::Carnival => "carnival",
            Self::Easter => "easter",
            Self::Summer => "summer",
        }
    }
}

/// A day without lessons outside the holidays, in the order of a school year.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, DayOff, SchoolYear};
///
/// let days = SchoolYear::new(2024)?.days_off();
/// assert!(days.contains(&(DayOff::Ascension, Date::constant(2025, 5, 29))));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DayOff {
    /// 11 November.
    Armistice,
    /// Easter Monday, when the holiday does not hold it.
    EasterMonday,
    /// 1 May.
    Labour,
    /// Ascension Day, a Thursday.
    Ascension,
    /// The Friday after it.
    AscensionFriday,
    /// Whit Monday.
    WhitMonday,
}

impl DayOff {
    /// Every one of them, in order.
    pub const ALL: [Self; 6] =
        [Self::Armistice, Self::EasterMonday, Self::Labour, Self::Ascension, Self::AscensionFriday, Self::WhitMonday];

    /// The id; its name is the text `calendar.day-off.<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Armistice => "armistice",
            Self::EasterMonday => "easter-monday",
            Self::Labour => "labour",
            Self::Ascension => "ascension",
            Self::AscensionFriday => "ascension-friday",
            Self::WhitMonday => "whit-monday",
        }
    }
}

/// Which trimester the Easter holiday belongs to. It is nobody's rule: of seven Flemish school calendars that we read,
/// six had it in the second and one in the third.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, SchoolYear, TrimesterConvention};
///
/// let year = SchoolYear::new(2022)?;
/// let [_, second, third] = year.trimesters(TrimesterConvention::default());
/// assert_eq!((second.end(), third.start()), (Date::constant(2023, 4, 16), Date::constant(2023, 4, 17)));
/// let [_, second, third] = year.trimesters(TrimesterConvention::EasterInThird);
/// assert_eq!((second.end(), third.start()), (Date::constant(2023, 4, 2), Date::constant(2023, 4, 3)));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TrimesterConvention {
    /// The second trimester ends with the Easter holiday, the default.
    #[default]
    EasterInSecond,
    /// The third trimester starts with it.
    EasterInThird,
}
