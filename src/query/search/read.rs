//! Reading a query: its tokens, what each of them does (names, asks, multiplies a number, ...), and the
//! words that are mended before anything is looked up.

use std::ops::{Range, RangeInclusive};

use crate::{
    error::Error,
    model::{Kind, fold_char, is_han},
    query::lexicon::{Lexicon, pinyin},
    store::index::{Field, Role, SearchKey, Superlative, Target, is_and, is_stop_word, number_key},
};

/// What a word and a Chinese character take of [`MOST_READ`], so that 18 words or 24 characters of a query are
/// read. The rest is told to be unmatched.
const WORD_COST: usize = 25;
const HAN_COST: usize = 19;
const MOST_READ: usize = 456;
/// Tokens in the longest text that is looked up as a whole.
const LONGEST: usize = 24;
/// At most so many words are mended: each costs a pass over the lexicon.
const MENDED: usize = 2;
/// At most so many Chinese stretches are tried by sound.
const STRETCHES: usize = 12;
/// At most so many are tried with one character replaced: each costs a pass over the names.
const REPLACED: usize = 3;

/// At most so many English words behind a Chinese one are read as one name.
const WORDS: usize = 3;

/// The digits of a year, and the years that a query may ask for.
const YEAR: usize = 4;
const YEARS: RangeInclusive<u16> = 1949..=2100;

/// The largest power of ten by which a number is multiplied.
const SCALES: usize = 12;

/// A word of letters and digits, a number, or one Chinese character.
#[derive(Clone, Debug)]
pub struct Token {
    /// The text, folded; of a mended word the right one.
    pub text: String,
    /// Where it stands in the query, in bytes.
    pub typed: Range<usize>,
    /// Whether it is a Chinese character.
    pub han: bool,
    /// Whether it stands directly behind the token before it in one Chinese passage.
    pub joined: bool,
    /// How much it decides: nothing for words that ask, 1 for a character, a year or a kind, 2 for a word.
    pub weight: u32,
    /// The value of a number, without separators.
    pub number: Option<String>,
    /// What was typed, where that was mended.
    pub mended: bool,
}

impl Token {
    fn word(text: String, typed: Range<usize>) -> Self {
        Self { text, typed, han: false, joined: false, weight: 0, number: None, mended: false }
    }
}

/// How a text was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// As it stands, or in another form of its last word.
    Exact,
    /// By the sound of its characters, or but for one of them.
    Sound,
}

/// A stretch of the query that is a whole text of the index.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// The tokens.
    pub tokens: Range<usize>,
    /// The text and what it stands for.
    pub key: SearchKey<'a>,
    /// How it was read.
    pub how: How,
}

impl Reading<'_> {
    /// Whether it is of all these tokens.
    pub fn holds(&self, tokens: &Range<usize>) -> bool {
        self.tokens.start <= tokens.start && tokens.end <= self.tokens.end
    }

    /// Whether it means a metric first.
    pub fn means_metric(&self) -> bool {
        let is_meant = matches!(self.key.field, Field::Id | Field::Label | Field::Word(0));
        is_meant && matches!(self.key.target, Target::Metric(_))
    }
}

/// A query, read.
#[derive(Debug, Default)]
pub struct Query<'q, 'a> {
    /// The query as it was typed.
    pub typed: &'q str,
    /// What of it is not read, because it is too long.
    pub unread: &'q str,
    /// Its tokens, in their order.
    pub tokens: Vec<Token>,
    /// Stretches that are whole texts.
    pub readings: Vec<Reading<'a>>,
    /// The year that it asks for, with its token.
    pub year: Option<(usize, u16)>,
    /// The part of a year that it asks for, by its first and last month, with its tokens.
    pub months: Option<(Range<usize>, u8, u8)>,
    /// The tokens that ask for a target.
    pub goal: Vec<usize>,
    /// The kind that it asks for.
    pub kind: Option<Kind>,
    /// The order that it asks for, and the tokens that do.
    pub superlative: Option<Superlative>,
    pub ordering: Vec<usize>,
    /// Places and bodies outside the data that it names.
    pub outside: Vec<Range<usize>>,
    /// Stretches that first mean a gap.
    pub missing: Vec<Range<usize>>,
    /// Words that were mended: as typed, and what they were taken for.
    pub mended: Vec<(String, String)>,
    /// Stretches that are what a metric is called, with the metric.
    pub labels: Vec<(Range<usize>, Target)>,
    /// For each token, whether it is part of the whole name of a record or a metric, and of a word for the kind that
    /// is asked for or for one of several metrics.
    pub named: Vec<bool>,
    pub of_kind: Vec<bool>,
}

impl<'q, 'a> Query<'q, 'a> {
    /// Reads a query.
    pub fn new(lexicon: &Lexicon<'a>, typed: &'q str) -> Result<Self, Error> {
        let mut tokens = tokens(typed);
        let mut cost = 0;
        let read = tokens.iter().take_while(|token| {
            cost += if token.han { HAN_COST } else { WORD_COST };
            cost <= MOST_READ
        });
        let read = read.count();
        let unread = tokens.get(read).map_or("", |token| &typed[token.typed.start..]);
        tokens.truncate(read);
        // Several numbers of one or two digits say nothing.
        let short = |token: &Token| token.number.as_ref().is_some_and(|number| number.len() < 3);
        if tokens.len() > 1 && tokens.iter().all(short) {
            tokens.clear();
        }
        let mut query = Self { typed, unread, tokens, ..Self::default() };
        query.read_whole_texts(lexicon)?;
        if query.mend(lexicon)? {
            query.read_whole_texts(lexicon)?;
        }
        // A word that is said more than twice decides nothing more.
        for n in 2..query.tokens.len() {
            let before = query.tokens[..n].iter().filter(|token| token.text == query.tokens[n].text);
            if !query.tokens[n].han && before.count() > 1 {
                query.tokens[n].weight = 0;
            }
        }
        query.read_by_sound(lexicon)?;
        query.read_half_translated(lexicon)?;
        query.assign_roles();
        query.find_year();
        query.read_numbers(lexicon)?;
        query.missing =
            query.readings.iter().filter(|r| query.is_first_a_gap(r)).map(|r| r.tokens.clone()).collect();
        (query.named, query.of_kind) = (vec![false; query.tokens.len()], vec![false; query.tokens.len()]);
        for Reading { tokens, key, .. } in &query.readings {
            if matches!((key.target, key.field), (Target::Metric(_), Field::Id | Field::Label)) {
                query.labels.push((tokens.clone(), key.target));
            }
            match key.target {
                Target::Record(_) if key.field.is_name() => query.named[tokens.clone()].fill(true),
                Target::Metric(_) if key.field == Field::Label => query.named[tokens.clone()].fill(true),
                Target::Kind(kind) if query.kind == Some(kind) => query.of_kind[tokens.clone()].fill(true),
                _ => {}
            }
        }
        // Of `gdp and population`, a figure has one.
        let is_longest = |reading: &&Reading| reading.means_metric() && !query.is_within_longer(reading);
        let metrics: Vec<_> = query.readings.iter().filter(is_longest).map(|r| r.tokens.clone()).collect();
        let and = |n: usize| is_and(&query.tokens[n].text);
        if metrics.iter().any(|a| metrics.iter().any(|b| (a.end..b.start).any(and))) {
            for metric in metrics {
                query.of_kind[metric].fill(true);
            }
        }
        Ok(query)
    }

    /// Whether a reading stands within a longer one, which is meant: `渝` (Chongqing) within `渝北区` (Yubei). What a
    /// gap is called names its metric all the same: the passengers of `airport passengers`.
    pub fn is_within_longer(&self, reading: &Reading) -> bool {
        let is_longer = |other: &Reading| {
            !matches!(other.key.target, Target::Gap(_))
                && other.holds(&reading.tokens)
                && !reading.holds(&other.tokens)
        };
        self.readings.iter().any(is_longer)
    }

    /// Whether a stretch is the topic of a gap or an everyday word that means one, and no such word for anything
    /// else before.
    fn is_first_a_gap(&self, of: &Reading) -> bool {
        let is_gap = |of: &Reading| matches!(of.key.target, Target::Gap(_));
        let mut alike = self.readings.iter().filter(|reading| reading.tokens == of.tokens);
        is_gap(of) && alike.all(|other| other.key.field != Field::Word(0) || is_gap(other))
    }

    /// What all tokens together weigh.
    pub fn weight(&self) -> u32 {
        self.tokens.iter().map(|token| token.weight).sum()
    }

    /// Tokens as they were typed; neighbouring Chinese characters together.
    pub fn as_typed(&self, wanted: impl Fn(usize) -> bool) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        let mut end = usize::MAX;
        for (n, token) in self.tokens.iter().enumerate().filter(|(n, _)| wanted(*n)) {
            let text = &self.typed[token.typed.clone()];
            match words.last_mut().filter(|_| token.joined && n == end) {
                Some(word) => word.push_str(text),
                None => words.push(text.to_owned()),
            }
            end = n + 1;
        }
        words
    }

    /// A stretch of the query as it was typed.
    pub fn stretch(&self, tokens: &Range<usize>) -> &'q str {
        let (first, last) = (&self.tokens[tokens.start], &self.tokens[tokens.end - 1]);
        &self.typed[first.typed.start..last.typed.end]
    }

    /// A stretch of the query, folded and joined.
    pub fn joined(&self, tokens: Range<usize>) -> String {
        self.tokens[tokens].iter().map(|token| token.text.as_str()).collect()
    }

    /// Stretches that are whole texts: names, aliases, pinyin, labels, everyday words, words of queries.
    fn read_whole_texts(&mut self, lexicon: &Lexicon<'a>) -> Result<(), Error> {
        self.readings.clear();
        for from in 0..self.tokens.len() {
            let mut before = String::new();
            for to in from + 1..=self.tokens.len().min(from + LONGEST) {
                let last = &self.tokens[to - 1].text;
                let (found, mut longer) = lexicon.exact_and_longer(&[&*before, last].concat())?;
                let reading = |key| Reading { tokens: from..to, key, how: How::Exact };
                let is_label = |key: &SearchKey| {
                    matches!((key.target, key.field), (Target::Metric(_), Field::Id | Field::Label))
                };
                let is_metric = found.iter().any(is_label);
                self.readings.extend(found.into_iter().map(reading));
                if !self.tokens[to - 1].han {
                    for form in forms(last).iter().skip(1) {
                        let (mut found, more) = lexicon.exact_and_longer(&[&*before, form].concat())?;
                        // The word for a kind has another number and no other form (`parking` is no park), unless
                        // that is what a metric is called: a `location` is none of the locations to choose from.
                        let in_number = !is_metric && (form.ends_with('s') || last.ends_with('s'));
                        found.retain(|key| in_number || !matches!(key.target, Target::Kind(_)));
                        self.readings.extend(found.into_iter().map(reading));
                        longer |= more;
                    }
                }
                before.push_str(last);
                if !longer {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Whether a token is part of a whole text that stands for something.
    fn is_read(&self, token: usize) -> bool {
        self.readings.iter().any(|reading| reading.tokens.contains(&token))
    }

    /// Replaces words that nothing knows by the one word that is meant.
    fn mend(&mut self, lexicon: &Lexicon) -> Result<bool, Error> {
        let mut mended = 0;
        let alone = self.tokens.len() == 1;
        for n in 0..self.tokens.len() {
            let token = &self.tokens[n];
            let is_word = token.text.len() >= 4 && token.text.bytes().all(|b| b.is_ascii_lowercase());
            if !is_word || self.is_read(n) || is_known(lexicon, &token.text)? || mended == MENDED {
                continue;
            }
            mended += 1;
            if let Some(right) = super::mend::meant(lexicon, &token.text, alone, &self.beside(n))? {
                let typed = self.typed[token.typed.clone()].to_owned();
                self.mended.push((typed, right.clone()));
                self.tokens[n].text = right;
                self.tokens[n].mended = true;
            }
        }
        Ok(!self.mended.is_empty())
    }

    /// The words before and behind a token.
    fn beside(&self, n: usize) -> [Option<&str>; 2] {
        let text = |n: usize| self.tokens.get(n).map(|token| &*token.text);
        [n.checked_sub(1).and_then(text), text(n + 1)]
    }

    /// Chinese stretches with a character that nothing knows there: by their sound, else but for one
    /// character, the longest first.
    fn read_by_sound(&mut self, lexicon: &Lexicon<'a>) -> Result<(), Error> {
        let (mut tried, mut replaced) = (0, 0);
        let known: Vec<bool> = (0..self.tokens.len())
            .map(|n| Ok(self.is_read(n) || !self.tokens[n].han || self.in_known_pair(lexicon, n)?))
            .collect::<Result<_, Error>>()?;
        let mut strange = 0;
        while let Some(n) = (strange..known.len()).find(|n| !known[*n]) {
            strange = n + 1;
            'stretch: for len in (2..=8).rev() {
                for from in (n + 1).saturating_sub(len)..=n {
                    let to = from + len;
                    let passage = to <= self.tokens.len()
                        && self.tokens[from..to].iter().all(|token| token.han)
                        && self.tokens[from + 1..to].iter().all(|token| token.joined);
                    if !passage || tried == STRETCHES {
                        continue;
                    }
                    tried += 1;
                    let text = self.joined(from..to);
                    let mut found = lexicon.sounding(&text)?;
                    let mut right = String::new();
                    // What stands beside a replaced character must be known.
                    let known_beside = |n: usize| known.get(n).is_none_or(|known| *known);
                    let clear = from.checked_sub(1).is_none_or(known_beside) && known_beside(to);
                    if found.is_empty() && len > 2 && clear && replaced < REPLACED {
                        replaced += 1;
                        found = lexicon.one_character_off(&text)?;
                        found.retain(|key| key.field.is_name());
                        right.extend(found.first().map(|key| String::from_utf8_lossy(key.key)));
                    }
                    if found.is_empty() {
                        continue;
                    }
                    let reading = |key| Reading { tokens: from..to, key, how: How::Sound };
                    self.readings.extend(found.into_iter().map(reading));
                    self.mended.push((self.stretch(&(from..to)).to_owned(), right));
                    strange = to;
                    break 'stretch;
                }
            }
        }
        Ok(())
    }

    /// Names of which the first half is Chinese and the other English (`寸滩 new city`), by the pinyin of the first.
    fn read_half_translated(&mut self, lexicon: &Lexicon<'a>) -> Result<(), Error> {
        for middle in 1..self.tokens.len() {
            let mut from = middle - 1;
            if !self.tokens[from].han || self.tokens[middle].han {
                continue;
            }
            while from > 0 && self.tokens[from].joined {
                from -= 1;
            }
            let Some(pinyin) = pinyin(&self.joined(from..middle)) else { continue };
            for to in middle + 1..=self.tokens.len().min(middle + WORDS) {
                let mut found = lexicon.exact(&[&*pinyin, &self.joined(middle..to)].concat())?;
                found.retain(|key| key.field.is_name());
                let reading = |key| Reading { tokens: from..to, key, how: How::Exact };
                self.readings.extend(found.into_iter().map(reading));
            }
        }
        Ok(())
    }

    /// Whether a Chinese character and a neighbour are a word of the lexicon.
    fn in_known_pair(&self, lexicon: &Lexicon, n: usize) -> Result<bool, Error> {
        for from in n.saturating_sub(1)..=n {
            if self.tokens.get(from + 1).is_some_and(|next| next.joined)
                && lexicon.has(&self.joined(from..from + 2))?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Lets the words that only steer do so, unless a longer text holds them.
    fn assign_roles(&mut self) {
        let names = |reading: &Reading| !matches!(reading.key.target, Target::Role(_) | Target::Kind(_));
        let taken = |this: &Self, of: &Reading| {
            this.readings.iter().any(|other| {
                names(other)
                    && other.holds(&of.tokens)
                    && match of.key.target {
                        Target::Role(Role::Outside) => {
                            !matches!(other.key.field, Field::Word(_) | Field::Pinyin | Field::Initials)
                        }
                        // The topic of a gap says more of a target, and does not take it away.
                        Target::Role(Role::Goal) if matches!(other.key.target, Target::Gap(_)) => false,
                        // Many a category has the word for its kind.
                        Target::Kind(_) if other.key.field == Field::Category => false,
                        _ => other.tokens.len() > of.tokens.len(),
                    }
            })
        };
        let mut roles: Vec<(Range<usize>, Role)> = Vec::new();
        for reading in &self.readings {
            if let Target::Role(role) = reading.key.target
                && !taken(self, reading)
            {
                roles.push((reading.tokens.clone(), role));
            }
        }
        // The longest first.
        roles.sort_by_key(|(tokens, _)| std::cmp::Reverse(tokens.len()));
        let decides: Vec<u32> = self.tokens.iter().map(|token| token.weight).collect();
        for (tokens, role) in &roles {
            match role {
                Role::Asking => self.weigh(tokens, 0),
                Role::Goal => {
                    self.goal.extend(tokens.clone());
                    self.weigh(tokens, 1);
                }
                Role::Superlative(order) => {
                    self.superlative = self.superlative.or(Some(*order));
                    self.ordering.extend(tokens.clone());
                    self.weigh(tokens, 0);
                }
                Role::Outside => self.outside.push(tokens.clone()),
                Role::Months(first, last) => match &mut self.months {
                    None => self.months = Some((tokens.clone(), *first, *last)),
                    // From one month to another.
                    Some((all, from, to)) if from == to && first == last => {
                        *all = all.start.min(tokens.start)..all.end.max(tokens.end);
                        (*from, *to) = ((*from).min(*first), (*to).max(*last));
                    }
                    Some(_) => {}
                },
                Role::Scale(_) => {
                    // `1.9万户`: what is counted may stand behind what multiplies.
                    let before = tokens.start.saturating_sub(2)..tokens.start;
                    if self.tokens[before].iter().any(|token| token.number.is_some()) {
                        self.weigh(tokens, 0);
                    }
                }
            }
        }
        for n in 0..self.tokens.len() {
            // `AT&S` is called by nothing else.
            let holds = |tokens: &Range<usize>| tokens.clone().all(|n| is_stop_word(&self.tokens[n].text));
            let is_name =
                |r: &Reading| names(r) && r.tokens.len() > 1 && r.tokens.contains(&n) && holds(&r.tokens);
            if is_stop_word(&self.tokens[n].text) && !self.readings.iter().any(is_name) {
                self.tokens[n].weight = 0;
            }
        }
        // What is asked for stands first in English, last in Chinese, and never behind `for`.
        let (whom, kinds): (Vec<_>, Vec<_>) = self
            .readings
            .iter()
            .filter_map(|reading| match reading.key.target {
                Target::Kind(kind) if !taken(self, reading) => Some((reading.tokens.clone(), kind)),
                _ => None,
            })
            .partition(|(tokens, _)| self.is_behind_for(tokens.start));
        let last = kinds.last().filter(|(tokens, _)| self.tokens[tokens.start].han);
        self.kind = last.or(kinds.first()).map(|(_, kind)| *kind);
        // `factory` says of a park what it is for.
        for (tokens, kind) in whom.iter().chain(&kinds) {
            if self.kind != Some(*kind) {
                self.weigh(tokens, 0);
            }
        }
        if self.weight() == 0 && self.superlative.is_none() {
            self.tokens.iter_mut().zip(decides).for_each(|(token, weight)| token.weight = weight);
        }
    }

    /// Whether a token stands behind `for`, perhaps with one word between.
    fn is_behind_for(&self, token: usize) -> bool {
        self.tokens[token.saturating_sub(2)..token].iter().any(|before| before.text == "for")
    }

    fn weigh(&mut self, tokens: &Range<usize>, weight: u32) {
        self.tokens[tokens.clone()].iter_mut().for_each(|token| token.weight = token.weight.min(weight));
    }

    /// The last year that is named is the one asked for. Without a year the name of a month asks for none.
    fn find_year(&mut self) {
        let mut tokens = self.tokens.iter().enumerate().rev();
        self.year = tokens.find_map(|(n, token)| Some((n, year(&token.text)?)));
        let has_year = self.year.is_some();
        // What is relative to today (`0-0`) is of no time that is known.
        self.months.take_if(|(_, first, last)| first == last && *first > 0 && !has_year);
        let years = self.tokens.iter_mut().filter(|token| year(&token.text).is_some());
        years.for_each(|token| token.weight = token.weight.min(1));
        if let Some((tokens, ..)) = self.months.clone() {
            self.tokens[tokens].iter_mut().for_each(|token| token.weight = 1);
        }
    }

    /// Numbers with what multiplies them: the figures that have this value.
    fn read_numbers(&mut self, lexicon: &Lexicon<'a>) -> Result<(), Error> {
        for n in 0..self.tokens.len() {
            let Some(number) = self.tokens[n].number.clone() else { continue };
            let scale =
                self.readings.iter().filter(|r| r.tokens.start == n + 1).filter_map(|reading| match reading
                    .key
                    .target
                {
                    Target::Role(Role::Scale(power)) => Some((reading.tokens.end, usize::from(power))),
                    _ => None,
                });
            let (end, power) = scale.max().unwrap_or((n + 1, 0));
            let mut found = lexicon.exact(&number_key(&scaled(&number, power)))?;
            let mut tokens = n..end;
            if found.is_empty() && number.len() > 3 && year(&number).is_none() {
                // The same digits in another scale, which is then left over.
                tokens = n..n + 1;
                for power in (0..=SCALES).filter(|other| *other != power) {
                    found.extend(lexicon.exact(&number_key(&scaled(&number, power)))?);
                }
            }
            let reading = |key| Reading { tokens: tokens.clone(), key, how: How::Exact };
            self.readings.extend(found.into_iter().map(reading));
        }
        Ok(())
    }
}

/// A decimal number times a power of ten, as the index writes it.
fn scaled(number: &str, power: usize) -> String {
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let mut decimals = decimals.to_owned();
    while decimals.len() < power {
        decimals.push('0');
    }
    let (above, below) = decimals.split_at(power);
    let below = below.trim_end_matches('0');
    let whole = [whole, above].concat();
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if below.is_empty() { whole.to_owned() } else { [whole, ".", below].concat() }
}

/// Whether a text or a summary has a word, in whatever form.
fn is_known(lexicon: &Lexicon, word: &str) -> Result<bool, Error> {
    for form in forms(word) {
        if lexicon.has(&form)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The word for a unit that is written as a sign.
fn unit_of_sign(sign: char) -> Option<&'static str> {
    Some(match sign {
        '%' | '％' => "percent",
        '$' | '＄' => "usd",
        '€' => "eur",
        '¥' | '￥' => "cny",
        _ => return None,
    })
}

/// The tokens of a query: words, numbers, single Chinese characters.
fn tokens(query: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    // Whether the last token can grow, and whether a Chinese character stands directly before.
    let (mut open, mut after_han) = (false, false);
    let mut chars = query.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let folded: String = fold_char(c).collect();
        let Some(first) = folded.chars().next() else {
            if let Some(unit) = unit_of_sign(c) {
                tokens.push(Token { weight: 2, ..Token::word(unit.to_owned(), at..end) });
                (open, after_han) = (false, false);
                continue;
            }
            let digits = |token: &&mut Token| token.text.bytes().all(|b| b.is_ascii_digit());
            let next = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
            // Separators within a number; combining marks within a word.
            if let Some(token) =
                tokens.last_mut().filter(digits).filter(|_| open && next && ".,，".contains(c))
            {
                let number = token.number.get_or_insert_with(|| token.text.clone());
                if c == '.' && !number.contains('.') {
                    number.push('.');
                }
                continue;
            }
            if c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c) {
                continue;
            }
            // `1-2月` is `1至2月` and not December.
            let month = query[end..].trim_start_matches(|c: char| c.is_ascii_digit());
            if month.starts_with('月') && tokens.last().is_some_and(|token| token.text.len() < 3) {
                let to = Token::word("至".to_owned(), at..end);
                tokens.push(Token { han: true, joined: after_han, ..to });
            }
            (open, after_han) = (false, false);
            continue;
        };
        if is_han(first) {
            for (n, c) in folded.chars().enumerate() {
                let joined = after_han || n > 0;
                let typed = at..end;
                tokens.push(Token { han: true, joined, weight: 1, ..Token::word(c.to_string(), typed) });
            }
            (open, after_han) = (false, true);
            continue;
        }
        after_han = false;
        // `595bn`: a number ends where letters begin, if it has separators or its scale follows.
        let parts = |token: &Token| token.number.is_some() && !first.is_ascii_digit();
        match tokens.last_mut().filter(|token| open && !parts(token)) {
            Some(token) => {
                token.text.push_str(&folded);
                token.typed.end = end;
                if let Some(number) = token.number.as_mut() {
                    number.push_str(&folded);
                }
            }
            None => tokens.push(Token::word(folded, at..end)),
        }
        open = true;
    }
    let mut tokens: Vec<Token> = tokens.into_iter().flat_map(without_year).collect();
    for token in tokens.iter_mut().filter(|token| !token.han) {
        token.weight = if token.text.chars().count() > 1 { 2 } else { 1 };
        if token.number.is_none() && token.text.bytes().all(|b| b.is_ascii_digit()) {
            token.number = Some(token.text.clone());
        }
    }
    tokens
}

/// The year that a text writes.
pub fn year(text: &str) -> Option<u16> {
    text.parse().ok().filter(|year| YEARS.contains(year))
}

/// A token, or the word and the year that it glues together: `gdp2021`.
fn without_year(token: Token) -> Vec<Token> {
    let len = token.text.len();
    let is_split = |at: &usize| {
        let Some((first, last)) = token.text.split_at_checked(*at) else { return false };
        let is_year = |part: &str| part.len() == YEAR && year(part).is_some();
        let is_word = |part: &str| {
            part.len() > 1
                && part.bytes().all(|b| b.is_ascii_alphanumeric())
                && part.bytes().any(|b| b.is_ascii_lowercase())
        };
        is_word(first) && is_year(last) || is_year(first) && is_word(last)
    };
    let places = [len.saturating_sub(YEAR), YEAR];
    match places.into_iter().find(is_split) {
        Some(at) if token.text.is_ascii() && token.typed.len() == len => {
            let (first, last) = token.text.split_at(at);
            let middle = token.typed.start + at;
            let (before, behind) = (token.typed.start..middle, middle..token.typed.end);
            vec![Token::word(first.to_owned(), before), Token::word(last.to_owned(), behind)]
        }
        _ => vec![token],
    }
}

/// A word and how else it may end.
pub fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return forms;
    }
    for (ending, other) in
        [("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e")]
    {
        let least = if ending.ends_with('s') { 3 } else { 4 };
        // `boxes` is of `box`, `planes` is not of `plan`.
        let fits = |stem: &&str| {
            stem.len() >= least && (ending != "es" || stem.ends_with(['s', 'x', 'z', 'h', 'o']))
        };
        if let Some(stem) = word.strip_suffix(ending).filter(fits) {
            forms.push([stem, other].concat());
        }
    }
    forms.extend(["s", "es", "d", "ed"].iter().map(|ending| [word, ending].concat()));
    forms
}
