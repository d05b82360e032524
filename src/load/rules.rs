//! The rules that the data keeps between its parts: every id exists, links stand on both sides, units
//! and dates are sound, every figure has a date and a source. All faults are reported, never the first.
//!
//! Here a figure also gets what the registries and the other figures know of it (labels, unit, strength,
//! id), since this is where it first meets them.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{Dataset, Diagnostics, Location, Rule, Spanned, did_you_mean};
use crate::model::{
    About, Figure, Kind, Metric, MetricType, Qualifier, Record, Source, Span, Status, Text, Value,
};

/// Checks a data set, and fills in what its figures take from elsewhere.
pub fn run(dataset: &mut Dataset, diagnostics: &mut Diagnostics) {
    let mut figures = std::mem::take(&mut dataset.figures);
    let mut check = Check::new(dataset, diagnostics);
    check.ids();
    check.about();
    for metric in &dataset.metrics {
        check.metric(metric);
    }
    for source in &dataset.sources {
        check.source(source);
    }
    for record in &dataset.records {
        check.record(record);
    }
    for figure in &mut figures {
        check.figure(figure);
    }
    check.figure_ids(&figures);
    check.mentions(&figures);
    dataset.figures = figures;
}

/// What the rules look things up in, and where they report.
struct Check<'d, 'r> {
    dataset: &'d Dataset,
    diagnostics: &'r mut Diagnostics,
    records: HashMap<&'d str, &'d Record<'static>>,
    metrics: HashMap<&'d str, &'d Metric<'static>>,
    sources: HashMap<&'d str, &'d Source<'static>>,
    /// Every id, by what it names: `record`, `metric`, `source`, `dispute`, `gap`, or a set of the vocabulary.
    ids: HashMap<&'d str, BTreeSet<&'d str>>,
    /// The date of the data.
    today: Option<Span>,
}

impl<'d, 'r> Check<'d, 'r> {
    fn new(dataset: &'d Dataset, diagnostics: &'r mut Diagnostics) -> Self {
        Self {
            dataset,
            diagnostics,
            records: dataset.records.iter().map(|r| (&*r.item.id, &r.item)).collect(),
            metrics: dataset.metrics.iter().map(|m| (&*m.item.id, &m.item)).collect(),
            sources: dataset.sources.iter().map(|s| (&*s.item.id, &s.item)).collect(),
            ids: HashMap::new(),
            today: dataset.about.as_ref().and_then(|about| Span::parse_date(&about.item.date())),
        }
    }

    fn fault(&mut self, at: &Location, key: &str, rule: Rule, message: impl Into<String>) {
        self.diagnostics.at(at, key, rule, message);
    }

    /// Collects the ids of everything but figures: each is well formed, and the only one.
    fn ids(&mut self) {
        let dataset = self.dataset;
        let of = |what, id: &'d Text, at: &'d Location| (what, &**id, at);
        let ids = dataset.records.iter().map(|r| of("record", &r.item.id, &r.location));
        let ids = ids.chain(dataset.metrics.iter().map(|m| of("metric", &m.item.id, &m.location)));
        let ids = ids.chain(dataset.sources.iter().map(|s| of("source", &s.item.id, &s.location)));
        let ids = ids.chain(dataset.terms.iter().map(|t| of(&t.item.set, &t.item.id, &t.location)));
        let ids = ids.chain(dataset.disputes.iter().map(|d| of("dispute", &d.item.id, &d.location)));
        let ids = ids.chain(dataset.gaps.iter().map(|g| of("gap", &g.item.id, &g.location)));
        for (what, id, at) in ids {
            if !is_kebab(id, what == "unit") {
                self.fault(at, "id", Rule::IdForm, format!("`{id}` is not kebab-case"));
            }
            if !self.ids.entry(what).or_default().insert(id) {
                self.fault(at, "id", Rule::DuplicateId, format!("a second {what} `{id}`"));
            }
        }
    }

    /// What is named exists.
    fn exists(&mut self, at: &Location, key: &str, what: &str, id: &str) -> bool {
        let known =
            self.ids.get(what).is_some_and(|ids| ids.contains(id)) || self.dataset.unread.contains(id);
        if !known && !self.diagnostics.is_full(at.file) {
            let meant = did_you_mean(id, self.ids.get(what).into_iter().flatten().copied());
            self.fault(at, key, Rule::UnknownId, format!("no {what} `{id}`{meant}"));
        }
        known
    }

    fn may_exist(&mut self, at: &Location, key: &str, what: &str, id: Option<&Text>) {
        if let Some(id) = id {
            self.exists(at, key, what, id);
        }
    }

    /// A single date of the calendar.
    fn date(&mut self, at: &Location, key: &str, text: Option<&Text>) -> Option<Span> {
        let text = text?;
        let span = Span::parse_date(text);
        if span.is_none() {
            let message = format!("`{text}` is not a date; write 2024, 2024-05 or 2024-05-03");
            self.fault(at, key, Rule::ImpossibleDate, message);
        }
        span
    }

    /// A date that says when something was; it does not lie after the data's own.
    fn past(&mut self, at: &Location, key: &str, text: Option<&Text>) -> Option<Span> {
        let span = self.date(at, key, text)?;
        if self.today.is_some_and(|today| span.start > today.end) {
            let text = text.map_or("", |text| &**text);
            self.fault(at, key, Rule::ImpossibleDate, format!("`{text}` lies after the date of the data"));
        }
        Some(span)
    }

    /// What is said in one language is said in the other.
    fn paired(&mut self, at: &Location, key: &str, one: bool, other: bool) {
        if one != other {
            let message = format!("`{key}` stands where its partner does, and only there");
            self.fault(at, key, Rule::Untranslated, message);
        }
    }

    fn about(&mut self) {
        match &self.dataset.about {
            Some(about) if self.today.is_none() => {
                let message = "`version` is a date such as 2026.11.23";
                self.fault(&about.location, "version", Rule::ImpossibleDate, message);
            }
            Some(_) => {}
            None => {
                let file = self.diagnostics.add_file("data/atlas.toml", "");
                let message = "the file with the data's version is missing or cannot be read";
                self.diagnostics.add(file, 0, Rule::MissingKey, message);
            }
        }
    }

    fn metric(&mut self, Spanned { item: metric, location: at }: &Spanned<Metric>) {
        self.exists(at, "theme", "theme", &metric.theme);
        self.may_exist(at, "unit", "unit", metric.unit.as_ref());
        if (metric.form == MetricType::Quantity) != metric.unit.is_some() {
            self.fault(at, "unit", Rule::WrongUnit, "a quantity has a unit, and nothing else has one");
        }
    }

    fn source(&mut self, Spanned { item: source, location: at }: &Spanned<Source>) {
        self.past(at, "published", source.published.as_ref());
        self.past(at, "accessed", Some(&source.accessed));
        self.paired(at, "note_zh", source.note.is_some(), source.note_zh.is_some());
        self.address(at, source.url.as_ref());
    }

    fn address(&mut self, at: &Location, url: Option<&Text>) {
        let Some(url) = url else { return };
        let plain = url.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b));
        if !plain || !(url.starts_with("https://") || url.starts_with("http://")) {
            let message = format!("`{url}` is not a plain http or https address");
            self.fault(at, "url", Rule::UnsafeAddress, message);
        }
    }

    fn record(&mut self, Spanned { item: record, location: at }: &Spanned<Record>) {
        self.exists(at, "category", "category", &record.category);
        self.may_exist(at, "status", record.kind.status_set(), record.status.as_ref());
        self.past(at, "status_as_of", record.status_as_of.as_ref());
        for country in &record.country {
            self.exists(at, "country", "country", country);
        }
        for group in &record.groups {
            self.exists(at, "groups", "scheme", &group.scheme);
            self.exists(at, "groups", "tier", &group.tier);
        }
        self.may_exist(at, "parent", "record", record.parent.as_ref());
        if !record.country.is_empty() && record.kind != Kind::Enterprise {
            self.fault(at, "country", Rule::WrongKind, "only an enterprise has a country");
        }
        if !record.groups.is_empty() && record.kind != Kind::Industry {
            self.fault(at, "groups", Rule::WrongKind, "only an industry has groups");
        }
        self.paired(at, "pinyin", record.name_zh.is_some(), record.pinyin.is_some());
        if record.sources.is_empty() {
            self.fault(at, "sources", Rule::Unsourced, format!("`{}` names no source", record.id));
        }
        for source in &record.sources {
            self.exists(at, "sources", "source", source);
        }
        self.links(at, record);
        self.parents(at, record);
    }

    fn links(&mut self, at: &Location, record: &Record) {
        for kind in Kind::ALL {
            for id in record.links.of(kind) {
                let key = kind.plural();
                if !self.exists(at, key, "record", id) {
                    continue;
                }
                let Some(other) = self.records.get(&**id) else { continue };
                if other.kind != kind {
                    let message = format!("`{id}` is one of the {}", other.kind.plural());
                    self.fault(at, key, Rule::OneSidedLink, message);
                } else if !other.links.of(record.kind).contains(&record.id) {
                    let message = format!("`{id}` does not link back to `{}`", record.id);
                    self.fault(at, key, Rule::OneSidedLink, message);
                }
            }
        }
    }

    /// Going from parent to parent does not come back to the record.
    fn parents(&mut self, at: &Location, record: &Record) {
        let mut parent = record.parent.as_deref();
        for _ in 0..self.records.len() {
            let Some(id) = parent else { return };
            if *id == *record.id {
                self.fault(at, "parent", Rule::ParentCycle, format!("`{id}` is its own ancestor"));
                return;
            }
            parent = self.records.get(id).and_then(|record| record.parent.as_deref());
        }
    }

    fn figure(&mut self, Spanned { item: figure, location: at }: &mut Spanned<Figure<'static>>) {
        if figure.n.is_some_and(|n| n < 2) {
            self.fault(at, "n", Rule::WrongType, "`n` is a whole number from 2");
        }
        self.may_exist(at, "scope", "scope", figure.scope.as_ref());
        self.may_exist(at, "part", "part", figure.part.as_ref());
        self.may_exist(at, "of", "record", figure.of.as_ref());
        if figure.of.is_some() && figure.status == Status::Actual {
            let message = "what happened aims at nothing: only a target, design or estimate has `of`";
            self.fault(at, "of", Rule::WrongType, message);
        }
        if figure.source.is_empty() {
            self.fault(at, "source", Rule::Unsourced, "the figure names no source");
        } else if self.exists(at, "source", "source", &figure.source)
            && let Some(source) = self.sources.get(&*figure.source)
        {
            figure.strength = source.strength;
        }
        self.paired(at, "note_zh", figure.note.is_some(), figure.note_zh.is_some());
        self.figure_dates(at, figure);
        self.exists(at, "metric", "metric", &figure.metric);
        if let Some(metric) = self.metrics.get(&*figure.metric).copied() {
            let kind = self.records.get(&*figure.subject).map(|record| record.kind);
            if let Some(kind) = kind.filter(|kind| !metric.kinds.contains(kind)) {
                let message = format!("metric `{}` is not for the kind {}", metric.id, kind.name());
                self.fault(at, "metric", Rule::WrongKind, message);
            }
            self.value(at, figure, metric);
            self.unit(at, figure, metric);
            figure.label = metric.label.clone();
            figure.label_zh = metric.label_zh.clone();
        }
        figure.id = Text::from(figure.computed_id());
    }

    fn figure_dates(&mut self, at: &Location, figure: &Figure) {
        if figure.undated == figure.date_text().is_some() {
            let message = "a figure has `period` or `as_of`, or says `undated = true`";
            self.fault(at, "undated", Rule::Undated, message);
        }
        let actual = figure.status == Status::Actual;
        if let Some(period) = &figure.period {
            let message = match Span::parse(period) {
                None => "is not a period; write 2023, 2022-Q1, 2021-H1 or 2021-01/2021-09",
                Some(span) if actual && self.today.is_some_and(|today| span.start > today.end) => {
                    "lies after the date of the data, yet the figure is actual"
                }
                Some(_) => "",
            };
            if !message.is_empty() {
                self.fault(at, "period", Rule::ImpossibleDate, format!("`{period}` {message}"));
            }
        }
        if actual {
            self.past(at, "as_of", figure.as_of.as_ref());
        } else {
            self.date(at, "as_of", figure.as_of.as_ref());
        }
    }

    /// A value has the form of its metric, and says in Chinese what it says in English.
    fn value(&mut self, at: &Location, figure: &Figure, metric: &Metric) {
        use MetricType::{Date, List, Quantity, Rank};
        let is_range = figure.qualifier == Qualifier::Range;
        let found = match (metric.form, &figure.value) {
            (Quantity | Rank, Value::Number(_)) if !is_range => "",
            (Quantity, Value::Range(low, high)) if is_range && low.as_f64() < high.as_f64() => "",
            (Date | MetricType::Text, Value::Text(_)) | (List, Value::List(_)) => "",
            (_, Value::Number(_)) if is_range => "a number with `qualifier = \"range\"`",
            (_, Value::Number(_)) => "a number",
            (Quantity, Value::Range(..)) => {
                "two numbers: a range is [lowest, highest] with `qualifier = \"range\"`"
            }
            (_, Value::Range(..)) => "two numbers",
            (_, Value::Text(_)) => "a text",
            (_, Value::List(_)) => "a list of texts",
        };
        if !found.is_empty() {
            let wanted = match metric.form {
                Quantity => "a number",
                Rank => "a number, the place in a ranking",
                Date => "a date, in quotes",
                MetricType::Text => "a text",
                List => "a list of texts",
            };
            let message = format!("`{}` is {wanted}, not {found}", metric.id);
            self.fault(at, "value", Rule::WrongType, message);
            return;
        }
        if let (Date, Value::Text(date)) = (metric.form, &figure.value)
            && Span::parse(date).is_none()
        {
            self.fault(at, "value", Rule::ImpossibleDate, format!("`{date}` is not a date"));
        }
        let message = match (&figure.value, &figure.value_zh) {
            (Value::Number(_) | Value::Range(..), None) | (Value::Text(_), Some(Value::Text(_))) => return,
            (Value::List(list), Some(Value::List(zh))) if list.len() == zh.len() => return,
            (Value::Text(_), None) if metric.form == Date => return,
            (Value::Number(_) | Value::Range(..), Some(_)) => "a number has no Chinese value",
            _ => "a text or list has a `value_zh` of the same form and length",
        };
        self.fault(at, "value_zh", Rule::Untranslated, message);
    }

    /// A unit is the metric's own; only counts name the thing counted.
    fn unit(&mut self, at: &Location, figure: &mut Figure<'static>, metric: &Metric<'static>) {
        match (&figure.unit, metric.unit.as_deref()) {
            (None, _) => figure.unit.clone_from(&metric.unit),
            (Some(unit), Some("count")) => _ = self.exists(at, "unit", "unit", unit),
            (Some(unit), own) => {
                let own = own.unwrap_or("none");
                let message = format!("`{unit}` is not the unit of `{}`, which is {own}", metric.id);
                self.fault(at, "unit", Rule::WrongUnit, message);
            }
        }
    }

    fn figure_ids(&mut self, figures: &[Spanned<Figure>]) {
        let mut seen = HashSet::new();
        for Spanned { item: figure, location: at } in figures {
            if !seen.insert(&*figure.id) {
                let id = &figure.id;
                let message = format!(
                    "a second figure `{id}`: if it retires the other, say `supersedes = \"{id}\"` and `n = 2`; \
                     if both hold, `n = 2` alone"
                );
                self.fault(at, "metric", Rule::DuplicateId, message);
            }
        }
    }

    /// The ids that disputes, gaps, synonyms and the overview name.
    fn mentions(&mut self, figures: &[Spanned<Figure>]) {
        let dataset = self.dataset;
        let ids: BTreeSet<&str> = figures.iter().map(|f| &*f.item.id).collect();
        let figure = |check: &mut Self, at: &Location, key: &str, id: &str| {
            let subject = id.split('.').next().unwrap_or_default();
            if !ids.contains(id) && !dataset.unread.contains(subject) && !check.diagnostics.is_full(at.file) {
                let of_subject = ids.range(subject..).take_while(|id| id.starts_with(subject)).copied();
                let message = format!("no figure `{id}`{}", did_you_mean(id, of_subject));
                check.fault(at, key, Rule::UnknownId, message);
            }
        };
        if let Some(Spanned { item, location: at }) = &dataset.about {
            let About { governance, contact, scopes, headlines, .. } = item;
            for (key, ids) in [
                ("governance", governance),
                ("contact", contact),
                ("scopes", scopes),
                ("headlines", headlines),
            ] {
                for id in ids {
                    figure(self, at, key, id);
                }
            }
        }
        for Spanned { item: dispute, location: at } in &dataset.disputes {
            for id in &dispute.figures {
                figure(self, at, "figures", id);
            }
        }
        for Spanned { item: gap, location: at } in &dataset.gaps {
            for id in &gap.records {
                self.exists(at, "records", "record", id);
            }
        }
        for Spanned { item: synonym, location: at } in &dataset.synonyms {
            for meaning in &synonym.means {
                if let Some((what @ ("record" | "metric" | "dispute" | "gap"), id)) = meaning.split_once(':')
                {
                    self.exists(at, "means", what, id);
                } else {
                    let message = format!("`{meaning}` is none of record:ID, metric:ID, gap:ID, dispute:ID");
                    self.fault(at, "means", Rule::UnknownId, message);
                }
            }
        }
    }
}

/// Lower-case letters, digits and single hyphens; a unit has capitals and strokes too.
fn is_kebab(id: &str, unit: bool) -> bool {
    let in_word =
        |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || unit && (b == b'/' || b.is_ascii_uppercase());
    id.len() <= 64 && id.split('-').all(|word| !word.is_empty() && word.bytes().all(in_word))
}
