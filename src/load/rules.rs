//! The rules that the data keeps between its parts: every id exists, links stand on both sides, units and
//! dates are sound, every figure has a date and a source. All faults are reported, never the first.
//!
//! Before that, every figure gets what the registries and the other figures know of it (labels, unit,
//! strength, id, days, what retires it).

use std::collections::{HashMap, HashSet};

use super::{Dataset, Diagnostics, Located, Location, Rule};
use crate::model::{
    About, ChangeKind, Figure, Gap, Kind, Metric, MetricType, Qualifier, Reason, Record, ShortlistMetrics,
    Source, Span, Status, Synonym, Term, Text, Value, fold,
};

/// Keys that only a policy has.
const OF_POLICIES: [&str; 13] = [
    "benefit", "benefit_zh", "who", "who_zh", "valid_from", "valid_until", "in_force", "in_force_as_of",
    "ask", "document", "document_zh", "level", "evidence",
];

/// Checks the whole data set.
pub fn check(dataset: &Dataset, diagnostics: &mut Diagnostics) {
    let mut check = Check::new(dataset, diagnostics);
    check.ids();
    check.about();
    for metric in &dataset.metrics {
        check.current = &metric.item.id;
        check.metric(metric);
    }
    for term in &dataset.terms {
        check.term(term);
    }
    for source in &dataset.sources {
        check.source(source);
    }
    for record in &dataset.records {
        check.current = &record.item.id;
        check.record(record);
    }
    for figure in &dataset.figures {
        check.current = &figure.item.id;
        check.figure(figure);
    }
    for Located { item: dispute, location } in &dataset.disputes {
        check.all_exist(location, "figures", "figure", &dispute.figures);
    }
    for gap in &dataset.gaps {
        check.gap(gap);
    }
    for synonym in &dataset.synonyms {
        check.synonym(synonym);
    }
    // A user's files have their own order, and a list of releases in them says nothing of what the user changes.
    if !check.diagnostics.is_compiled(0) {
        check.order();
        check.changes();
    }
}

/// Fills in what figures take from the registries, their ids and days among it.
pub fn fill(dataset: &mut Dataset) {
    let metrics: HashMap<&str, &Metric> =
        dataset.metrics.iter().map(|metric| (&*metric.item.id, &metric.item)).collect();
    let strengths: HashMap<&str, _> =
        dataset.sources.iter().map(|source| (&*source.item.id, source.item.strength)).collect();
    let mut ids: HashSet<String> = HashSet::new();
    for Located { item: figure, .. } in &mut dataset.figures {
        if let Some(metric) = metrics.get(&*figure.metric) {
            figure.label = metric.label.clone();
            figure.label_zh = metric.label_zh.clone();
            figure.unit = figure.unit.take().or_else(|| metric.unit.clone());
        }
        if let Some(strength) = strengths.get(&*figure.source) {
            figure.strength = *strength;
        }
        let span = figure.span();
        figure.period_start = span.map(|span| Text::from(span.start.to_string()));
        figure.period_end = span.map(|span| Text::from(span.end.to_string()));
        figure.superseded_by = None;
        figure.disputes.clear();
        let mut id = figure.computed_id();
        // What retires a figure that shares all with it is told apart from it by the next free number.
        let behind = figure.supersedes.as_ref().and_then(|old| old.strip_prefix(&*id));
        if behind
            .is_some_and(|n| n.is_empty() || n.strip_prefix('.').is_some_and(|n| n.parse::<u32>().is_ok()))
        {
            while ids.contains(&id) {
                figure.n = Some(figure.n.unwrap_or(1) + 1);
                id = figure.computed_id();
            }
        }
        ids.insert(id.clone());
        figure.id = Text::from(id);
    }
}

/// Fills in which figures others retire, and which disputes name.
pub fn relate(dataset: &mut Dataset) {
    let mut newer = HashMap::new();
    for Located { item: figure, .. } in &dataset.figures {
        if let Some(old) = &figure.supersedes {
            newer.entry(old.clone()).or_insert_with(|| figure.id.clone());
        }
    }
    let mut disputes: HashMap<Text, Vec<Text>> = HashMap::new();
    for Located { item: dispute, .. } in &dataset.disputes {
        for figure in &dispute.figures {
            disputes.entry(figure.clone()).or_default().push(dispute.id.clone());
        }
    }
    for Located { item: figure, .. } in &mut dataset.figures {
        figure.superseded_by = newer.get(&figure.id).cloned();
        figure.disputes = disputes.remove(&figure.id).unwrap_or_default();
    }
}

/// What the rules look things up in, and where they report.
struct Check<'d, 'a, 'r> {
    dataset: &'d Dataset<'a>,
    diagnostics: &'r mut Diagnostics,
    records: HashMap<&'d str, &'d Record<'a>>,
    metrics: HashMap<&'d str, &'d Located<Metric<'a>>>,
    figures: HashMap<&'d str, &'d Figure<'a>>,
    /// Every id, by what it names: `record`, `figure`, `metric`, `source`, `dispute`, `gap`, or a set of the
    /// vocabulary.
    ids: HashMap<&'d str, HashSet<&'d str>>,
    /// The records and the figures that come back to themselves, by parents and by what retires them.
    circles: [HashSet<&'d str>; 2],
    /// The date of the data.
    today: Option<Span>,
    /// The id of what is being checked.
    current: &'d str,
}

impl<'d, 'a, 'r> Check<'d, 'a, 'r> {
    fn new(dataset: &'d Dataset<'a>, diagnostics: &'r mut Diagnostics) -> Self {
        let parents = dataset.records.iter().map(|r| (&*r.item.id, r.item.parent.as_deref()));
        let newer = dataset.figures.iter().map(|f| (&*f.item.id, f.item.superseded_by.as_deref()));
        Self {
            dataset,
            diagnostics,
            circles: [circles(parents), circles(newer)],
            current: "",
            records: dataset.records.iter().map(|r| (&*r.item.id, &r.item)).collect(),
            metrics: dataset.metrics.iter().map(|m| (&*m.item.id, m)).collect(),
            figures: dataset.figures.iter().map(|f| (&*f.item.id, &f.item)).collect(),
            ids: HashMap::new(),
            today: dataset.about.as_ref().and_then(|about| Span::parse_date(&about.item.date())),
        }
    }

    fn fault(&mut self, at: &Location, key: &str, rule: Rule, message: impl Into<String>) {
        if !self.diagnostics.is_compiled(at.of(key).0) {
            return self.diagnostics.at(at, key, rule, message);
        }
        // Compiled data has no fault of its own: the user's has made one.
        let last = Location { file: self.diagnostics.last_file(), ..Location::default() };
        let message = format!("{} (in `{}` of the data below)", message.into(), self.current);
        self.diagnostics.at(&last, "", rule, message);
    }

    /// Collects all ids: each is well formed, and the only one of what it names; and no two records have one
    /// name.
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
        for Located { item: Figure { id, .. }, location: at } in &dataset.figures {
            if !self.ids.entry("figure").or_default().insert(id) {
                let message = format!(
                    "a second figure `{id}`: if it retires the other, say `supersedes = \"{id}\"` and `n = 2`; \
                     if both hold, `n = 2` alone"
                );
                self.fault(at, "metric", Rule::DuplicateId, message);
            }
        }
        let mut named: HashMap<String, &str> = HashMap::new();
        let (own, below): (Vec<_>, Vec<_>) =
            dataset.records.iter().partition(|record| record.item.origin.is_some());
        for Located { item: record, location: at } in below.into_iter().chain(own) {
            for (key, name) in [("name", Some(&record.name)), ("name_zh", record.name_zh.as_ref())] {
                let other = name.and_then(|name| named.insert(fold(name), &record.id));
                if let Some(other) = other.filter(|other| **other != *record.id) {
                    self.fault(at, key, Rule::DuplicateName, format!("`{other}` has this name, too"));
                }
            }
        }
    }

    /// What is named is one of some things: `record`, `figure`, a set of the vocabulary ...
    fn exists(&mut self, at: &Location, key: &str, whats: &[&str], id: &str) {
        let unread = |id: &str| self.dataset.unread.contains(id);
        let ids = whats.iter().filter_map(|what| self.ids.get(what));
        // The id of a figure begins with its subject's.
        let known = ids.clone().any(|ids| ids.contains(id)) || unread(id.split('.').next().unwrap_or(id));
        if !known {
            let meant = self.diagnostics.did_you_mean(id, ids.flatten().copied());
            self.fault(at, key, Rule::UnknownId, format!("no {} `{id}`{meant}", whats.join(" or ")));
        }
    }

    /// The same for all of some ids.
    fn all_exist<'i>(
        &mut self,
        at: &Location,
        key: &str,
        what: &str,
        ids: impl IntoIterator<Item = &'i Text<'i>>,
    ) {
        for id in ids {
            self.exists(at, key, &[what], id);
        }
    }

    /// A single date of the calendar; only a period may be a range.
    fn date(&mut self, at: &Location, key: &str, text: Option<&Text>) -> Option<Span> {
        let text = text?;
        let (span, form) = match key {
            "period" => (Span::parse(text), "a period; write 2023, 2022-Q1, 2021-H1 or 2021-01/2021-09"),
            _ => (Span::parse_date(text), "a date; write 2024, 2024-05 or 2024-05-03"),
        };
        if span.is_none() {
            self.fault(at, key, Rule::ImpossibleDate, format!("`{text}` is not {form}"));
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
    fn paired<T>(&mut self, at: &Location, key: &str, one: Option<&T>, other: Option<&T>) {
        if one.is_some() != other.is_some() {
            let partner = key.strip_suffix("_zh").unwrap_or("name_zh");
            let message = format!("`{key}` stands where `{partner}` does, and only there");
            self.fault(at, key, Rule::Untranslated, message);
        }
    }

    /// A key stands only beside another, which it says more of.
    fn needs<T, U>(&mut self, at: &Location, key: &str, value: Option<&T>, other: &str, there: Option<&U>) {
        if value.is_some() && there.is_none() {
            self.fault(at, key, Rule::MissingKey, format!("`{key}` dates `{other}`, which is not there"));
        }
    }

    fn about(&mut self) {
        let Some(Located { item: about, location: at }) = &self.dataset.about else {
            if self.dataset.unread.contains("atlas.toml") {
                return;
            }
            let path = if self.diagnostics.is_compiled(0) { "atlas.toml" } else { "data/atlas.toml" };
            let file = self.diagnostics.add_file(path, "", 0);
            let message = "the file with the data's version is missing";
            return self.diagnostics.add(file, 0, Rule::MissingKey, message);
        };
        if self.today.is_none() {
            self.fault(at, "version", Rule::ImpossibleDate, "`version` is a date such as 2026.11.23");
        }
        let About { governance, contact, scopes, headlines, classes, .. } = about;
        let lists = [("governance", governance), ("contact", contact), ("headlines", headlines)];
        let figures = lists.iter().flat_map(|(key, list)| list.iter().map(|own| (*key, &own.figure)));
        for (key, id) in figures.chain(scopes.iter().map(|id| ("scopes", id))) {
            self.exists(at, key, &["figure"], id);
            if self.figures.get(&**id).is_some_and(|figure| figure.is_retired()) {
                self.fault(at, key, Rule::Supersedes, format!("`{id}` is retired"));
            }
        }
        self.all_exist(at, "gaps", "gap", &about.gaps);
        self.all_exist(at, "area", "record", [&about.area]);
        self.all_exist(at, "whole_scope", "scope", [&about.whole_scope]);
        self.all_exist(at, "presumed_scope", "scope", [&about.presumed_scope]);
        self.all_exist(at, "part_scopes", "scope", &about.part_scopes);
        self.all_exist(at, "size", "metric", [&about.size]);
        self.all_exist(at, "classes.scheme", "scheme", [&classes.scheme]);
        self.all_exist(at, "classes.later", "scheme", [&classes.later]);
        self.all_exist(at, "classes.pillar", "tier", [&classes.pillar]);
        self.all_exist(at, "classes.emerging", "tier", [&classes.emerging]);
        self.all_exist(at, "classes.service", "tier", [&classes.service]);
        for (table, metrics) in [("key_metrics", &about.key_metrics), ("list_metrics", &about.list_metrics)] {
            for kind in Kind::ALL {
                self.are_for(at, &format!("{table}.{}", kind.plural()), metrics.of(kind), Some(kind));
            }
        }
        let ShortlistMetrics { focus, companies, distance } = &about.shortlist;
        for (key, metrics) in [("focus", focus), ("companies", companies), ("distance", distance)] {
            self.are_for(at, &format!("shortlist.{key}"), metrics, Some(Kind::Park));
        }
        for kind in Kind::ALL {
            for asked in about.compared.of(kind) {
                let key = format!("compared.{}", kind.plural());
                // Of a territory, too: it is then told that nothing is held of the record itself.
                self.all_exist(at, &key, "metric", [&asked.metric]);
                self.all_exist(at, &key, "record", &asked.to);
            }
        }
    }

    /// Metrics exist, and are used on the kinds of record that they are for.
    fn are_for<'i>(
        &mut self,
        at: &Location,
        key: &str,
        metrics: impl IntoIterator<Item = &'i Text<'i>>,
        kind: Option<Kind>,
    ) {
        for id in metrics {
            self.exists(at, key, &["metric"], id);
            if let (Some(metric), Some(kind)) = (self.metrics.get(&**id), kind)
                && !metric.item.kinds.contains(&kind)
            {
                let message = format!("metric `{id}` is not for the kind {}", kind.name());
                self.fault(at, key, Rule::WrongKind, message);
            }
        }
    }

    /// Sources stand by id; the figures of a record by metric, in the order of the registry, and then from
    /// old to new.
    fn order(&mut self) {
        let dataset = self.dataset;
        for pair in dataset.sources.windows(2) {
            if pair[0].item.id > pair[1].item.id {
                let message = format!("`{}` stands behind `{}`", pair[1].item.id, pair[0].item.id);
                self.fault(&pair[1].location, "id", Rule::OutOfOrder, message);
            }
        }
        let metrics: HashMap<&str, usize> =
            (0..).zip(&dataset.metrics).map(|(n, m)| (&*m.item.id, n)).collect();
        let place = |figure: &'d Figure| {
            let days = figure.span().map(|span| (span.end, span.start));
            // A date that is none has no place.
            if days.is_none() && figure.date_text().is_some() {
                return None;
            }
            Some((*metrics.get(&*figure.metric)?, days, &figure.id))
        };
        for pair in dataset.figures.windows(2) {
            let (before, figure) = (&pair[0].item, &pair[1].item);
            if before.subject == figure.subject
                && let (Some(first), Some(second)) = (place(before), place(figure))
                && first > second
            {
                let message = format!(
                    "`{}` stands behind `{}`: figures stand by metric as in metrics.toml, undated ones first, \
                     then by their last day, their first day and their id",
                    figure.id, before.id
                );
                self.fault(&pair[1].location, "metric", Rule::OutOfOrder, message);
            }
        }
    }

    fn metric(&mut self, Located { item: metric, location: at }: &Located<Metric<'a>>) {
        self.all_exist(at, "theme", "theme", [&metric.theme]);
        self.all_exist(at, "unit", "unit", &metric.unit);
        self.all_exist(at, "item", "item", &metric.item);
        if (metric.form == MetricType::Quantity) != metric.unit.is_some() {
            self.fault(at, "unit", Rule::WrongUnit, "a quantity has a unit, and nothing else has one");
        }
    }

    /// What a park can be asked to have says what shows it; no other term does.
    fn term(&mut self, Located { item: term, location: at }: &Located<Term<'a>>) {
        if (term.set == "need") == term.shown_by.is_empty() {
            let message = "`shown_by` stands in every term of the set `need`, and in no other";
            self.fault(at, "shown_by", Rule::MissingKey, message);
        }
        for way in term.shown_by.iter().filter(|way| **way != "enterprises:industry") {
            let (what, category) = way.split_once(':').unwrap_or((way, ""));
            let has_ends = self.metrics.get(what).is_some_and(|metric| metric.item.ends);
            if !has_ends && Kind::from_plural(what).is_none() && !matches!(what, "own" | "country") {
                let message = format!("`{what}` is neither links of a kind, nor a metric with two ends");
                self.fault(at, "shown_by", Rule::UnknownId, message);
            }
            self.exists(at, "shown_by", &["category"], category);
        }
    }

    fn source(&mut self, Located { item: source, location: at }: &Located<Source>) {
        let published = self.past(at, "published", source.published.as_ref());
        let accessed = self.past(at, "accessed", Some(&source.accessed));
        if let (Some(published), Some(accessed)) = (published, accessed)
            && published.start > accessed.end
        {
            self.fault(at, "published", Rule::ImpossibleDate, "it was read before it was published");
        }
        if accessed.is_some_and(|accessed| accessed.start.year < 2000) {
            self.fault(at, "accessed", Rule::ImpossibleDate, "nothing here was read before 2000");
        }
        self.paired(at, "note_zh", source.note.as_ref(), source.note_zh.as_ref());
        self.address(at, "url", source.url.as_ref());
    }

    fn address(&mut self, at: &Location, key: &str, url: Option<&Text>) {
        let is_own = self.diagnostics.layer(at.of(key).0) > 0;
        if let Some(url) = url.filter(|url| !is_address(url, is_own)) {
            let message = format!(
                "`{url}` is not a plain http or https address: a host in ASCII (of another script as xn--...), no \
                 user, and behind it no blanks, quotes, brackets or letters but ASCII (as %20, %E6...)"
            );
            self.fault(at, key, Rule::UnsafeAddress, message);
        }
    }

    fn record(&mut self, Located { item: record, location: at }: &Located<Record<'a>>) {
        self.all_exist(at, "category", "category", [&record.category]);
        self.all_exist(at, "status", record.kind.status_set(), &record.status);
        self.past(at, "status_as_of", record.status_as_of.as_ref());
        self.needs(at, "status_as_of", record.status_as_of.as_ref(), "status", record.status.as_ref());
        self.all_exist(at, "country", "country", &record.country);
        self.all_exist(at, "groups", "scheme", record.groups.iter().map(|group| &group.scheme));
        self.all_exist(at, "groups", "tier", record.groups.iter().map(|group| &group.tier));
        self.all_exist(at, "parent", "record", &record.parent);
        if !record.country.is_empty() && record.kind != Kind::Enterprise && record.category != "cooperation" {
            let message = "only an enterprise or a cooperation park has a country";
            self.fault(at, "country", Rule::WrongKind, message);
        }
        if !record.groups.is_empty() && record.kind != Kind::Industry {
            self.fault(at, "groups", Rule::WrongKind, "only an industry has groups");
        }
        self.paired(at, "pinyin", record.name_zh.as_ref(), record.pinyin.as_ref());
        if record.sources.is_empty() {
            self.fault(at, "sources", Rule::Unsourced, format!("`{}` names no source", record.id));
        }
        self.all_exist(at, "sources", "source", &record.sources);
        self.policy(at, record);
        self.links(at, record);
        if self.circles[0].contains(&*record.id) && !self.diagnostics.is_compiled(at.of("parent").0) {
            self.fault(at, "parent", Rule::ParentCycle, format!("`{}` is its own ancestor", record.id));
        }
    }

    /// What is said of a policy is said of nothing else.
    fn policy(&mut self, at: &Location, record: &Record<'a>) {
        let Record { benefit, benefit_zh, who, who_zh, valid_from, valid_until, .. } = record;
        let Record { in_force, in_force_as_of, ask, document, document_zh, level, evidence, .. } = record;
        if record.kind != Kind::Policy {
            for key in OF_POLICIES.iter().filter(|key| at.has(key)) {
                self.fault(at, key, Rule::WrongKind, format!("only a policy has `{key}`"));
            }
            return;
        }
        self.paired(at, "benefit_zh", benefit.as_ref(), benefit_zh.as_ref());
        self.paired(at, "who_zh", who.as_ref(), who_zh.as_ref());
        self.paired(at, "document_zh", document.as_ref(), document_zh.as_ref());
        let from = self.date(at, "valid_from", valid_from.as_ref());
        let until = self.date(at, "valid_until", valid_until.as_ref());
        if let (Some(from), Some(until)) = (from, until)
            && from.start > until.end
        {
            self.fault(at, "valid_until", Rule::ImpossibleDate, "it ends before `valid_from`");
        }
        self.past(at, "in_force_as_of", in_force_as_of.as_ref());
        self.needs(at, "in_force_as_of", in_force_as_of.as_ref(), "in_force", in_force.as_ref());
        if let Some(ask) = ask {
            self.paired(at, "ask.body_zh", ask.body.as_ref(), ask.body_zh.as_ref());
            self.address(at, "ask.url", ask.url.as_ref());
        }
        self.all_exist(at, "level", "level", level);
        self.all_exist(at, "evidence", "figure", evidence);
    }

    fn links(&mut self, at: &Location, record: &Record) {
        for kind in Kind::ALL {
            let key = &*format!("links.{}", kind.plural());
            for id in record.links.of(kind) {
                if *id == *record.id {
                    self.fault(at, key, Rule::SelfLink, format!("`{id}` is linked to itself"));
                    continue;
                }
                self.exists(at, key, &["record"], id);
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

    fn figure(&mut self, Located { item: figure, location: at }: &Located<Figure<'a>>) {
        if figure.n.is_some_and(|n| n < 2) {
            self.fault(at, "n", Rule::WrongType, "`n` is a whole number from 2");
        }
        self.all_exist(at, "scope", "scope", &figure.scope);
        self.all_exist(at, "part", "part", &figure.part);
        self.all_exist(at, "of", "record", &figure.of);
        match (figure.status, &figure.of) {
            (Status::Actual, Some(_)) => {
                let message = "what happened aims at nothing: only a target, design or estimate has `of`";
                self.fault(at, "of", Rule::WrongType, message);
            }
            (Status::Target, None) => {
                let message = "a target says with `of` whose figure it aims at, if only the subject's";
                self.fault(at, "status", Rule::MissingKey, message);
            }
            _ => {}
        }
        if figure.source.is_empty() {
            self.fault(at, "source", Rule::Unsourced, "the figure names no source");
        } else {
            self.exists(at, "source", &["source"], &figure.source);
        }
        self.paired(at, "note_zh", figure.note.as_ref(), figure.note_zh.as_ref());
        self.figure_dates(at, figure);
        self.supersedes(at, figure);
        let kind = self.records.get(&*figure.subject).map(|record| record.kind);
        self.are_for(at, "metric", [&figure.metric], kind);
        if let Some(Located { item: metric, .. }) = self.metrics.get(&*figure.metric).copied() {
            self.ends(at, figure, metric);
            self.value(at, figure, metric);
            self.unit(at, figure, metric);
        }
    }

    fn figure_dates(&mut self, at: &Location, figure: &Figure) {
        if figure.undated == figure.date_text().is_some() {
            let message = "a figure has `period` or `as_of`, or says `undated = true`";
            self.fault(at, "undated", Rule::Undated, message);
        }
        if figure.period.is_some() && figure.as_of.is_some() {
            let message = "a figure has a `period` or an `as_of`, not both";
            self.fault(at, "as_of", Rule::TwoDates, message);
        }
        for (key, text) in [("period", &figure.period), ("as_of", &figure.as_of)] {
            match figure.status {
                Status::Actual => self.past(at, key, text.as_ref()),
                _ => self.date(at, key, text.as_ref()),
            };
        }
    }

    /// A figure retires one other of its subject, scope, part, other end and period, which nothing else retires, and
    /// not in a circle. The metric or the status may be another: that the old one named the wrong thing is a reason
    /// to retire it.
    fn supersedes(&mut self, at: &Location, figure: &Figure) {
        let Some(id) = &figure.supersedes else { return };
        self.exists(at, "supersedes", &["figure"], id);
        let Some(old) = self.figures.get(&**id) else { return };
        let message = if old.subject != figure.subject {
            format!("`{id}` is of another subject")
        } else if (&old.scope, &old.part, &old.to) != (&figure.scope, &figure.part, &figure.to) {
            format!("`{id}` is of another scope, part or other end")
        } else if old.period.is_some() && figure.period.is_some() && old.period != figure.period {
            format!("`{id}` is of another period")
        } else if old.superseded_by.as_deref() != Some(&figure.id) {
            format!("`{id}` is retired by another figure already")
        } else if self.circles[1].contains(&*figure.id) {
            format!("`{id}` and this figure retire each other")
        } else {
            return;
        };
        self.fault(at, "supersedes", Rule::Supersedes, message);
    }

    /// A distance or a transit time has two ends: its subject and `to`.
    fn ends(&mut self, at: &Location, figure: &Figure, metric: &Metric) {
        match (&figure.to, metric.ends) {
            (None, true) => {
                let message = format!("`{}` has two ends: say the other one with `to`", metric.id);
                self.fault(at, "metric", Rule::MissingKey, message);
            }
            (Some(_), false) => {
                self.fault(at, "to", Rule::WrongKind, format!("`{}` has no other end", metric.id));
            }
            (Some(to), true) if *to == figure.subject => {
                self.fault(at, "to", Rule::SelfLink, "both ends are the same");
            }
            (Some(to), true) => self.exists(at, "to", &["record", "place"], to),
            (None, false) => {}
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
            (Quantity, Value::Range(..)) if is_range => "a range whose first number is not the lower one",
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
            return self.fault(at, "value", Rule::WrongType, message);
        }
        let least = match (metric.form, metric.unit.as_deref()) {
            (Rank, _) => 1.0,
            (_, Some("count")) => 0.0,
            _ => f64::NEG_INFINITY,
        };
        if let Value::Number(lowest) | Value::Range(lowest, _) = figure.value
            && lowest.as_f64() < least
        {
            self.fault(at, "value", Rule::ImpossibleValue, format!("`{}` is at least {least}", metric.id));
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
    fn unit(&mut self, at: &Location, figure: &Figure<'a>, metric: &Metric) {
        match metric.unit.as_deref() {
            Some("count") => self.all_exist(at, "unit", "unit", &figure.unit),
            own if own == figure.unit.as_deref() => {}
            own => {
                let (unit, own) = (figure.unit.as_deref().unwrap_or_default(), own.unwrap_or("none"));
                let message = format!("`{unit}` is not the unit of `{}`, which is {own}", metric.id);
                self.fault(at, "unit", Rule::WrongUnit, message);
            }
        }
    }

    fn gap(&mut self, Located { item: gap, location: at }: &Located<Gap<'a>>) {
        self.all_exist(at, "records", "record", &gap.records);
        self.all_exist(at, "themes", "theme", &gap.themes);
        if gap.topics.is_empty() != gap.topics_zh.is_empty() {
            self.fault(at, "topics_zh", Rule::Untranslated, "topics stand in one language only");
        } else if gap.topics.is_empty() {
            self.fault(at, "topics", Rule::MissingKey, "the gap has no topics to search it by");
        }
    }

    fn synonym(&mut self, Located { item: synonym, location: at }: &Located<Synonym>) {
        for meaning in &synonym.means {
            if let Some((what @ ("record" | "metric" | "dispute" | "gap"), id)) = meaning.split_once(':') {
                self.exists(at, "means", &[what], id);
            } else {
                let message = format!("`{meaning}` is none of record:ID, metric:ID, gap:ID, dispute:ID");
                self.fault(at, "means", Rule::UnknownId, message);
            }
        }
    }

    /// What the last release held and is now another or gone has a reason that is newer than it; what is new
    /// needs none.
    fn changes(&mut self) {
        let dataset = self.dataset;
        let versions = dataset.releases.iter().map(|release| &release.item.version);
        let Some(last) = versions.max() else { return };
        let now: HashMap<Text, String> = dataset.fingerprints().collect();
        let held_once = || dataset.releases.iter().flat_map(|release| &release.item.ids);
        let mut explained: HashSet<&Text> = HashSet::new();
        for Located { item: reason, location: at } in &dataset.reasons {
            self.reason(at, reason, &now);
            if reason.version > *last {
                explained.extend(&reason.ids);
                for id in reason.ids.iter().filter(|id| held_once().all(|(known, _)| known != *id)) {
                    self.fault(at, "ids", Rule::UnknownId, format!("no release held `{id}`"));
                }
            }
        }
        for Located { item: release, location: at } in &dataset.releases {
            for (id, fingerprint) in &release.ids {
                let what = match now.get(id) {
                    Some(now) if **now == **fingerprint => continue,
                    Some(_) => "changed",
                    None => "is gone",
                };
                let of = id.rsplit(':').next().and_then(|id| id.split('.').next()).unwrap_or(id);
                let unread = dataset.unread.contains(of);
                if !explained.contains(id) && !unread {
                    let message = format!("`{id}` {what} since release {last}: say why in changes.toml");
                    self.fault(at, &format!("ids.{id}"), Rule::Unexplained, message);
                }
            }
        }
    }

    fn reason(&mut self, at: &Location, reason: &Reason, now: &HashMap<Text, String>) {
        self.past(at, "version", Some(&Text::from(reason.version.replace('.', "-"))));
        if matches!(
            reason.change,
            ChangeKind::New | ChangeKind::Same | ChangeKind::Different | ChangeKind::Retired
        ) {
            let message = format!("`{}` needs no reason", reason.change.name());
            self.fault(at, "change", Rule::WrongType, message);
        }
        self.paired(at, "was_zh", reason.was.as_ref(), reason.was_zh.as_ref());
        if !reason.now.is_empty() && reason.now.len() != reason.ids.len() {
            self.fault(at, "now", Rule::MissingKey, "`now` has an id for each of `ids`");
        }
        for id in reason.now.iter().filter(|id| !now.contains_key(*id)) {
            self.fault(at, "now", Rule::UnknownId, format!("`{id}` is not in the data"));
        }
    }
}

/// Of things of which each leads to at most one other: those that lead back to themselves.
fn circles<'i>(leads: impl Iterator<Item = (&'i str, Option<&'i str>)>) -> HashSet<&'i str> {
    let next: HashMap<&str, &str> = leads.filter_map(|(from, to)| Some((from, to?))).collect();
    let (mut seen, mut circles) = (HashSet::new(), HashSet::new());
    for start in next.keys() {
        let (mut way, mut at) = (Vec::new(), Some(*start));
        while let Some(id) = at.filter(|id| seen.insert(*id)) {
            way.push(id);
            at = next.get(id).copied();
        }
        // Where the way ends at a thing that it has passed, it goes round from there.
        circles.extend(way.into_iter().skip_while(|id| Some(*id) != at));
    }
    circles
}

/// Lower-case letters, digits and single hyphens; a unit has capitals and strokes too.
pub fn is_kebab(id: &str, unit: bool) -> bool {
    let in_word =
        |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || unit && (b == b'/' || b.is_ascii_uppercase());
    id.len() <= 64 && id.split('-').all(|word| !word.is_empty() && word.bytes().all(in_word))
}

/// Whether a text is an address of the web: `http://` or `https://`, a host with a domain, perhaps a port, and
/// a path without quotes, blanks or braces: it stands in the link of a terminal, which has ASCII alone, in HTML and
/// in Markdown as it is. The user's own may be of a host without a domain: `localhost`, `192.168.0.1`.
fn is_address(url: &str, is_own: bool) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = host.split_once(':').unwrap_or((host, "80"));
    let is_label = |label: &str| {
        let inner = label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        inner && (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
    };
    let domain = host.rsplit('.').next().unwrap_or_default();
    let is_escape = |rest: &str| rest.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    let has_domain =
        host.contains('.') && domain.len() >= 2 && domain.bytes().any(|b| b.is_ascii_alphabetic());
    ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
        && host.split('.').all(is_label)
        && (has_domain || is_own)
        && port.parse::<u16>().is_ok_and(|port| port > 0)
        && rest.split('%').skip(1).all(is_escape)
        && rest.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b))
}
