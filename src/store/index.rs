//! What a search looks up, folded at build time: every text by which a thing may be asked for, and the
//! words of these texts.
//!
//! A [`SearchKey`] is one text, joined (`guoyuanport`, `果园港`, `gyg`), and what it stands for. A lexicon
//! leads from a word, or from a pair of neighbouring Chinese characters, to the search keys that hold it,
//! so that words may stand in any order. It ranks nothing: that is `query::search`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::{Dispute, Figure, Gap, Metric, Record, Synonym, Term, fold, fold_pinyin, split_words};

/// Readings that the names and their pinyin do not give: a text and its pinyin a line.
const READINGS: &str = include_str!("../../data/pinyin.txt");

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
    /// A figure: what a dispute is about.
    Figure(u32),
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
    /// Another name.
    Alias,
    /// A word of everyday speech; the number is its place among the meanings of the word.
    Word(u8),
    /// The label of a metric.
    Label,
    /// A topic of a gap.
    Topic,
    /// The initials of the pinyin.
    Initials,
    /// A category, unit or other word of the vocabulary.
    Category,
    /// The summary of a record.
    Summary,
    /// The sentence that says a figure.
    Statement,
}

impl Field {
    /// Its name in JSON.
    #[must_use]
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
            Self::Category => "category",
            Self::Summary => "summary",
            Self::Statement => "statement",
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
    /// How many words it has, glue apart.
    pub words: u32,
}

/// A token of the lexicon.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LexiconWord<'a> {
    /// The word, folded.
    pub word: &'a [u8],
    /// Its [`letter_mask`].
    pub letter_mask: u32,
}

/// The tables of a search.
pub struct Index {
    /// Sorted by key.
    pub search_keys: Vec<(String, Target, Field, u32)>,
    /// Sorted by word, with the numbers of the search keys that hold it.
    pub lexicon: BTreeMap<String, Vec<u32>>,
    /// For each record, the words of its summaries, a blank before and behind each.
    pub summaries: Vec<String>,
    /// For each metric, the records that have it.
    pub measured: Vec<Vec<u32>>,
}

/// A piece of a text: a word of letters and digits, or a passage in Chinese characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text, folded.
    pub text: String,
    /// Whether it is Chinese.
    pub han: bool,
}

/// A text in pieces: between words, and between Chinese and anything else.
#[must_use]
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for word in split_words(text) {
        let mut open = false;
        for c in word.chars() {
            let han = is_han(c);
            match pieces.last_mut().filter(|piece| open && piece.han == han) {
                Some(piece) => piece.text.push(c),
                None => pieces.push(Piece { text: c.into(), han }),
            }
            open = true;
        }
    }
    pieces
}

/// Whether a character is Chinese.
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Which letters a word has, a bit each (digits share the last six): words that are `n` edits apart
/// differ in at most `2n` bits, which is faster to see than the edits are to count.
#[must_use]
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
#[must_use]
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(&word)
}

/// The words of a piece: itself, or each pair of neighbouring Chinese characters.
#[must_use]
pub fn units(piece: &Piece) -> Vec<String> {
    let chars: Vec<char> = piece.text.chars().collect();
    if !piece.han || chars.len() < 2 {
        return vec![piece.text.clone()];
    }
    chars.windows(2).map(|pair| pair.iter().collect()).collect()
}

/// The words of a text, each once, without glue.
fn units_of(text: &str) -> Vec<String> {
    let mut units: Vec<String> =
        pieces(text).iter().flat_map(units).filter(|unit| !is_stop_word(unit)).collect();
    units.sort();
    units.dedup();
    units
}

/// What the index is made of, each in the order of its table.
pub struct IndexInput<'m> {
    /// Records.
    pub records: &'m [&'m Record<'static>],
    /// Figures.
    pub figures: &'m [&'m Figure<'static>],
    /// Metrics.
    pub metrics: &'m [&'m Metric<'static>],
    /// The vocabulary.
    pub terms: &'m [&'m Term<'static>],
    /// Disputes.
    pub disputes: &'m [&'m Dispute<'static>],
    /// Gaps.
    pub gaps: &'m [&'m Gap<'static>],
    /// Everyday words.
    pub synonyms: &'m [&'m Synonym<'static>],
}

/// Makes the index.
#[must_use]
pub fn index(input: &IndexInput) -> Index {
    let mut writer = Writer { readings: Readings::new(input.records), texts: BTreeMap::new() };
    for (n, record) in input.records.iter().enumerate() {
        writer.record(Target::Record(number(n)), record, input.terms);
    }
    let names: Vec<Vec<String>> = writer
        .texts
        .values()
        .filter(|(field, _)| *field <= Field::Alias)
        .map(|(_, units)| units.clone())
        .collect();
    for (n, metric) in input.metrics.iter().enumerate() {
        let target = Target::Metric(number(n));
        writer.text(&metric.id, target, Field::Id);
        writer.text(&metric.label, target, Field::Label);
        writer.chinese(&metric.label_zh, target, Field::Label);
        if let Some((before, _)) = metric.label_zh.split_once('（') {
            writer.chinese(before, target, Field::Label);
        }
    }
    for usage in input.synonyms {
        for (rank, meaning) in usage.means.iter().enumerate() {
            for word in &usage.words {
                if let Some(target) = target(input, meaning) {
                    writer.text(word, target, Field::Word(u8::try_from(rank).unwrap_or(u8::MAX)));
                }
            }
        }
    }
    for (n, gap) in input.gaps.iter().enumerate() {
        for topic in gap.topics.iter().chain(&gap.topics_zh) {
            // What also names a record is asked for as the record.
            let units = units_of(topic);
            let is_name = names.iter().any(|name| units.iter().all(|unit| name.contains(unit)));
            let field = if is_name { Field::Category } else { Field::Topic };
            writer.text(topic, Target::Gap(number(n)), field);
        }
    }
    let texts: Vec<_> = writer.texts.into_iter().collect();
    let mut lexicon: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let mut search_keys = Vec::new();
    for (n, ((key, target), (field, units))) in texts.into_iter().enumerate() {
        search_keys.push((key, target, field, number(units.len())));
        for unit in units {
            let postings = lexicon.entry(unit).or_default();
            if postings.last() != Some(&number(n)) {
                postings.push(number(n));
            }
        }
    }
    let has = |metric: &Metric| -> Vec<u32> {
        let subjects: BTreeSet<&str> =
            input.figures.iter().filter(|f| f.metric == metric.id).map(|f| &*f.subject).collect();
        (0..).zip(input.records).filter(|(_, r)| subjects.contains(&*r.id)).map(|(n, _)| n).collect()
    };
    Index {
        search_keys,
        lexicon,
        summaries: input.records.iter().map(|record| summary(record)).collect(),
        measured: input.metrics.iter().map(|metric| has(metric)).collect(),
    }
}

/// The thing that a meaning such as `record:guoyuan` names.
fn target(input: &IndexInput, meaning: &str) -> Option<Target> {
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

fn summary(record: &Record) -> String {
    let mut text = String::from(" ");
    for piece in pieces(&record.summary).into_iter().chain(pieces(&record.summary_zh)) {
        text.push_str(&piece.text);
        text.push(' ');
    }
    text
}

/// Numbers fit 32 bits, as in [`super::pack`].
fn number(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Collects texts; of a text that leads to a thing in several ways, the most telling is kept.
struct Writer {
    readings: Readings,
    texts: BTreeMap<(String, Target), (Field, Vec<String>)>,
}

impl Writer {
    fn record(&mut self, target: Target, record: &Record, terms: &[&Term]) {
        self.text(&record.id, target, Field::Id);
        self.text(&record.name, target, Field::Name);
        if let Some(name) = &record.name_zh {
            if record.pinyin.is_some() {
                self.text(name, target, Field::NameZh);
            } else {
                self.chinese(name, target, Field::NameZh);
            }
        }
        if let Some(pinyin) = &record.pinyin {
            self.pinyin(pinyin, target);
        }
        for alias in &record.aliases {
            self.chinese(alias, target, Field::Alias);
        }
        if let Some(term) = terms.iter().find(|term| term.set == "category" && term.id == record.category) {
            self.text(&term.label, target, Field::Category);
            self.text(&term.label_zh, target, Field::Category);
        }
    }

    /// A text that may be Chinese, with its pinyin where every character has a reading.
    fn chinese(&mut self, text: &str, target: Target, field: Field) {
        self.text(text, target, field);
        if let Some(pinyin) = self.readings.of(text) {
            self.pinyin(&pinyin, target);
        }
    }

    fn pinyin(&mut self, pinyin: &str, target: Target) {
        let (joined, initials) = fold_pinyin(pinyin);
        if initials.len() >= 2 {
            self.keep(initials, target, Field::Initials, Vec::new());
        }
        self.keep(joined.clone(), target, Field::Pinyin, vec![joined]);
    }

    fn text(&mut self, text: &str, target: Target, field: Field) {
        self.keep(fold(text), target, field, units_of(text));
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

/// How Chinese is read aloud, learnt from the names that come with their pinyin.
struct Readings(BTreeMap<String, String>);

impl Readings {
    fn new(records: &[&Record]) -> Self {
        let mut heard: BTreeMap<(char, &str), usize> = BTreeMap::new();
        for record in records {
            let (Some(name), Some(pinyin)) = (&record.name_zh, &record.pinyin) else { continue };
            let chars: Vec<char> = name.chars().filter(|c| is_han(*c)).collect();
            let syllables: Vec<&str> = pinyin.split(' ').collect();
            if chars.len() == syllables.len() {
                for (c, syllable) in chars.into_iter().zip(syllables) {
                    *heard.entry((c, syllable)).or_default() += 1;
                }
            }
        }
        let mut most: BTreeMap<char, (usize, &str)> = BTreeMap::new();
        for ((c, syllable), times) in heard {
            let best = most.entry(c).or_insert((times, syllable));
            if times > best.0 {
                *best = (times, syllable);
            }
        }
        let mut readings: BTreeMap<String, String> =
            most.into_iter().map(|(c, (_, syllable))| (c.to_string(), syllable.to_owned())).collect();
        for line in READINGS.lines() {
            if let Some((text, pinyin)) = line.split_once(' ') {
                readings.insert(text.to_owned(), pinyin.to_owned());
            }
        }
        Self(readings)
    }

    /// The pinyin of a text, a blank between syllables; none where it holds no Chinese, or a character
    /// whose reading is not known.
    fn of(&self, text: &str) -> Option<String> {
        let folded: Vec<char> = fold(text).chars().collect();
        if !folded.iter().any(|c| is_han(*c)) {
            return None;
        }
        let mut pinyin: Vec<String> = Vec::new();
        let mut at = 0;
        while at < folded.len() {
            if !is_han(folded[at]) {
                let end = folded[at..].iter().position(|c| is_han(*c)).map_or(folded.len(), |n| at + n);
                pinyin.push(folded[at..end].iter().collect());
                at = end;
                continue;
            }
            // Two characters that are read otherwise together than apart go first.
            let of = |len: usize| {
                let text: String = folded.get(at..at + len)?.iter().collect();
                self.0.get(&text).map(|reading| (len, reading.clone()))
            };
            let (len, reading) = of(2).or_else(|| of(1))?;
            pinyin.push(reading);
            at += len;
        }
        Some(pinyin.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_part_words_and_chinese() {
        let texts = |text: &str| pieces(text).into_iter().map(|piece| piece.text).collect::<Vec<_>>();
        assert_eq!(texts("江北机场货邮吞吐量2016"), ["江北机场货邮吞吐量", "2016"]);
        assert_eq!(texts("R&D centre"), ["r", "d", "centre"]);
        assert_eq!(texts("9号线 GDP"), ["9", "号线", "gdp"]);
        assert!(texts("☃ !?").is_empty());
    }

    #[test]
    fn one_edit_changes_at_most_two_letters() {
        for (a, b, edits) in [("guoyuan", "guoyaun", 1), ("otis", "ottis", 1), ("yuelai", "yuelao", 1)] {
            assert!((letter_mask(a) ^ letter_mask(b)).count_ones() <= 2 * edits, "{a} {b}");
        }
    }
}
