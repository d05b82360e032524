//! Partial dates as the data writes them: `2024`, `2024-05`, `2024-05-03`, `2024-Q2`, `2024-H1`, and
//! ranges of two of them with a slash. No clock is read here.

use std::{cmp::Reverse, fmt};

use serde::{Deserialize, Serialize};

/// The days that a partial date or a range of them covers, first and last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Day,
}

/// A day of the calendar.
#[allow(clippy::struct_field_names, reason = "the day of a day is its usual name")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Day {
    /// Year.
    pub year: u16,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

/// How new a span is: the greater, the newer.
pub type Recency = (Day, Reverse<Day>);

impl Day {
    /// The same day some years earlier.
    pub fn years_before(self, years: u16) -> Self {
        Self { year: self.year.saturating_sub(years), ..self }
    }

    /// The same day some months later; in a shorter month its last.
    pub fn months_after(self, months: u16) -> Self {
        let months = u32::from(self.month) - 1 + u32::from(months);
        let year = self.year.saturating_add(u16::try_from(months / 12).unwrap_or(u16::MAX));
        let month = u8::try_from(months % 12 + 1).unwrap_or(12);
        Self { year, month, day: self.day.min(days_in(year, month)) }
    }
}

/// In ISO form.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Span {
    /// Reads a date, or a range of two dates with a slash.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once('/') {
            None => Self::parse_date(text),
            Some((from, to)) => {
                let (from, to) = (Self::parse_date(from)?, Self::parse_date(to)?);
                (from.start <= to.end).then_some(Self { start: from.start, end: to.end })
            }
        }
    }

    /// Reads a single date; a range is none.
    pub fn parse_date(text: &str) -> Option<Self> {
        let mut parts = text.as_bytes().split(|byte| *byte == b'-');
        let year = digits(parts.next()?, 4).filter(|year| (1000..=2999).contains(year))?;
        let (from, to, day) = match (parts.next(), parts.next()) {
            (None, _) => (1, 12, None),
            (Some(b"Q1"), None) => (1, 3, None),
            (Some(b"Q2"), None) => (4, 6, None),
            (Some(b"Q3"), None) => (7, 9, None),
            (Some(b"Q4"), None) => (10, 12, None),
            (Some(b"H1"), None) => (1, 6, None),
            (Some(b"H2"), None) => (7, 12, None),
            (Some(month), day) => {
                let month = u8::try_from(digits(month, 2)?).ok()?;
                (month, month, day)
            }
        };
        let last = days_in(year, to);
        let (first, last) = match day {
            None => (1, last),
            Some(day) => {
                let day = u8::try_from(digits(day, 2)?).ok().filter(|day| (1..=last).contains(day))?;
                (day, day)
            }
        };
        let is_date = (1..=12).contains(&from) && parts.next().is_none();
        is_date.then_some(Self {
            start: Day { year, month: from, day: first },
            end: Day { year, month: to, day: last },
        })
    }

    /// Whether it covers one calendar year, no more and no less.
    pub fn is_full_year(self) -> bool {
        self.start.year == self.end.year
            && (self.start.month, self.start.day) == (1, 1)
            && (self.end.month, self.end.day) == (12, 31)
    }

    /// What orders spans by how new they are: what ends later is newer; of two that end together the
    /// longer one. But several years up to a year end some time in it, so what holds within that year
    /// alone is newer: a rule changed on 17 December 2024 is newer than one of 2019 to 2024.
    pub fn recency(self) -> Recency {
        let Self { start, end } = self;
        let years = start.year != end.year && (end.month, end.day) == (12, 31);
        let ends = if years { Day { year: end.year, month: 1, day: 1 } } else { end };
        (ends, Reverse(start))
    }
}

/// The number that so many digits write, at most four.
fn digits(text: &[u8], len: usize) -> Option<u16> {
    let is_number = text.len() == len && text.iter().all(u8::is_ascii_digit);
    is_number.then(|| text.iter().fold(0, |number, digit| 10 * number + u16::from(digit - b'0')))
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_covers_its_days() {
        for (date, days) in [
            ("2024", "2024-01-01..2024-12-31"),
            ("2024-02", "2024-02-01..2024-02-29"),
            ("2023-02", "2023-02-01..2023-02-28"),
            ("2024-Q2", "2024-04-01..2024-06-30"),
            ("2024-H2", "2024-07-01..2024-12-31"),
            ("2024-05-03", "2024-05-03..2024-05-03"),
            ("2021/2025", "2021-01-01..2025-12-31"),
            ("2021-01/2021-09", "2021-01-01..2021-09-30"),
            ("2024-05-03/2024-05-03", "2024-05-03..2024-05-03"),
        ] {
            let Span { start, end } = Span::parse(date).unwrap();
            assert_eq!(format!("{start}..{end}"), days, "{date}");
        }
    }

    #[test]
    fn months_later_it_is_the_same_day_or_the_last_of_a_shorter_month() {
        let day = |text| Span::parse(text).unwrap().end;
        for (from, months, to) in [
            ("2026-11-23", 0, "2026-11-23"),
            ("2026-11-23", 1, "2026-12-23"),
            ("2026-11-23", 14, "2028-01-23"),
            ("2027-01-31", 13, "2028-02-29"),
        ] {
            assert_eq!(day(from).months_after(months).to_string(), to);
        }
    }

    #[test]
    fn what_ends_later_is_newer_and_the_longer_wins_a_tie() {
        for oldest_first in [
            ["2022", "2023"],
            ["2023-Q4", "2023"],
            ["2022", "2023-H1"],
            ["2011/2014", "2010/2014"],
            ["2010/2014", "2011/2015"],
            ["2011/2014-05", "2011/2017"],
            ["2017-09/2020-11", "2017/2023-09"],
            // Several years say less of their last one than what holds in it.
            ["2021/2025", "2025"],
            ["2019/2024", "2024-12-17"],
            ["2019/2024", "2024-01"],
            ["2023-12-31", "2019/2024"],
        ] {
            let [older, newer] = oldest_first.map(|date| Span::parse(date).unwrap().recency());
            assert!(older < newer, "{oldest_first:?}");
        }
    }
}
