//! What a search looks up, folded at build time: every text by which a thing may be asked for, and the
//! words of these texts.
//!
//! A [`SearchKey`] is one text, joined (`guoyuanport`, `果园港`, `gyg`), and what it stands for. A lexicon
//! leads from a word, or from a pair of neighbouring Chinese characters, to the search keys that hold it,
//! so that words may stand in any order. It ranks nothing: that is `query::search`.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::format::figure_ranges;
use crate::{
    load::{Dataset, Located},
    model::{
        Day, Kind, Metric, Number, Record, Term, Value, closed_list, fold, fold_pinyin, is_han, reading,
        series::SOME_PART, split_words,
    },
};

/// Words of a query that are no names, and how they are read; the file says how it is written.
const QUERY_WORDS: &str = include_str!("../../data/query-words.txt");

/// Words that hold a phrase together and say nothing alone.
const STOP_WORDS: &[&str] =
    &["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "s", "the", "to", "with"];

/// What a text stands for, by its number in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Target {
    /// A record.
    Record(u32),
    /// A metric.
    Metric(u32),
    /// A gap.
    Gap(u32),
    /// A figure: what a dispute is about, or what has the value.
    Figure(u32),
    /// The figures in a unit, by the number of its term.
    Unit(u32),
    /// A term of the sets `place` or `part` (the territory, part or far end that a figure is of), by its number.
    Scope(u32),
    /// A kind of record.
    Kind(Kind),
    /// No thing: a word that says how the others are meant.
    Role(Role),
}

/// What a word of a query does that names nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// It asks, compares or is polite.
    Asking,
    /// It asks for a target.
    Goal,
    /// It asks for the first in an order.
    Superlative(Superlative),
    /// It multiplies the number before it by this power of ten.
    Scale(u8),
    /// It names a place or body that the data does not cover.
    Outside,
    /// It names a part of a year, by its first and last month.
    Months(u8, u8),
}

closed_list! {
    /// The order in which a superlative puts things, by its role among the words of queries.
    #[allow(missing_docs, reason = "named after what comes first")]
    Superlative {
        Most = "most",
        Least = "least",
        Dearest = "dearest",
        Cheapest = "cheapest",
        Newest = "newest",
        Oldest = "oldest",
    }
}

impl Superlative {
    /// Whether it orders by days and not by sizes.
    pub fn is_of_time(self) -> bool {
        matches!(self, Self::Newest | Self::Oldest)
    }

    /// The role of the lines of the words of queries that say what orders a kind.
    pub fn measure(self) -> &'static str {
        match self {
            Self::Most | Self::Least => "size",
            Self::Dearest | Self::Cheapest => "price",
            Self::Newest | Self::Oldest => "since",
        }
    }
}

/// What orders records that match alike.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct RecordRank {
    /// Whether it is over: closed, merged, expired.
    pub ended: bool,
    /// The first day that one of its figures is of; none where none is dated.
    pub since: Option<Day>,
}

/// What sort of text leads to a thing, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Field {
    /// Its id.
    Id,
    /// Its English name.
    Name,
    /// Its Chinese name.
    NameZh,
    /// The pinyin of a Chinese name or alias.
    Pinyin,
    /// A topic of a gap.
    Topic,
    /// Another name.
    Alias,
    /// A word of everyday speech; the number is its place among the meanings of the word.
    Word(u8),
    /// The label of a metric.
    Label,
    /// The initials of the pinyin.
    Initials,
    /// The value of a figure.
    Value,
    /// The unit of a figure.
    Unit,
    /// A category, a country or another word of the vocabulary.
    Category,
    /// A record that it is linked with.
    Links,
    /// The summary of a record.
    Summary,
}

impl Field {
    /// Whether it names a thing, and does not only lead to it.
    pub fn is_name(self) -> bool {
        matches!(self, Self::Id | Self::Name | Self::NameZh | Self::Pinyin | Self::Alias)
    }

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::NameZh => "name_zh",
            Self::Pinyin => "pinyin",
            Self::Word(_) => "word",
            Self::Label => "label",
            Self::Alias => "alias",
            Self::Topic => "topic",
            Self::Initials => "initials",
            Self::Value => "value",
            Self::Unit => "unit",
            Self::Links => "links",
            Self::Category => "category",
            Self::Summary => "summary",
        }
    }
}

/// A text and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SearchKey<'a> {
    /// The text, folded and joined.
    pub key: &'a [u8],
    /// What it stands for.
    pub target: Target,
    /// What sort of text it is.
    pub field: Field,
    /// How many words it has, stop words not counted.
    pub words: u32,
}

/// The search keys that hold a word, and the records whose summary does.
pub type Postings = (Vec<u32>, Vec<u32>);

/// Whether a metric is a share or a growth, and the records that have it.
pub type Measured = (bool, Vec<u32>);

/// The tables of a search.
pub struct Index {
    /// Sorted by key: the fields of [`SearchKey`].
    pub search_keys: Vec<(String, Target, Field, u32)>,
    /// Sorted by word.
    pub lexicon: Vec<(String, Postings)>,
    /// For each word of the lexicon its [`letter_mask`], in the four bytes of a little-endian number.
    pub letter_masks: Vec<u8>,
    /// For each record, what orders it among others.
    pub ranks: Vec<RecordRank>,
    /// For each metric.
    pub measured: Vec<Measured>,
}

/// Which letters a word has, a bit each (digits share the last six): words that are `n` edits apart
/// differ in at most `2n` bits, which is faster to see than the edits are to count. Of ASCII alone: a Chinese
/// character has three bytes.
pub fn letter_mask(word: &str) -> u32 {
    word.bytes().fold(0, |bits, b| {
        bits | 1
            << match b {
                b'a'..=b'z' => b - b'a',
                other => 26 + other % 6,
            }
    })
}

/// Whether a word only holds a phrase together.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(&word)
}

/// The words of a text, each once, without stop words: letters and digits together, Chinese characters in each pair of
/// neighbours.
fn words_of(text: &str) -> Vec<String> {
    let mut words = BTreeSet::new();
    for word in split_words(text) {
        let chars: Vec<char> = word.chars().collect();
        for passage in chars.chunk_by(|a, b| is_han(*a) == is_han(*b)) {
            let len = if is_han(passage[0]) { passage.len().min(2) } else { passage.len() };
            words.extend(passage.windows(len).map(|word| word.iter().collect::<String>()));
        }
    }
    words.retain(|word| !is_stop_word(word));
    words.into_iter().collect()
}

/// The lines of the words of queries: role, its argument, and the text behind the colon.
pub fn query_words() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let lines = QUERY_WORDS.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(": ")).map(|(role, words)| {
        let (role, argument) = role.split_once(' ').unwrap_or((role, ""));
        (role, argument, words)
    })
}

/// The words of the line of a role that has one.
fn words_for(wanted: &str) -> impl Iterator<Item = &'static str> {
    query_words().find(|(role, ..)| *role == wanted).map_or("", |(.., words)| words).split(", ")
}

/// Whether a text speaks of a share or a growth.
pub fn is_relative(text: &str) -> bool {
    words_for("relative").any(|word| text.contains(word))
}

/// Whether a word joins two things that are asked for.
pub fn is_and(word: &str) -> bool {
    words_for("and").any(|and| word == and)
}

/// The place of a part among those that stand for all of their subject where nothing broader is held.
pub fn place_for_whole(part: &str) -> Option<usize> {
    words_for("whole").position(|whole| whole == part)
}

/// The key of a number: figures are found by their values.
pub fn number_key(number: &str) -> String {
    ["#", number].concat()
}

/// Makes the index.
pub fn index(input: &Dataset) -> Index {
    let mut writer = Writer::default();
    for (n, record) in input.records.iter().enumerate() {
        writer.record(Target::Record(number(n)), record, &input.terms);
    }
    let names: Vec<Vec<String>> =
        writer.texts.values().filter(|(field, _)| field.is_name()).map(|(_, units)| units.clone()).collect();
    for (n, metric) in input.metrics.iter().enumerate() {
        let target = Target::Metric(number(n));
        writer.text(&metric.id, target, Field::Id);
        writer.chinese(&metric.label, target, Field::Label);
        writer.chinese(&metric.label_zh, target, Field::Label);
        // Without what stands in brackets.
        if let Some((before, (_, after))) =
            metric.label_zh.split_once('（').and_then(|(before, rest)| Some((before, rest.split_once('）')?)))
        {
            writer.chinese(&[before, after].concat(), target, Field::Label);
        }
    }
    for synonym in &input.synonyms {
        for (rank, meaning) in synonym.means.iter().enumerate() {
            for word in &synonym.words {
                if let Some(target) = target(input, meaning) {
                    writer.chinese(word, target, Field::Word(u8::try_from(rank).unwrap_or(u8::MAX)));
                }
            }
        }
    }
    for (n, gap) in input.gaps.iter().enumerate() {
        for topic in gap.topics.iter().chain(&gap.topics_zh) {
            // What also names a record is asked for as the record.
            let units = words_of(topic);
            let is_name = names.iter().any(|name| units.iter().all(|unit| name.contains(unit)));
            let field = if is_name { Field::Category } else { Field::Topic };
            writer.chinese(topic, Target::Gap(number(n)), field);
        }
    }
    for (n, term) in input.terms.iter().enumerate() {
        let (target, field) = match &*term.set {
            "unit" if term.id != "count" => (Target::Unit(number(n)), Field::Unit),
            "place" | "part" if term.id != SOME_PART => (Target::Scope(number(n)), Field::Category),
            _ => continue,
        };
        for text in [&term.id, &term.label, &term.label_zh] {
            writer.text(text, target, field);
        }
    }
    for (n, figure) in input.figures.iter().enumerate() {
        let numbers: &[Number] = match &figure.value {
            Value::Number(number) => &[*number],
            Value::Range(low, high) => &[*low, *high],
            _ => &[],
        };
        for value in numbers {
            writer.keep(number_key(&value.to_string()), Target::Figure(number(n)), Field::Value, Vec::new());
        }
    }
    writer.query_words(input);
    let mut lexicon: BTreeMap<String, Postings> = BTreeMap::new();
    let mut search_keys = Vec::new();
    for (n, ((key, target), (field, units))) in writer.texts.into_iter().enumerate() {
        search_keys.push((key, target, field, number(units.len())));
        for unit in units {
            lexicon.entry(unit).or_default().0.push(number(n));
        }
    }
    let is_over = |record: &Record| words_for("ended").any(|over| record.status.as_deref() == Some(over));
    let mut measured: HashMap<&str, BTreeSet<u32>> = HashMap::new();
    let mut ranks = Vec::new();
    for ((n, record), range) in (0..).zip(&input.records).zip(figure_ranges(input)) {
        let own = &input.figures[range];
        let mut words = BTreeSet::from_iter(words_of(&[&*record.summary, &record.summary_zh].join(" ")));
        // What a policy names in what it says, such as countries: words with a capital, and all Chinese ones.
        let contents = own.iter().filter(|figure| record.kind == Kind::Policy && figure.metric == "content");
        for value in contents.flat_map(|figure| [Some(&figure.value), figure.value_zh.as_ref()]).flatten() {
            if let Value::Text(text) = value {
                let is_name = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || is_han(c));
                words.extend(text.split(|c: char| !c.is_alphanumeric()).filter(is_name).flat_map(words_of));
            }
        }
        for word in words {
            lexicon.entry(word).or_default().1.push(n);
        }
        for figure in own {
            measured.entry(&figure.metric).or_default().insert(n);
        }
        let since = own.iter().filter_map(|figure| figure.span()).map(|span| span.start).min();
        ranks.push(RecordRank { ended: is_over(record), since });
    }
    let of_metric = |metric: &Located<Metric>| {
        let records = measured.remove(&*metric.id).unwrap_or_default().into_iter().collect();
        (is_relative(&metric.label.to_lowercase()) || is_relative(&metric.label_zh), records)
    };
    Index {
        search_keys,
        letter_masks: lexicon.keys().flat_map(|word| letter_mask(word).to_le_bytes()).collect(),
        lexicon: lexicon.into_iter().collect(),
        ranks,
        measured: input.metrics.iter().map(of_metric).collect(),
    }
}

/// The thing that a meaning such as `record:guoyuan` names.
fn target(input: &Dataset, meaning: &str) -> Option<Target> {
    let (kind, id) = meaning.split_once(':')?;
    match kind {
        "record" => place(input.records.iter().map(|record| &*record.id), id).map(Target::Record),
        "metric" => place(input.metrics.iter().map(|metric| &*metric.id), id).map(Target::Metric),
        "gap" => place(input.gaps.iter().map(|gap| &*gap.id), id).map(Target::Gap),
        _ => {
            let dispute = input.disputes.iter().find(|dispute| dispute.id == id)?;
            let figure = dispute.figures.first()?;
            place(input.figures.iter().map(|figure| &*figure.id), figure).map(Target::Figure)
        }
    }
}

fn place<'i>(mut ids: impl Iterator<Item = &'i str>, id: &str) -> Option<u32> {
    ids.position(|other| other == id).map(number)
}

/// A number of a table in the form in which the index keeps it; tables are far below 32 bits.
pub fn number(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Collects texts; of a text that leads to a thing in several ways, the most telling is kept.
#[derive(Default)]
struct Writer {
    texts: BTreeMap<(String, Target), (Field, Vec<String>)>,
}

impl Writer {
    fn record(&mut self, target: Target, record: &Record, terms: &[Located<Term>]) {
        self.text(&record.id, target, Field::Id);
        self.text(&record.name, target, Field::Name);
        if let Some(name) = &record.name_zh {
            self.chinese(name, target, Field::NameZh);
        }
        if let Some(pinyin) = &record.pinyin {
            self.pinyin(pinyin, target, Field::Pinyin);
        }
        for alias in &record.aliases {
            self.chinese(alias, target, Field::Alias);
        }
        if let Some(term) = terms.iter().find(|term| term.set == "category" && term.id == record.category) {
            self.text(&term.label, target, Field::Category);
            self.text(&term.label_zh, target, Field::Category);
        }
        let of_record = |role: &str| role == "country" || role == "firm" && record.kind == Kind::Enterprise;
        for (_, country, words) in query_words().filter(|(role, ..)| of_record(role)) {
            if record.country.iter().any(|home| **home == *country) {
                for word in words.split(", ") {
                    self.text(word, target, Field::Category);
                }
            }
        }
    }

    /// The words of queries, but for what only orders or describes records.
    fn query_words(&mut self, input: &Dataset) {
        let term = |set: &str, id: &str| {
            input.terms.iter().position(|term| *term.set == *set && *term.id == *id).map(number)
        };
        for (role, argument, words) in query_words() {
            let months =
                |(first, last): (&str, &str)| Some(Role::Months(first.parse().ok()?, last.parse().ok()?));
            let target = match role {
                "kind" => Kind::from_name(argument).map(Target::Kind),
                "scope" | "part" => term(role, argument).map(Target::Scope),
                "unit" => term("unit", argument).map(Target::Unit),
                "asking" => Some(Target::Role(Role::Asking)),
                "goal" => Some(Target::Role(Role::Goal)),
                "outside" => Some(Target::Role(Role::Outside)),
                "months" => argument.split_once('-').and_then(months).map(Target::Role),
                "scale" => argument.parse().ok().map(|power| Target::Role(Role::Scale(power))),
                _ => Superlative::from_name(role).map(|order| Target::Role(Role::Superlative(order))),
            };
            let Some(target) = target else { continue };
            let field = if role == "unit" { Field::Unit } else { Field::Category };
            for word in words.split(", ") {
                // Places outside are mended, too; the others only steer.
                let steers = matches!(target, Target::Role(role) if role != Role::Outside);
                let units = if steers { Vec::new() } else { words_of(word) };
                self.keep(fold(word), target, field, units);
            }
        }
    }

    /// A text that may be Chinese, with its pinyin where every character has a reading.
    fn chinese(&mut self, text: &str, target: Target, field: Field) {
        self.text(text, target, field);
        if text.is_ascii() {
            return;
        }
        if let Some(pinyin) = reading(text) {
            // Everyday words are no names in pinyin either.
            let field = if matches!(field, Field::Word(_)) { field } else { Field::Pinyin };
            self.pinyin(&pinyin, target, field);
        }
    }

    fn pinyin(&mut self, pinyin: &str, target: Target, field: Field) {
        let (joined, initials) = fold_pinyin(pinyin);
        if initials.len() >= 2 && matches!(target, Target::Record(_)) {
            self.keep(initials, target, Field::Initials, Vec::new());
        }
        self.keep(joined.clone(), target, field, vec![joined]);
    }

    fn text(&mut self, text: &str, target: Target, field: Field) {
        self.keep(fold(text), target, field, words_of(text));
    }

    fn keep(&mut self, key: String, target: Target, field: Field, units: Vec<String>) {
        if key.is_empty() {
            return;
        }
        let kept = self.texts.entry((key, target)).or_insert_with(|| (field, units.clone()));
        if field < kept.0 {
            *kept = (field, units);
        }
    }
}
