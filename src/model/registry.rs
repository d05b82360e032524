//! The registries beside the records: metrics, sources, vocabulary, disputes, gaps, and the words of
//! everyday speech. The order of the fields is the order of the keys in JSON.

use serde::{Deserialize, Serialize};

use super::{Day, Figure, Kind, PerKind, Span, Status, Text, closed_list};

/// What is measured.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Metric<'a> {
    /// Kebab-case id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Label in English.
    pub label: Text<'a>,
    /// Label in Chinese.
    pub label_zh: Text<'a>,
    /// Heading under which its figures are shown (vocabulary set `theme`).
    pub theme: Text<'a>,
    /// What form its values have.
    #[serde(rename = "type")]
    pub form: MetricType,
    /// Canonical unit (vocabulary set `unit`).
    pub unit: Option<Text<'a>>,
    /// Whether several values stand side by side without contradicting each other.
    #[serde(default)]
    pub repeats: bool,
    /// Whether its figures name two ends: their subject and `to`.
    #[serde(default)]
    pub ends: bool,
    /// Whether the smaller value is the better outcome of a target.
    #[serde(default)]
    pub less_is_better: bool,
    /// The row of the cost sheet that it stands in (vocabulary set `item`).
    pub item: Option<Text<'a>>,
    /// What it means, in English.
    pub definition: Text<'a>,
    /// What it means, in Chinese.
    pub definition_zh: Text<'a>,
    /// Kinds of record that it is used on.
    pub kinds: Vec<Kind>,
    /// Where it stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
}

closed_list! {
    /// The form of a metric's values.
    MetricType {
        /// A number with a unit.
        Quantity = "quantity",
        /// A place in a ranking.
        Rank = "rank",
        /// A date.
        Date = "date",
        /// A text.
        Text = "text",
        /// A list of texts.
        List = "list",
    }
}

/// Where a figure was read.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source<'a> {
    /// Kebab-case id: publisher, date, topic.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Title, in the language of the source.
    pub title: Text<'a>,
    /// Who published it, in English.
    pub publisher: Text<'a>,
    /// Who published it, in Chinese; none where that is not certain.
    pub publisher_zh: Option<Text<'a>>,
    /// Address; none where it is not known or not to be trusted.
    pub url: Option<Text<'a>>,
    /// Date of publication.
    pub published: Option<Text<'a>>,
    /// Date on which it was read.
    pub accessed: Text<'a>,
    /// Language (ISO 639-1).
    pub lang: Text<'a>,
    /// What sort of publisher it is.
    pub kind: SourceKind,
    /// How much weight it bears.
    pub strength: Strength,
    /// What a reader should know of it, in English.
    pub note: Option<Text<'a>>,
    /// What a reader should know of it, in Chinese.
    pub note_zh: Option<Text<'a>>,
    /// Where it stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
}

closed_list! {
    /// What sort of publisher a source has.
    SourceKind {
        /// A state organ.
        Official = "official",
        /// State media.
        StateMedia = "state-media",
        /// Other media.
        Media = "media",
        /// A company.
        Company = "company",
        /// Encyclopedias, digests, directories.
        Reference = "reference",
    }
}

closed_list! {
    /// How much weight a source bears.
    Strength {
        /// The body or company itself, or the text of a state organ.
        Primary = "primary",
        /// Named news outlets and agencies.
        Secondary = "secondary",
        /// Mirrors on unrelated hosts, self-media, copies, no address.
        Weak = "weak",
    }
}

/// A word of a closed list, with its label in both languages.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term<'a> {
    /// The list that it belongs to: `category`, `scope`, `unit` ...
    #[serde(borrow)]
    pub set: Text<'a>,
    /// Kebab-case id within the set.
    pub id: Text<'a>,
    /// Label in English.
    pub label: Text<'a>,
    /// Label in Chinese.
    pub label_zh: Text<'a>,
    /// What it means, in English.
    pub meaning: Text<'a>,
    /// What it means, in Chinese.
    pub meaning_zh: Text<'a>,
    /// In the set `need`: what shows that a park meets it, each `what:category`.
    #[serde(default)]
    pub shown_by: Vec<Text<'a>>,
    /// Where it stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
}

impl Term<'_> {
    /// Whether it is a need that may name a country: `cooperation:japan`.
    pub fn takes_country(&self) -> bool {
        self.shown_by.iter().any(|way| way.starts_with("country:"))
    }
}

/// A place where sources disagree, judged by reading.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dispute<'a> {
    /// Kebab-case id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// What is disputed, in English.
    pub text: Text<'a>,
    /// What is disputed, in Chinese.
    pub text_zh: Text<'a>,
    /// What a reader should make of it, in English.
    pub note: Text<'a>,
    /// What a reader should make of it, in Chinese.
    pub note_zh: Text<'a>,
    /// Ids of the figures concerned.
    pub figures: Vec<Text<'a>>,
    /// Where it stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
}

/// What an investor would ask and no source answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Gap<'a> {
    /// Kebab-case id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// What is not known, in English.
    pub text: Text<'a>,
    /// What is not known, in Chinese.
    pub text_zh: Text<'a>,
    /// Words to search it by, in English.
    pub topics: Vec<Text<'a>>,
    /// Words to search it by, in Chinese.
    pub topics_zh: Vec<Text<'a>>,
    /// Ids of the records concerned.
    pub records: Vec<Text<'a>>,
    /// Under which themes of figures it is told (vocabulary set `theme`).
    #[serde(default)]
    pub themes: Vec<Text<'a>>,
    /// Where it stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
}

/// Words of trade and everyday speech, and what they mean here.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Synonym<'a> {
    /// What people type.
    #[serde(borrow)]
    pub words: Vec<Text<'a>>,
    /// What they mean, best first: `record:ID`, `metric:ID`, `gap:ID` or `dispute:ID`.
    pub means: Vec<Text<'a>>,
    /// Where it stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
}

/// What the data set says of itself, and which of its figures and words stand out.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About<'a> {
    /// Version: the date of the data, `2026.11.23`.
    #[serde(borrow)]
    pub version: Text<'a>,
    /// Id of the record that it is all about: what is meant where none is named.
    pub area: Text<'a>,
    /// The figures that say who governs, since when and from where.
    pub governance: Vec<Highlight<'a>>,
    /// The figures that say where to ask.
    pub contact: Vec<Highlight<'a>>,
    /// Ids of the figures that give the size of each scope of the area.
    pub scopes: Vec<Text<'a>>,
    /// The headline figures, in order.
    pub headlines: Vec<Highlight<'a>>,
    /// Gaps that the overview names: what an investor asks first and no source answers.
    pub gaps: Vec<Highlight<'a>>,
    /// Command lines that the overview proposes.
    #[serde(rename = "try")]
    pub examples: Vec<Text<'a>>,
    /// The same in Chinese.
    #[serde(rename = "try_zh", default)]
    pub examples_zh: Vec<Text<'a>>,
    /// The scope of the whole area.
    pub whole_scope: Text<'a>,
    /// The scope of what is presumably the whole area: the source does not say.
    pub presumed_scope: Text<'a>,
    /// Scopes of districts that went into the area: no list shows and no page leads with a figure of one.
    pub part_scopes: Vec<Text<'a>>,
    /// The metric of how large a place is.
    pub size: Text<'a>,
    /// Metrics that a page leads with, by kind, in order.
    pub key_metrics: PerKind<Vec<Text<'a>>>,
    /// Metrics of the one figure that a list shows of a record, by kind: of the first that it has.
    pub list_metrics: PerKind<Vec<Text<'a>>>,
    /// What a comparison has a row for even where nothing is held of it, by kind.
    #[serde(default)]
    pub compared: PerKind<Vec<Asked<'a>>>,
    /// What a shortlist reads of a park.
    #[serde(default)]
    pub shortlist: ShortlistMetrics<'a>,
    /// The classes of industries that have options of their own.
    pub classes: Classes<'a>,
}

impl About<'_> {
    /// Whether a figure is of the whole of the area that the data is about, as its source says.
    #[must_use]
    pub fn is_of_whole(&self, figure: &Figure) -> bool {
        figure.subject == self.area && figure.scope.as_ref() == Some(&self.whole_scope)
    }

    /// Whether a figure is of one of the districts that went into the area: it leads nothing, being a part.
    pub fn is_of_part(&self, figure: &Figure) -> bool {
        figure.scope.as_ref().is_some_and(|scope| self.part_scopes.contains(scope))
    }
}

/// The metrics that a shortlist reads of a park, besides that of its size.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ShortlistMetrics<'a> {
    /// The industries that it says it is for.
    #[serde(borrow)]
    pub focus: Vec<Text<'a>>,
    /// Its companies.
    pub companies: Vec<Text<'a>>,
    /// How far it is from somewhere.
    pub distance: Vec<Text<'a>>,
}

/// What an investor asks of every record of a kind.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked<'a> {
    /// Id of the metric.
    #[serde(borrow)]
    pub metric: Text<'a>,
    /// Of a distance or a transit time, the other end: a record.
    pub to: Option<Text<'a>>,
}

/// A figure that the overview shows, or a gap that it names, with a short label of its own.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Highlight<'a> {
    /// Its id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Label in English.
    pub label: Text<'a>,
    /// Label in Chinese.
    pub label_zh: Text<'a>,
}

/// The classes of industries that `--pillar`, `--emerging` and `--service` ask for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classes<'a> {
    /// The scheme that these classes are of (vocabulary set `scheme`).
    #[serde(borrow)]
    pub scheme: Text<'a>,
    /// The scheme that came after it.
    pub later: Text<'a>,
    /// Class of the pillars (vocabulary set `tier`).
    pub pillar: Text<'a>,
    /// Class of the emerging industries.
    pub emerging: Text<'a>,
    /// Class of the services.
    pub service: Text<'a>,
}

impl About<'_> {
    /// The data's own date, `2026-11-23`: "now" for everything that asks how old a figure is.
    pub fn date(&self) -> String {
        self.version.replace('.', "-")
    }
}

/// How many figures fall into each age, against the date of the data.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Ages {
    /// Up to two years.
    pub up_to_two_years: usize,
    /// Above two and up to five years.
    pub up_to_five_years: usize,
    /// Above five years.
    pub older: usize,
    /// About a time that is still ahead: targets, forecasts, what is to come.
    pub ahead: usize,
    /// Without a date.
    pub undated: usize,
}

impl Ages {
    /// Counts one figure by the days that it holds for. What is so already is not ahead, however long it holds.
    pub fn count(&mut self, figure: &Figure, today: Day) {
        let is_ahead =
            |span: Span| span.end > today && (span.start > today || figure.status != Status::Actual);
        let bucket = match figure.span() {
            None => &mut self.undated,
            Some(span) if is_ahead(span) => &mut self.ahead,
            Some(span) if span.end >= today.years_before(2) => &mut self.up_to_two_years,
            Some(span) if span.end >= today.years_before(5) => &mut self.up_to_five_years,
            Some(_) => &mut self.older,
        };
        *bucket += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_counted_in_whole_years_to_the_day() {
        let mut ages = Ages::default();
        let today = Span::parse("2026-06-30").unwrap().end;
        for written in [
            "undated 1",
            "2026-07-01 1",
            "2026-06-30 1",
            "2024-06-30 1",
            "2024-06-29 1",
            "2021-06-30 1",
            "2021-06-29 1",
            "2021/2030 1",
            "2026/2030 1 status=target",
        ] {
            ages.count(&Figure::written(written), today);
        }
        let Ages { up_to_two_years, up_to_five_years, older, ahead, undated } = ages;
        assert_eq!((ahead, up_to_two_years, up_to_five_years, older, undated), (2, 3, 2, 1, 1));
    }
}
