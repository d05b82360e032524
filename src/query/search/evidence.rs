//! What speaks for each thing that could be meant: for every atom of the query, how well a text of that
//! thing meets it, and by which tier. It weighs nothing against anything: that is the parent's.

use std::collections::BTreeMap;

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};
use serde::Serialize;

use super::question::Question;
use crate::{
    error::Error,
    store::Atlas,
    store::{
        format::{Section, Table},
        index::{Field, LexiconWord, SearchKey, Target, letter_mask},
    },
};

/// How a text was met; see [`super`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Tier {
    /// The whole of it.
    Exact,
    /// Its beginning.
    Prefix,
    /// Some of its words, in any order.
    Word,
    /// The initials of its pinyin.
    Initials,
    /// But for an edit or two.
    Typo,
    /// With letter_mask left out.
    Subsequence,
    /// Somewhere in what describes it.
    Summary,
}

/// What speaks for one thing.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// For each atom of the query, how well it is met, of 1000.
    pub quality: Vec<u32>,
    /// The field of the text that meets most.
    pub field: Field,
    /// How it does.
    pub tier: Tier,
    /// Whether one text meets all that counts in the query, as it stands.
    pub whole: bool,
    /// Whether it is the whole query, with what counts nothing.
    pub entire: bool,
    most: u32,
}

/// What speaks for everything that something speaks for.
#[derive(Debug)]
pub struct Findings<'q> {
    question: &'q Question,
    /// By thing.
    pub of: BTreeMap<Target, Evidence>,
    /// Words of the data that were met, to mark on a screen.
    pub marks: Vec<String>,
    /// For each atom, whether the data knows it as a word at all.
    pub known: Vec<bool>,
}

/// A word of the lexicon that an atom, or two neighbouring Chinese ones, met.
struct Met {
    from: usize,
    to: usize,
    tier: Tier,
    /// How well, of 1000.
    quality: u32,
}

/// Atoms in the longest text that is looked up as a whole.
const LONGEST: usize = 24;
/// The most texts that a beginning is completed to.
const COMPLETIONS: usize = 80;
/// Below this many letter_mask, a mistyped word must be the whole of a name or label.
const TELLING: usize = 7;
/// What a word met as it stands is worth, against a whole text met so.
const WORD: u32 = 960;
/// What two initials are worth.
const TWO_INITIALS: u32 = 650;
/// What a missing ending (`s`, `ed`) costs.
const ENDING: u32 = 20;

/// The edits that are forgiven in a word of so many letter_mask.
#[must_use]
pub fn max_edits(letter_mask: usize) -> usize {
    match letter_mask {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// What a text met as a whole is worth, by its field.
fn worth(field: Field) -> u32 {
    match field {
        Field::Id => 1000,
        Field::Name | Field::NameZh => 995,
        Field::Pinyin => 985,
        Field::Word(0) => 980,
        Field::Word(1) => 900,
        Field::Word(_) => 840,
        Field::Label => 975,
        Field::Alias => 970,
        Field::Topic => 965,
        Field::Initials => 880,
        Field::Category => 640,
        Field::Summary | Field::Statement => 450,
    }
}

/// Gives their weight back to question words that together name something: `where is`, `AT&S`.
///
/// # Errors
/// Where the data cannot be decoded.
pub fn keep_asking(atlas: &Atlas, question: &mut Question) -> Result<(), Error> {
    let tables = Tables::new(atlas)?;
    let idle: Vec<bool> = question.atoms.iter().map(|atom| atom.weight == 0).collect();
    for from in 0..idle.len() {
        for to in from + 2..=idle.len() {
            if !idle[from..to].iter().all(|idle| *idle) {
                break;
            }
            let key = question.joined(from, to);
            let mut at = tables.search_keys.lower_bound(&key)?;
            while let Some(search_key) = tables.search_key(at)?.filter(|s| s.key == key.as_bytes()) {
                let named =
                    matches!(search_key.field, Field::Id | Field::Name | Field::NameZh | Field::Alias);
                if named || matches!(search_key.target, Target::Metric(_)) {
                    question.weigh(from..to);
                }
                at += 1;
            }
        }
    }
    Ok(())
}

impl<'q> Findings<'q> {
    /// Everything but the tiers of last resort.
    ///
    /// # Errors
    /// Where the data cannot be decoded.
    pub fn new(atlas: &Atlas, question: &'q Question) -> Result<Self, Error> {
        let known = vec![false; question.atoms.len()];
        let mut findings = Self { question, of: BTreeMap::new(), marks: Vec::new(), known };
        let tables = Tables::new(atlas)?;
        findings.whole_texts(&tables)?;
        findings.beginning(&tables)?;
        findings.words(&tables)?;
        Ok(findings)
    }

    /// Stretches of the query that are a whole text: names, aliases, pinyin, labels, everyday words.
    fn whole_texts(&mut self, tables: &Tables) -> Result<(), Error> {
        let atoms = self.question.atoms.len();
        for from in 0..atoms {
            let mut key = String::new();
            for to in from + 1..=atoms.min(from + LONGEST) {
                key.push_str(&self.question.atoms[to - 1].text);
                let mut at = tables.search_keys.lower_bound(&key)?;
                let mut found = false;
                while let Some(search_key) = tables.search_key(at)?.filter(|s| s.key == key.as_bytes()) {
                    let tier = if search_key.field == Field::Initials { Tier::Initials } else { Tier::Exact };
                    // Two initials are those of many a name.
                    let short = tier == Tier::Initials && key.len() < 3;
                    let quality = if short { TWO_INITIALS } else { worth(search_key.field) };
                    self.add(search_key.target, from..to, quality, search_key.field, tier);
                    found = true;
                    at += 1;
                }
                if found {
                    self.known[from..to].fill(true);
                    self.mark(&key);
                }
            }
        }
        Ok(())
    }

    /// Texts that begin with the whole query.
    fn beginning(&mut self, tables: &Tables) -> Result<(), Error> {
        let atoms = self.question.atoms.len();
        let key = self.question.joined(0, atoms);
        if key.chars().count() < 2 && !self.question.atoms.iter().all(|atom| atom.han) {
            return Ok(());
        }
        let first = tables.search_keys.lower_bound(&key)?;
        for at in first..first + COMPLETIONS {
            let Some(search_key) = tables.search_key(at)?.filter(|s| s.key.starts_with(key.as_bytes()))
            else {
                break;
            };
            if search_key.key.len() > key.len() && search_key.field != Field::Initials {
                let share = 600 + 350 * size(key.len()) / size(search_key.key.len());
                let quality = worth(search_key.field) * share / 1000;
                self.add(search_key.target, 0..atoms, quality, search_key.field, Tier::Prefix);
                self.mark(&key);
            }
        }
        Ok(())
    }

    /// Texts that hold words of the query: as they stand, as beginnings, mistyped.
    fn words(&mut self, tables: &Tables) -> Result<(), Error> {
        let mut met: BTreeMap<u32, Vec<Met>> = BTreeMap::new();
        let atoms = &self.question.atoms;
        let mut marks = Vec::new();
        let mut known = self.known.clone();
        for (n, atom) in atoms.iter().enumerate() {
            if atom.han {
                let pair = atoms.get(n + 1).filter(|next| next.joined);
                let (to, word) = match pair {
                    Some(next) => (n + 2, format!("{}{}", atom.text, next.text)),
                    None if atom.joined => continue,
                    None => (n + 1, atom.text.clone()),
                };
                if atoms[n..to].iter().all(|atom| atom.weight > 0) && tables.has(&word)? {
                    known[n..to].fill(true);
                    tables.meet(&mut met, &word, || Met { from: n, to, tier: Tier::Word, quality: WORD })?;
                    marks.push(word);
                }
                continue;
            }
            let digits = atom.text.bytes().all(|b| b.is_ascii_digit());
            // A year counts nothing, but the name of a plan may have it.
            if atom.text.len() < 2 && (!digits || atoms.len() == 1) || !digits && atom.weight == 0 {
                continue;
            }
            let mut is_word = false;
            for (form, cost) in forms(&atom.text) {
                if tables.has(&form)? {
                    is_word = true;
                    known[n] = true;
                    tables.meet(&mut met, &form, || word_met(n, cost))?;
                    marks.push(form);
                }
            }
            if atom.weight > 0 {
                if !digits && (atom.text.len() > 2 || !is_word) {
                    tables.beginnings(&mut met, &atom.text, n)?;
                }
                if !is_word && !self.known[n] && !digits {
                    tables.mistyped(&mut met, &atom.text, n, &mut marks)?;
                }
            }
        }
        self.known = known;
        for mark in marks {
            self.mark(&mark);
        }
        for (number, met) in met {
            self.text_with(tables, number, &met)?;
        }
        Ok(())
    }

    /// Counts the words that one text was met by: the more of it they are, the better.
    fn text_with(&mut self, tables: &Tables, number: u32, met: &[Met]) -> Result<(), Error> {
        let Some(search_key) = tables.search_key(number as usize)? else { return Ok(()) };
        let mut places: Vec<usize> = met.iter().map(|met| met.from).collect();
        places.dedup();
        let share = 1000 * size(places.len()).min(search_key.words) / search_key.words.max(1);
        if let [only] = met {
            let letter_mask = self.question.atoms[only.from].text.len();
            // Everyday words are too many, and too like others, to be guessed from one that stands alone.
            let everyday = matches!(search_key.field, Field::Word(_));
            let verb = everyday && !matches!(search_key.target, Target::Record(_));
            let vague =
                share < 1000 && (everyday || letter_mask < TELLING) || verb || everyday && letter_mask < 6;
            if only.tier == Tier::Typo && vague {
                return Ok(());
            }
        }
        for met in met {
            let quality = worth(search_key.field) * met.quality / 1000 * (500 + share / 2) / 1000;
            self.add(search_key.target, met.from..met.to, quality, search_key.field, met.tier);
        }
        Ok(())
    }

    /// Texts that the whole query is but for an edit or two: for what was typed apart or in Chinese.
    ///
    /// # Errors
    /// Where the data cannot be decoded.
    pub fn mistyped_whole(&mut self, atlas: &Atlas) -> Result<(), Error> {
        let tables = Tables::new(atlas)?;
        let atoms = self.question.atoms.len();
        let typed = self.question.joined(0, atoms);
        let long = typed.chars().count();
        let most = max_edits(long);
        if most == 0 || atoms < 2 {
            return Ok(());
        }
        for at in 0..tables.search_keys.len() {
            let Some(search_key) = tables.search_key(at)? else { break };
            let Ok(key) = std::str::from_utf8(search_key.key) else { continue };
            if search_key.field == Field::Initials || key.chars().count().abs_diff(long) > most {
                continue;
            }
            let edits = strsim::osa_distance(&typed, key);
            if edits <= most {
                let quality = worth(search_key.field) * typo(edits) / 1000;
                self.add(search_key.target, 0..atoms, quality, search_key.field, Tier::Typo);
                self.mark(key);
            }
        }
        Ok(())
    }

    /// Words that hold the letter_mask of a single word in their order, most of them, the first and the last.
    ///
    /// # Errors
    /// Where the data cannot be decoded.
    pub fn with_letter_mask_left_out(&mut self, atlas: &Atlas) -> Result<(), Error> {
        const MOST_OF: (usize, usize) = (7, 10);
        let [atom] = &self.question.atoms[..] else { return Ok(()) };
        if atom.han || atom.text.len() < 5 || !atom.text.is_ascii() {
            return Ok(());
        }
        let tables = Tables::new(atlas)?;
        let matcher = SkimMatcherV2::default();
        let typed = &*atom.text;
        let bits = letter_mask(typed);
        let mut met: BTreeMap<u32, Vec<Met>> = BTreeMap::new();
        let first = tables.lexicon.lower_bound(&typed[..1])?;
        for at in first..tables.lexicon.len() {
            let entry: LexiconWord = tables.lexicon.get(at)?;
            if entry.word.first() != typed.as_bytes().first() {
                break;
            }
            let Ok(word) = std::str::from_utf8(entry.word) else { continue };
            let ends = entry.word.last() == typed.as_bytes().last();
            let dense = ends && typed.len() * MOST_OF.1 >= word.len() * MOST_OF.0;
            if dense && bits & !entry.letter_mask == 0 && matcher.fuzzy_match(word, typed).is_some() {
                let quality = 400 + 300 * size(typed.len()) / size(word.len());
                tables.meet(&mut met, word, || Met { from: 0, to: 1, tier: Tier::Subsequence, quality })?;
                self.mark(word);
            }
        }
        for (number, met) in met {
            self.text_with(&tables, number, &met)?;
        }
        Ok(())
    }

    /// Records whose summary has the words that no name of theirs has.
    ///
    /// # Errors
    /// Where the data cannot be decoded.
    pub fn described(&mut self, atlas: &Atlas) -> Result<(), Error> {
        let summaries = atlas.table(Section::Summaries)?;
        let question = self.question;
        for number in 0..summaries.len() {
            let summary: &str = summaries.get(number)?;
            let target = Target::Record(u32::try_from(number).unwrap_or(u32::MAX));
            let here = described(question, summary);
            let named = self.of.get(&target);
            let meets =
                |n: usize| here[n] || named.is_some_and(|evidence: &Evidence| evidence.quality[n] >= 450);
            if (0..here.len()).all(|n| question.atoms[n].weight == 0 || meets(n)) {
                for n in (0..here.len()).filter(|n| here[*n]) {
                    self.add(target, n..n + 1, worth(Field::Summary), Field::Summary, Tier::Summary);
                }
            }
        }
        Ok(())
    }

    fn add(&mut self, target: Target, atoms: std::ops::Range<usize>, quality: u32, field: Field, tier: Tier) {
        let question = self.question;
        let counted: u32 = question.atoms[atoms.clone()].iter().map(|atom| atom.weight.max(1)).sum();
        let fresh = || Evidence {
            quality: vec![0; question.atoms.len()],
            field,
            tier,
            whole: false,
            entire: false,
            most: 0,
        };
        let evidence = self.of.entry(target).or_insert_with(fresh);
        if quality * counted > evidence.most {
            (evidence.most, evidence.field, evidence.tier) = (quality * counted, field, tier);
        }
        let outside = |(n, atom): (usize, &super::question::Atom)| atoms.contains(&n) || atom.weight == 0;
        if matches!(tier, Tier::Exact | Tier::Initials) {
            evidence.entire |= atoms == (0..question.atoms.len());
            evidence.whole |= question.atoms.iter().enumerate().all(outside);
        }
        for n in atoms {
            evidence.quality[n] = evidence.quality[n].max(quality);
        }
    }

    fn mark(&mut self, word: &str) {
        if word.chars().count() > 1 && !self.marks.iter().any(|mark| mark == word) {
            self.marks.push(word.to_owned());
        }
    }
}

fn word_met(n: usize, cost: u32) -> Met {
    Met { from: n, to: n + 1, tier: Tier::Word, quality: WORD - cost }
}

/// What a word is worth after so many edits.
fn typo(edits: usize) -> u32 {
    920 - 60 * size(edits)
}

/// A word and how else it may end.
pub fn forms(word: &str) -> Vec<(String, u32)> {
    let mut forms = vec![(word.to_owned(), 0)];
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return forms;
    }
    for (ending, other) in
        [("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e")]
    {
        if let Some(stem) =
            word.strip_suffix(ending).filter(|stem| stem.len() >= if ending.ends_with('s') { 3 } else { 4 })
        {
            forms.push((format!("{stem}{other}"), ENDING));
        }
    }
    for ending in ["s", "es", "d", "ed"] {
        forms.push((format!("{word}{ending}"), ENDING));
    }
    forms
}

/// Which atoms a folded description has, as words or parts of a Chinese passage.
pub fn described(question: &Question, text: &str) -> Vec<bool> {
    let atoms = &question.atoms;
    let mut has = vec![false; atoms.len()];
    for n in 0..atoms.len() {
        if atoms[n].weight == 0 {
            continue;
        }
        if !atoms[n].han {
            has[n] = atoms[n].text.len() > 2
                && forms(&atoms[n].text).iter().any(|(form, _)| text.contains(&format!(" {form} ")));
            continue;
        }
        if let Some(next) = atoms.get(n + 1).filter(|next| next.joined && next.weight > 0)
            && text.contains(&format!("{}{}", atoms[n].text, next.text))
        {
            (has[n], has[n + 1]) = (true, true);
        }
    }
    has
}

/// The tables of the index.
struct Tables<'a> {
    search_keys: Table<'a>,
    lexicon: Table<'a>,
}

impl<'a> Tables<'a> {
    fn new(atlas: &Atlas<'a>) -> Result<Self, Error> {
        Ok(Self { search_keys: atlas.table(Section::SearchKeys)?, lexicon: atlas.table(Section::Lexicon)? })
    }

    fn search_key(&self, at: usize) -> Result<Option<SearchKey<'a>>, Error> {
        if at >= self.search_keys.len() {
            return Ok(None);
        }
        Ok(Some(self.search_keys.get(at)?))
    }

    fn has(&self, word: &str) -> Result<bool, Error> {
        Ok(self.lexicon.find(word)?.is_some())
    }

    /// Notes for every text that holds this word of the lexicon how it was met.
    fn meet(
        &self,
        met: &mut BTreeMap<u32, Vec<Met>>,
        word: &str,
        how: impl Fn() -> Met,
    ) -> Result<(), Error> {
        if let Some(at) = self.lexicon.find(word)? {
            self.meet_at(met, at, how)?;
        }
        Ok(())
    }

    fn meet_at(
        &self,
        met: &mut BTreeMap<u32, Vec<Met>>,
        at: usize,
        how: impl Fn() -> Met,
    ) -> Result<(), Error> {
        for search_key in self.lexicon.prefix::<(LexiconWord, Vec<u32>)>(at)?.0.1 {
            let here = met.entry(search_key).or_default();
            let how = how();
            // Of two words of one text that an atom meets, the better counts.
            match here.iter_mut().find(|met| (met.from, met.to) == (how.from, how.to)) {
                Some(other) if other.quality < how.quality => *other = how,
                Some(_) => {}
                None => here.push(how),
            }
        }
        Ok(())
    }

    /// Words that begin with an atom.
    fn beginnings(&self, met: &mut BTreeMap<u32, Vec<Met>>, typed: &str, n: usize) -> Result<(), Error> {
        let first = self.lexicon.lower_bound(typed)?;
        for at in first..self.lexicon.len().min(first + COMPLETIONS) {
            let entry: LexiconWord = self.lexicon.get(at)?;
            if !entry.word.starts_with(typed.as_bytes()) {
                break;
            }
            if entry.word.len() > typed.len() {
                let quality = 600 + 300 * size(typed.len()) / size(entry.word.len());
                self.meet_at(met, at, || Met { from: n, to: n + 1, tier: Tier::Prefix, quality })?;
            }
        }
        Ok(())
    }

    /// Words that an atom is but for an edit or two.
    fn mistyped(
        &self,
        met: &mut BTreeMap<u32, Vec<Met>>,
        typed: &str,
        n: usize,
        marks: &mut Vec<String>,
    ) -> Result<(), Error> {
        let most = max_edits(typed.chars().count());
        if most == 0 {
            return Ok(());
        }
        let bits = letter_mask(typed);
        for at in 0..self.lexicon.len() {
            let entry: LexiconWord = self.lexicon.get(at)?;
            let near = entry.word.len().abs_diff(typed.len()) <= most
                && (entry.letter_mask ^ bits).count_ones() as usize <= 2 * most;
            if !near {
                continue;
            }
            let Ok(word) = std::str::from_utf8(entry.word) else { continue };
            let edits = strsim::osa_distance(typed, word);
            if edits <= most {
                let quality = typo(edits);
                self.meet_at(met, at, || Met { from: n, to: n + 1, tier: Tier::Typo, quality })?;
                marks.push(word.to_owned());
            }
        }
        Ok(())
    }
}

/// Small numbers in the arithmetic of scores.
fn size(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
