//! The rules that the data keeps between its parts: every id exists, links stand on both sides, units
//! and dates make sense, every figure has a date and a source. All faults are reported, never the first.
//!
//! It also fills in what a figure takes from the registries (labels, unit, strength, id), since that is
//! where it first meets them.

use std::collections::{HashMap, HashSet};

use super::{
    About, Dataset, Faults, Figure, Kind, MetricType, Number, Place, Placed, Qualifier, Rule, Span, Status,
    Strength, Text, Value, Written,
};

/// Checks a data set, and fills in what its figures take from the registries.
pub fn run(dataset: &mut Dataset, faults: &mut Faults) {
    let mut figures = std::mem::take(&mut dataset.figures);
    let known = Known::new(dataset);
    Known::unique_ids(dataset, faults);
    known.registries(dataset, faults);
    known.records(dataset, faults);
    links(dataset, faults);
    parents(dataset, faults);
    for figure in &mut figures {
        known.figure(figure, faults);
    }
    figure_ids(&figures, faults);
    dataset.figures = figures;
    mentions(dataset, faults);
}

/// The ids that can be named.
struct Known {
    kinds: HashMap<String, Kind>,
    metrics: HashMap<String, Measure>,
    strengths: HashMap<String, Strength>,
    terms: HashSet<(String, String)>,
    today: Option<Span>,
}

struct Measure {
    form: MetricType,
    unit: Option<Text<'static>>,
    label: Text<'static>,
    label_zh: Text<'static>,
    kinds: Vec<Kind>,
    ends: bool,
}

impl Known {
    fn new(dataset: &Dataset) -> Self {
        let metric = |placed: &Placed<super::Metric<'static>>| {
            let metric = &placed.item;
            let measure = Measure {
                form: metric.form,
                unit: metric.unit.clone(),
                label: metric.label.clone(),
                label_zh: metric.label_zh.clone(),
                kinds: metric.kinds.clone(),
                ends: metric.ends,
            };
            (metric.id.to_string(), measure)
        };
        Self {
            kinds: dataset.records.iter().map(|r| (r.item.id.to_string(), r.item.kind)).collect(),
            metrics: dataset.metrics.iter().map(metric).collect(),
            strengths: dataset.sources.iter().map(|s| (s.item.id.to_string(), s.item.strength)).collect(),
            terms: dataset.terms.iter().map(|t| (t.item.set.to_string(), t.item.id.to_string())).collect(),
            today: dataset.about.as_ref().and_then(|about| Span::parse_date(&about.item.date())),
        }
    }

    fn term(&self, faults: &mut Faults, place: &Place, key: &str, sets: &[&str], id: &str) {
        let known = |set: &&str| self.terms.contains(&((*set).to_owned(), id.to_owned()));
        if !id.is_empty() && !sets.iter().any(known) {
            faults.at(
                place,
                key,
                Rule::UnknownId,
                format!("no {} `{id}` in vocabulary.toml", sets.join(" or ")),
            );
        }
    }

    fn record(&self, faults: &mut Faults, place: &Place, key: &str, id: &str) {
        if !self.kinds.contains_key(id) {
            faults.at(place, key, Rule::UnknownId, format!("no record `{id}`"));
        }
    }

    /// A date that says when something was; it cannot lie after the data's own.
    fn past(&self, faults: &mut Faults, place: &Place, key: &str, text: Option<&str>) {
        let Some(text) = text else { return };
        match Span::parse_date(text) {
            None => faults.at(
                place,
                key,
                Rule::ImpossibleDate,
                format!("`{text}` is not a date; write 2024, 2024-05 or 2024-05-03"),
            ),
            Some(span) if self.today.is_some_and(|today| span.start > today.end) => {
                faults.at(
                    place,
                    key,
                    Rule::ImpossibleDate,
                    format!("`{text}` lies after the date of the data"),
                );
            }
            Some(_) => {}
        }
    }

    fn unique_ids(dataset: &Dataset, faults: &mut Faults) {
        let mut seen = HashSet::new();
        let mut unique = |faults: &mut Faults, set: &str, id: &str, place: &Place| {
            if !id.is_empty() && !is_kebab(id, set == "unit") {
                faults.at(place, "id", Rule::IdForm, format!("`{id}` is not kebab-case"));
            }
            if !seen.insert((set.to_owned(), id.to_owned())) {
                faults.at(place, "id", Rule::DuplicateId, format!("a second {set} `{id}`"));
            }
        };
        for r in &dataset.records {
            unique(faults, "record", &r.item.id, &r.place);
        }
        for m in &dataset.metrics {
            unique(faults, "metric", &m.item.id, &m.place);
        }
        for s in &dataset.sources {
            unique(faults, "source", &s.item.id, &s.place);
        }
        for t in &dataset.terms {
            unique(faults, &t.item.set, &t.item.id, &t.place);
        }
        for d in &dataset.disputes {
            unique(faults, "dispute", &d.item.id, &d.place);
        }
        for g in &dataset.gaps {
            unique(faults, "gap", &g.item.id, &g.place);
        }
    }

    fn registries(&self, dataset: &Dataset, faults: &mut Faults) {
        match &dataset.about {
            Some(about) if self.today.is_none() => {
                faults.at(
                    &about.place,
                    "version",
                    Rule::ImpossibleDate,
                    "`version` is a date such as 2026.11.23",
                );
            }
            Some(_) => {}
            None => {
                let file = faults.add_file("data/atlas.toml", "");
                faults.add(file, 0, Rule::MissingKey, "the file with the data's version is missing");
            }
        }
        for Placed { item: metric, place } in &dataset.metrics {
            self.term(faults, place, "theme", &["theme"], &metric.theme);
            self.term(faults, place, "item", &["item"], metric.item.as_deref().unwrap_or_default());
            self.term(faults, place, "unit", &["unit"], metric.unit.as_deref().unwrap_or_default());
            if (metric.form == MetricType::Quantity) != metric.unit.is_some() {
                faults.at(place, "unit", Rule::WrongUnit, "a quantity has a unit, and nothing else has one");
            }
        }
        for Placed { item: source, place } in &dataset.sources {
            self.past(faults, place, "published", source.published.as_deref());
            self.past(faults, place, "accessed", Some(&source.accessed));
            paired(faults, place, "note_zh", source.note.is_some(), source.note_zh.is_some());
            if let Some(url) = &source.url {
                let plain = url.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b));
                if !plain || !(url.starts_with("https://") || url.starts_with("http://")) {
                    faults.at(
                        place,
                        "url",
                        Rule::UnsafeAddress,
                        format!("`{url}` is not a plain http or https address"),
                    );
                }
            }
        }
    }

    fn records(&self, dataset: &Dataset, faults: &mut Faults) {
        for Placed { item: record, place } in &dataset.records {
            self.term(faults, place, "category", &["category"], &record.category);
            let statuses = match record.kind {
                Kind::Plan | Kind::Policy => ["plan-status"].as_slice(),
                _ => &["entity-status"],
            };
            self.term(faults, place, "status", statuses, record.status.as_deref().unwrap_or_default());
            self.past(faults, place, "status_as_of", record.status_as_of.as_deref());
            for country in &record.country {
                self.term(faults, place, "country", &["country"], country);
            }
            for group in &record.groups {
                self.term(faults, place, "groups", &["scheme"], &group.scheme);
                self.term(faults, place, "groups", &["tier"], &group.tier);
            }
            if let Some(parent) = &record.parent {
                self.record(faults, place, "parent", parent);
            }
            if !record.country.is_empty() && record.kind != Kind::Enterprise {
                faults.at(place, "country", Rule::WrongKind, "only an enterprise has a country");
            }
            if !record.groups.is_empty() && record.kind != Kind::Industry {
                faults.at(place, "groups", Rule::WrongKind, "only an industry has groups");
            }
            paired(faults, place, "pinyin", record.name_zh.is_some(), record.pinyin.is_some());
            if record.sources.is_empty() {
                faults.at(place, "sources", Rule::Unsourced, format!("`{}` names no source", record.id));
            }
            for source in &record.sources {
                self.source(faults, place, "sources", source);
            }
        }
    }

    fn source(&self, faults: &mut Faults, place: &Place, key: &str, id: &str) -> Option<Strength> {
        let strength = self.strengths.get(id).copied();
        if strength.is_none() {
            faults.at(place, key, Rule::UnknownId, format!("no source `{id}` in sources.toml"));
        }
        strength
    }

    fn figure(&self, written: &mut Placed<Written>, faults: &mut Faults) {
        let Placed { item: Written { figure, n, undated, to, .. }, place } = written;
        self.term(faults, place, "scope", &["scope"], figure.scope.as_deref().unwrap_or_default());
        self.term(faults, place, "part", &["part"], figure.part.as_deref().unwrap_or_default());
        if figure.status == Status::Target && figure.of.is_none() {
            faults.at(place, "status", Rule::MissingKey, "a target without `of`");
        }
        if let Some(of) = &figure.of {
            self.record(faults, place, "of", of);
            if figure.status == Status::Actual {
                faults.at(
                    place,
                    "of",
                    Rule::WrongType,
                    "what happened aims at nothing: only a target, design or estimate has `of`",
                );
            }
        }
        if figure.source.is_empty() {
            faults.at(place, "source", Rule::Unsourced, "the figure names no source");
        } else if let Some(strength) = self.source(faults, place, "source", &figure.source) {
            figure.strength = strength;
        }
        paired(faults, place, "note_zh", figure.note.is_some(), figure.note_zh.is_some());
        self.dates(faults, place, figure, *undated);
        match self.metrics.get(&*figure.metric) {
            None if figure.metric.is_empty() => {}
            None => {
                let message = format!("no metric `{}` in metrics.toml", figure.metric);
                faults.at(place, "metric", Rule::UnknownId, message);
            }
            Some(measure) => {
                if let Some(kind) =
                    self.kinds.get(&*figure.subject).filter(|kind| !measure.kinds.contains(kind))
                {
                    let message = format!("metric `{}` is not for the kind {}", figure.metric, kind.name());
                    faults.at(place, "metric", Rule::WrongKind, message);
                }
                self.value(faults, place, figure, measure);
                match (measure.ends, to) {
                    (true, None) => faults.at(place, "metric", Rule::MissingKey, "key `to` is missing"),
                    (false, Some(_)) => faults.at(place, "to", Rule::WrongKind, "`to` on a metric without ends"),
                    (true, Some(to)) if !self.kinds.contains_key(to) => self.term(faults, place, "to", &["place"], to),
                    _ => {}
                }
                figure.label = measure.label.clone();
                figure.label_zh = measure.label_zh.clone();
            }
        }
        figure.id = Text::from(figure.computed_id(*n));
    }

    fn dates(&self, faults: &mut Faults, place: &Place, figure: &Figure, undated: bool) {
        if undated == figure.when().is_some() {
            faults.at(
                place,
                "undated",
                Rule::Undated,
                "a figure has `period` or `as_of`, or says `undated = true`",
            );
        }
        if let Some(period) = &figure.period {
            match Span::parse(period) {
                None => faults.at(
                    place,
                    "period",
                    Rule::ImpossibleDate,
                    format!("`{period}` is not a period; write 2023, 2022-Q1, 2021-H1 or 2021-01/2021-09"),
                ),
                Some(span)
                    if figure.status == Status::Actual
                        && self.today.is_some_and(|today| span.start > today.end) =>
                {
                    faults.at(
                        place,
                        "period",
                        Rule::ImpossibleDate,
                        format!("`{period}` lies after the date of the data, yet the figure is actual"),
                    );
                }
                Some(_) => {}
            }
        }
        if figure.status == Status::Actual {
            self.past(faults, place, "as_of", figure.as_of.as_deref());
        } else if let Some(as_of) = figure.as_of.as_deref().filter(|as_of| Span::parse_date(as_of).is_none())
        {
            faults.at(
                place,
                "as_of",
                Rule::ImpossibleDate,
                format!("`{as_of}` is not a date; write 2024, 2024-05 or 2024-05-03"),
            );
        }
    }

    fn value(&self, faults: &mut Faults, place: &Place, figure: &mut Figure<'static>, measure: &Measure) {
        let form = measure.form.name();
        let fits = match (measure.form, &figure.value) {
            (MetricType::Quantity | MetricType::Rank, Value::Number(_)) => {
                figure.qualifier != Qualifier::Range
            }
            (MetricType::Quantity, Value::Range(low, high)) => {
                figure.qualifier == Qualifier::Range && low.as_f64() < high.as_f64()
            }
            (MetricType::Text, Value::Text(_)) => true,
            (MetricType::List, Value::List(list)) => !list.is_empty(),
            (MetricType::Date, Value::Text(date)) => {
                if Span::parse(date).is_none() {
                    faults.at(place, "value", Rule::ImpossibleDate, format!("`{date}` is not a date"));
                }
                true
            }
            _ => false,
        };
        if !fits {
            faults.at(
                place,
                "value",
                Rule::WrongType,
                format!("`{}` is a {form}: its value or qualifier has another form", figure.metric),
            );
        }
        if let Value::Number(Number::Int(_) | Number::Float(_)) | Value::Range(..) = figure.value
            && figure.value_zh.is_some()
        {
            faults.at(place, "value_zh", Rule::WrongType, "a number has no Chinese value");
        }
        let translated = match (&figure.value, &figure.value_zh) {
            (Value::List(list), Some(Value::List(zh))) => list.len() == zh.len(),
            (Value::List(_), _) => false,
            (Value::Text(_), zh) if measure.form == MetricType::Text => matches!(zh, Some(Value::Text(_))),
            _ => true,
        };
        if !translated {
            faults.at(
                place,
                "value_zh",
                Rule::Untranslated,
                "a text or list has a `value_zh` of the same form and length",
            );
        }
        match (&figure.unit, &measure.unit) {
            (None, unit) => figure.unit.clone_from(unit),
            (Some(unit), Some(own)) if *own == "count" => self.term(faults, place, "unit", &["unit"], unit),
            (Some(unit), own) => {
                let own = own.as_deref().unwrap_or("none");
                faults.at(
                    place,
                    "unit",
                    Rule::WrongUnit,
                    format!("`{unit}` is not the unit of `{}`, which is {own}", figure.metric),
                );
            }
        }
    }
}

/// What is said in one language is said in the other.
fn paired(faults: &mut Faults, place: &Place, key: &str, one: bool, other: bool) {
    if one != other {
        faults.at(
            place,
            key,
            Rule::Untranslated,
            format!("`{key}` stands where its partner does, and only there"),
        );
    }
}

fn is_kebab(id: &str, unit: bool) -> bool {
    let word = |word: &str| {
        !word.is_empty()
            && word.bytes().all(|b| {
                b.is_ascii_lowercase() || b.is_ascii_digit() || unit && (b == b'/' || b.is_ascii_uppercase())
            })
    };
    id.len() <= 64 && id.split('-').all(word)
}

fn links(dataset: &Dataset, faults: &mut Faults) {
    let by_id: HashMap<&str, &Placed<_>> = dataset.records.iter().map(|r| (&*r.item.id, r)).collect();
    for Placed { item: record, place } in &dataset.records {
        for kind in Kind::ALL {
            for other_id in record.links.of(kind) {
                let message = match by_id.get(&**other_id) {
                    None => {
                        faults.at(place, kind.plural(), Rule::UnknownId, format!("no record `{other_id}`"));
                        continue;
                    }
                    Some(other) if other.item.kind != kind => {
                        format!("`{other_id}` is one of the {}", other.item.kind.plural())
                    }
                    Some(other) if !other.item.links.of(record.kind).contains(&record.id) => {
                        format!("`{other_id}` does not link back to `{}`", record.id)
                    }
                    Some(_) => continue,
                };
                faults.at(place, kind.plural(), Rule::OneSidedLink, message);
            }
        }
    }
}

fn parents(dataset: &Dataset, faults: &mut Faults) {
    let parent: HashMap<&str, &str> =
        dataset.records.iter().filter_map(|r| Some((&*r.item.id, &**r.item.parent.as_ref()?))).collect();
    for Placed { item: record, place } in &dataset.records {
        let mut at = &*record.id;
        for _ in 0..=parent.len() {
            match parent.get(at) {
                Some(next) if *next == &*record.id => {
                    faults.at(
                        place,
                        "parent",
                        Rule::ParentCycle,
                        format!("`{}` is its own ancestor", record.id),
                    );
                    break;
                }
                Some(next) => at = next,
                None => break,
            }
        }
    }
}

fn figure_ids(figures: &[Placed<Written>], faults: &mut Faults) {
    let mut seen = HashSet::new();
    for Placed { item: written, place } in figures {
        if !seen.insert(&*written.figure.id) {
            let message = format!("a second figure `{}`; give one of them `n = 2`", written.figure.id);
            faults.at(place, "metric", Rule::DuplicateId, message);
        }
    }
}

/// The ids that disputes, gaps, words and the overview name.
fn mentions(dataset: &Dataset, faults: &mut Faults) {
    let records: HashSet<&str> = dataset.records.iter().map(|r| &*r.item.id).collect();
    let figures: HashSet<&str> = dataset.figures.iter().map(|f| &*f.item.figure.id).collect();
    let metrics: HashSet<&str> = dataset.metrics.iter().map(|m| &*m.item.id).collect();
    let disputes: HashSet<&str> = dataset.disputes.iter().map(|d| &*d.item.id).collect();
    let gaps: HashSet<&str> = dataset.gaps.iter().map(|g| &*g.item.id).collect();
    let mut named = |place: &Place, key: &str, what: &str, set: &HashSet<&str>, id: &str| {
        if !set.contains(id) {
            faults.at(place, key, Rule::UnknownId, format!("no {what} `{id}`"));
        }
    };
    if let Some(about) = &dataset.about {
        let About { governance, contact, scopes, headlines, .. } = &about.item;
        for (key, ids) in
            [("governance", governance), ("contact", contact), ("scopes", scopes), ("headlines", headlines)]
        {
            for id in ids {
                named(&about.place, key, "figure", &figures, id);
            }
        }
    }
    for dispute in &dataset.disputes {
        for id in &dispute.item.figures {
            named(&dispute.place, "figures", "figure", &figures, id);
        }
    }
    for written in &dataset.figures {
        if let Some(id) = &written.item.supersedes {
            named(&written.place, "supersedes", "figure", &figures, id);
        }
    }
    for gap in &dataset.gaps {
        for theme in &gap.item.themes {
            if !dataset.terms.iter().any(|term| term.item.set == "theme" && term.item.id == theme.as_str()) {
                named(&gap.place, "themes", "theme", &HashSet::new(), theme);
            }
        }
        for id in &gap.item.records {
            named(&gap.place, "records", "record", &records, id);
        }
    }
    for usage in &dataset.usages {
        for meaning in &usage.item.means {
            let (what, id) = meaning.split_once(':').unwrap_or(("meaning", meaning));
            let set = match what {
                "record" => &records,
                "metric" => &metrics,
                "dispute" => &disputes,
                "gap" => &gaps,
                _ => &HashSet::new(),
            };
            named(&usage.place, "means", what, set, id);
        }
    }
}
