//! The words of a page: labels of the vocabulary, names of records, values and dates of figures, in the
//! language of the page.

use std::{cell::RefCell, collections::BTreeSet};

use crate::{
    error::Error,
    lang::{self, Label, Lang, phrase},
    model::{
        Day, Figure, Gap, InForce, Kind, Number, Record, Source, Span, Status, Strength, Text, Value,
        series::SOME_PART,
    },
    render::{Block, Column},
    store::{Atlas, date_of},
};

/// Looks words up in the language of a page.
pub struct Labels<'a> {
    /// The data.
    pub atlas: Atlas<'a>,
    /// The language.
    pub lang: Lang,
    /// Today, where it is known.
    pub today: Option<Day>,
    /// Whether the page is to be HTML: its caveats are then numbered, so that each is linked to where it is
    /// called, and it has the charts that only HTML can draw.
    pub for_html: bool,
    /// Labels met so far, by set and id: a page meets the same few again and again.
    terms: RefCell<Vec<(String, String, String)>>,
    /// Marks that values bear so far, to be explained at the foot.
    marks: RefCell<Marks>,
    /// The folders of the user's data that something on the page is from.
    own: RefCell<BTreeSet<String>>,
    /// Whether there is any such data: names of the user's records are then marked wherever they are linked.
    pub has_own: bool,
}

/// Marks that values of a page bear, where no reference or note stands beside them.
#[derive(Debug, Default)]
pub struct Marks {
    /// Whether a value rests on a weak source.
    pub weak: bool,
    /// What is said at the foot of values with a caveat, each once.
    pub caveats: Vec<String>,
}

type Result<T> = std::result::Result<T, Error>;

impl<'a> Labels<'a> {
    pub fn new(atlas: Atlas<'a>, lang: Lang, today: Option<Day>) -> Self {
        let (terms, marks, own) = Default::default();
        Self { atlas, lang, today, for_html: false, terms, marks, own, has_own: false }
    }

    pub fn label(&self, label: Label) -> &'static str {
        label.text(self.lang)
    }

    /// The heading of a section.
    pub fn heading(&self, label: Label) -> Block {
        Block::Heading(self.label(label).to_owned())
    }

    /// A column with this title.
    pub fn column(&self, label: Label) -> Column {
        Column::new(self.label(label))
    }

    /// The label of a word of a closed list; the word itself where the list does not hold it.
    pub fn term(&self, set: &str, id: &str) -> Result<String> {
        let known = |(a, b, _): &&(String, String, String)| b == id && a == set;
        if let Some((_, _, label)) = self.terms.borrow().iter().find(known) {
            return Ok(label.clone());
        }
        let labels = self.atlas.label(set, id)?;
        let label = labels.as_ref().map_or(id, |[en, zh]| self.lang.pick(en, zh)).to_owned();
        self.terms.borrow_mut().push((set.to_owned(), id.to_owned(), label.clone()));
        Ok(label)
    }

    /// The label of a record's status, and the date on which it was last known to hold; of a policy, that it
    /// has ended by its own terms. Empty where it has none.
    pub fn dated_status(&self, record: &Record) -> Result<String> {
        let as_of = record.status_as_of.as_ref().filter(|_| !self.has_ended(record));
        let as_of = as_of.map(|date| self.lang.bracket(&lang::date(date, self.lang)));
        self.status_with(record, &as_of.unwrap_or_default())
    }

    /// The same without that date.
    pub fn record_status(&self, record: &Record) -> Result<String> {
        self.status_with(record, "")
    }

    fn status_with(&self, record: &Record, date: &str) -> Result<String> {
        if let Some(until) = record.valid_until.as_ref().filter(|_| self.has_ended(record)) {
            let mark = self.key_mark(&record.id, &["valid_until"])?;
            return Ok(phrase::ended(lang::date(until, self.lang), self.lang) + mark);
        }
        let status = self.status(record.kind, record.status.as_deref())?;
        Ok(status + date + self.key_mark(&record.id, &["status", "status_as_of"])?)
    }

    /// From when and until when a policy holds by its own words; past the day of today it has ended.
    pub fn validity(&self, record: &Record) -> Option<String> {
        let date = |text: &Text| lang::date(text, self.lang);
        let (from, until) = (record.valid_from.as_ref().map(date), record.valid_until.as_ref().map(date));
        Some(match (from, until) {
            (_, Some(until)) if self.has_ended(record) => phrase::ended(until, self.lang),
            (Some(from), Some(until)) => phrase::between(from, until, self.lang),
            (Some(from), None) => phrase::open_end(from, self.lang),
            (None, Some(until)) => phrase::open_start(until, self.lang),
            (None, None) => return None,
        })
    }

    /// Whether a policy is in force, and when that was last shown.
    pub fn in_force(&self, record: &Record) -> Result<String> {
        let word = self.label(match record.in_force {
            _ if self.has_ended(record) => Label::Ended,
            Some(InForce::Yes) => Label::Yes,
            Some(InForce::No) => Label::Ended,
            Some(InForce::Unconfirmed) => Label::NotConfirmed,
            None => Label::NotHeld,
        });
        let Some(as_of) = &record.in_force_as_of else { return Ok(word.to_owned()) };
        let shown = phrase::last_shown(word, lang::date(as_of, self.lang), self.lang);
        Ok(shown + self.evidence_mark(record, Some(as_of))?)
    }

    /// The mark of a weak source, where a policy rests on figures, perhaps of one date, and all of these do.
    pub fn evidence_mark(&self, policy: &Record, date: Option<&Text>) -> Result<&'static str> {
        let is_of_date = |id: &&Text| date.is_none_or(|date| **date == *date_of(id));
        let mut mark = "";
        for id in policy.evidence.iter().filter(is_of_date) {
            let Some(number) = self.atlas.figure_number(id)? else { continue };
            if !self.atlas.stored_figure(number)?.has("strength", Strength::Weak.name()) {
                return Ok("");
            }
            mark = self.weak();
        }
        Ok(mark)
    }

    /// Whether the last day for which a policy holds lies before today, and it was not shown in force since.
    pub fn has_ended(&self, policy: &Record) -> bool {
        let date = |date: &Option<Text>| date.as_deref().and_then(Span::parse_date);
        let shown = date(&policy.in_force_as_of).filter(|_| policy.in_force == Some(InForce::Yes));
        let until = date(&policy.valid_until).filter(|until| shown.is_none_or(|on| on.start <= until.end));
        until.zip(self.today).is_some_and(|(until, today)| until.end < today)
    }

    /// One of two texts, where they are held.
    pub fn held<'t>(&self, en: Option<&'t Text>, zh: Option<&'t Text>) -> Option<&'t str> {
        en.map(|en| self.lang.pick_or(en, zh))
    }

    /// A year.
    pub fn year(&self, year: u16) -> String {
        lang::date(&year.to_string(), self.lang)
    }

    /// The caveat of a figure.
    pub fn note<'f>(&self, figure: &'f Figure) -> Option<&'f str> {
        self.held(figure.note.as_ref(), figure.note_zh.as_ref())
    }

    /// The label of a status of records of a kind; empty where there is none.
    pub fn status(&self, kind: Kind, status: Option<&str>) -> Result<String> {
        let Some(status) = status else { return Ok(String::new()) };
        self.term(kind.status_set(), status)
    }

    /// The name of a record, marked where it is the user's own.
    pub fn name(&self, record: &Record) -> String {
        self.with_mark(self.lang.pick_or(&record.name, record.name_zh.as_ref()), record.origin.as_ref())
    }

    /// The name of the record with this id.
    pub fn name_of(&self, id: &str) -> Result<String> {
        if self.has_own
            && let Some(record) = self.atlas.record_by_id(id)?
        {
            return Ok(self.name(&record));
        }
        let head = self.atlas.record_head(id)?;
        Ok(head.map_or_else(
            || id.to_owned(),
            |head| self.lang.pick_or(&head.name, head.name_zh.as_ref()).to_owned(),
        ))
    }

    /// The items of a list within a line.
    pub fn list(&self, items: impl Iterator<Item = Result<String>>) -> Result<String> {
        Ok(self.lang.list(items.collect::<Result<Vec<_>>>()?))
    }

    fn unit(&self, unit: Option<&str>) -> Result<String> {
        unit.map_or_else(|| Ok(String::new()), |unit| self.term("unit", unit))
    }

    /// The value of a figure with its qualifier and unit, a date in labels; marked where it is the user's own.
    pub fn value(&self, figure: &Figure) -> Result<String> {
        let value = match &figure.value {
            Value::Text(text) if figure.date_value().is_some() => lang::date(text, self.lang),
            _ => lang::value(figure, &self.unit(figure.unit.as_deref())?, self.lang),
        };
        Ok(value + self.own_mark(figure.origin.as_ref()))
    }

    /// The mark of what is the user's own, from its origin; the foot of the page names the folder.
    pub fn own_mark(&self, origin: Option<&Text>) -> &'static str {
        let Some(origin) = origin else { return "" };
        let path = origin.rsplit_once(':').map_or(&**origin, |(path, _)| path);
        let folder = path.rsplit_once('/').map_or(path, |(folder, _)| folder);
        // A record stands in the folder of its kind.
        let of_kind = folder.rsplit_once('/').filter(|(_, kind)| Kind::from_plural(kind).is_some());
        self.own.borrow_mut().insert(of_kind.map_or(folder, |(folder, _)| folder).to_owned());
        self.label(Label::OwnMark)
    }

    /// The mark of what some keys of a record say, where that is the user's and the record is not.
    pub fn key_mark(&self, record: &str, keys: &[&str]) -> Result<&'static str> {
        for key in keys.iter().filter(|_| self.has_own) {
            if let Some(origin) = self.atlas.own_key(record, key)? {
                return Ok(self.own_mark(Some(&origin)));
            }
        }
        Ok("")
    }

    /// What is shown of a record that another is linked to, marked where the link or the linked record is the user's.
    pub fn linked(&self, record: &str, other: &str, shown: String) -> Result<String> {
        let mark = self.key_mark(record, &[&["links.", other].concat()])?;
        Ok(if shown.contains(mark) { shown } else { shown + mark })
    }

    /// A text with the mark of the user's own.
    pub fn with_mark(&self, text: &str, origin: Option<&Text>) -> String {
        [text, self.own_mark(origin)].concat()
    }

    /// What the mark of the user's own data says, where something bore it.
    pub fn own_note(&self) -> Option<Block> {
        let folders = self.lang.list(self.own.take());
        let mark = self.label(Label::OwnMark).trim_start().to_owned();
        (!folders.is_empty()).then(|| Block::Footnote(mark, phrase::own_data(folders, self.lang)))
    }

    /// The value, or the sentence of a figure that is shown by it.
    pub fn value_or_statement(&self, figure: &Figure) -> Result<String> {
        if shown_as_statement(figure) { Ok(self.statement(figure)) } else { self.value(figure) }
    }

    /// A number in a unit, such as a difference of two figures.
    pub fn quantity(&self, number: Number, unit: Option<&str>) -> Result<String> {
        Ok(lang::quantity(number, unit, &self.unit(unit)?, self.lang))
    }

    /// The difference of two figures of a unit: of percentages, in percentage points.
    pub fn difference(&self, number: Number, unit: Option<&str>) -> Result<String> {
        if unit == Some("percent") {
            return Ok(phrase::points(self.quantity(number, None)?, self.lang));
        }
        self.quantity(number, unit)
    }

    /// A date, or that there is none.
    pub fn date_or_undated(&self, date: Option<&str>) -> String {
        date.map_or_else(|| self.label(Label::Undated).to_owned(), |date| lang::date(date, self.lang))
    }

    /// When a figure holds, or that it does not say.
    pub fn date_text(&self, figure: &Figure) -> String {
        self.date_or_undated(figure.date_text())
    }

    /// When a figure holds, where neither its sentence nor its value says so.
    pub fn date_unless_said(&self, figure: &Figure, sentence: &str) -> Option<String> {
        let is_said = figure.date_text().is_some_and(|date| lang::says(sentence, date));
        (figure.date_value().is_none() && !is_said).then(|| self.date_text(figure))
    }

    /// The same beside its value; nothing where that is the same date.
    pub fn date_beside(&self, figure: &Figure) -> String {
        let is_value = matches!(&figure.value, Value::Text(value) if figure.date_text() == Some(value));
        if is_value { String::new() } else { self.date_text(figure) }
    }

    /// The date with no more than the year of a day: lists have little room, and a page says the day.
    pub fn year_text(&self, figure: &Figure) -> String {
        match (&figure.period, figure.span()) {
            (None, Some(span)) => self.year(span.end.year),
            _ => self.date_text(figure),
        }
    }

    /// A value in one cell: with its date where it is none itself, its qualifiers and its marks.
    pub fn value_cell(&self, figure: &Figure, when: String) -> Result<String> {
        let is_day = figure.date_value().is_some() && figure.status == Status::Actual;
        let is_said = is_day || self.date_beside(figure).is_empty();
        let mut details = if is_said { Vec::new() } else { vec![when] };
        details.extend(self.qualifiers(figure)?);
        let details = self.lang.bracket_all(&details);
        Ok([&*self.value(figure)?, &details, self.weak_mark(figure), &self.note_mark(figure)].concat())
    }

    /// The marks that a value bears: of a weak source, of a dispute, and of a caveat. Those of a source and a caveat are
    /// explained at the foot.
    pub fn marks(&self, figure: &Figure) -> String {
        [self.weak_mark(figure), &self.doubts(figure)].concat()
    }

    /// The marks of a dispute and of a caveat.
    pub fn doubts(&self, figure: &Figure) -> String {
        let disputed = self.disputed(figure).map(|disputed| self.lang.bracket(disputed));
        disputed.unwrap_or_default() + &self.note_mark(figure)
    }

    /// That a figure is disputed.
    pub fn disputed(&self, figure: &Figure) -> Option<&'static str> {
        (!figure.disputes.is_empty()).then(|| self.label(Label::Disputed))
    }

    /// The mark of a figure from a weak source.
    pub fn weak_mark(&self, figure: &Figure) -> &'static str {
        if figure.strength == Strength::Weak { self.weak() } else { "" }
    }

    fn weak(&self) -> &'static str {
        self.marks.borrow_mut().weak = true;
        " [?]"
    }

    /// A record within a line: by its id on a screen in English, which is short and can be typed, else by name.
    pub fn short_name_of(&self, id: &Text) -> Result<String> {
        if self.lang == Lang::En && !self.for_html { Ok(id.to_string()) } else { self.name_of(id) }
    }

    /// Records within a line, which one is linked to.
    pub fn short_names(&self, record: &str, ids: &[Text]) -> Result<String> {
        self.list(ids.iter().map(|id| self.linked(record, id, self.short_name_of(id)?)))
    }

    /// What is said, with the command that says more. Who reads HTML may have no terminal.
    pub fn see(&self, said: String, command: &str) -> String {
        if self.for_html { said } else { said + &self.lang.bracket(command) }
    }

    /// The mark of a figure with a caveat.
    pub fn note_mark(&self, figure: &Figure) -> String {
        let Some(note) = self.note(figure) else { return String::new() };
        let subject = self.short_name_of(&figure.subject).unwrap_or_default();
        let (comma, date) = (self.lang.comma(), figure.date_text().map(|date| lang::date(date, self.lang)));
        let [before_date, date] = date.as_deref().map_or([""; 2], |date| [comma, date]);
        let foot =
            [&subject, comma, self.metric(figure), before_date, date, self.lang.colon(), note].concat();
        let caveats = &mut self.marks.borrow_mut().caveats;
        let at = caveats.iter().position(|known| *known == foot).unwrap_or(caveats.len());
        if at == caveats.len() {
            caveats.push(foot);
        }
        if self.for_html { format!(" *{}", at + 1) } else { " *".to_owned() }
    }

    /// The marks since the last call.
    pub fn take_marks(&self) -> Marks {
        self.marks.take()
    }

    /// The sentence that says a figure, marked where it is the user's own.
    pub fn statement(&self, figure: &Figure) -> String {
        self.with_mark(self.lang.pick(&figure.statement, &figure.statement_zh), figure.origin.as_ref())
    }

    /// What is not known, marked where it is the user's own.
    pub fn gap(&self, gap: &Gap) -> String {
        self.with_mark(self.lang.pick(&gap.text, &gap.text_zh), gap.origin.as_ref())
    }

    /// The label of a figure's metric.
    pub fn metric<'f>(&self, figure: &'f Figure) -> &'f str {
        self.lang.pick(&figure.label, &figure.label_zh)
    }

    /// What sort of claim a figure is, where it is not simply what happened.
    pub fn status_label(&self, figure: &Figure) -> Result<Option<String>> {
        let label = || Ok(self.term("status", figure.status.name())?.to_lowercase());
        (figure.status != Status::Actual).then(label).transpose()
    }

    /// Of a distance or a transit time: the other end.
    pub fn other_end(&self, to: Option<&str>) -> Result<Option<String>> {
        let Some(to) = to else { return Ok(None) };
        let name = self.name_of(to)?;
        let name = if name == *to { self.term("place", to)? } else { name };
        Ok(Some(phrase::to_end(name, self.lang)))
    }

    /// What all figures of its series share with a figure, and whether it is disputed.
    pub fn qualifiers(&self, figure: &Figure) -> Result<Vec<String>> {
        let mut qualifiers = self.coverage(figure)?;
        qualifiers.extend(self.disputed(figure).map(str::to_owned));
        Ok(qualifiers)
    }

    /// What all figures of a series share: the sort of claim, whether they are retired, other end, scope and part.
    pub fn coverage(&self, figure: &Figure) -> Result<Vec<String>> {
        let mut qualifiers: Vec<String> = self.status_label(figure)?.into_iter().collect();
        qualifiers.extend(figure.is_retired().then(|| self.label(Label::Retired).to_owned()));
        qualifiers.extend(self.other_end(figure.to.as_deref())?);
        if let Some(scope) = &figure.scope {
            qualifiers.push(self.term("scope", scope)?);
        }
        match figure.part.as_deref() {
            Some(SOME_PART) => qualifiers.push(self.label(Label::OnePart).to_owned()),
            Some(part) => qualifiers.push(self.term("part", part)?),
            None => {}
        }
        Ok(qualifiers)
    }

    /// Who published a source.
    pub fn publisher<'s>(&self, source: &'s Source) -> &'s str {
        self.lang.pick_or(&source.publisher, source.publisher_zh.as_ref())
    }

    /// A source as one reads it at the foot of a page, under the number by which the page calls it.
    pub fn reference(&self, number: usize, source: &Source) -> Result<Block> {
        let published = self.date_or_undated(source.published.as_deref());
        let head = [self.publisher(source), self.lang.comma(), &published].concat();
        let mut text = self.lang.labelled(&head, &source.title);
        if source.strength == Strength::Weak {
            text.push_str(&self.lang.bracket(&self.term("strength", "weak")?.to_lowercase()));
        }
        text.push_str(self.own_mark(source.origin.as_ref()));
        Ok(Block::Reference { number, text, url: source.url.as_ref().map(ToString::to_string) })
    }
}

/// Whether a figure is shown by its sentence: texts and lists, whose value says little alone.
pub fn shown_as_statement(figure: &Figure) -> bool {
    match &figure.value {
        Value::List(_) => true,
        Value::Text(_) => figure.value_zh.is_some(),
        Value::Number(_) | Value::Range(..) => false,
    }
}

/// The mark of a reference; a weak source shows it.
pub fn mark(number: usize, strength: Strength) -> String {
    let weak = if strength == Strength::Weak { "?" } else { "" };
    ["[", &number.to_string(), weak, "]"].concat()
}
