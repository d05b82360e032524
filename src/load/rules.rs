//! The rules that the data keeps between its parts: every id exists, links stand on both sides, units and
//! dates are sound, every figure has a date and a source. All faults are reported, never the first.
//!
//! Before that, every figure gets what the registries and the other figures know of it (labels, unit,
//! strength, id, days, what retires it).

use std::{
    collections::{HashMap, HashSet},
    fmt::Display,
};

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
    let nowhere = Location::default();
    let mut check = Check::new(dataset, diagnostics, &nowhere);
    check.ids();
    check.about();
    check.each(&dataset.metrics, Check::metric);
    check.each(&dataset.terms, Check::term);
    check.each(&dataset.sources, Check::source);
    check.each(&dataset.records, Check::record);
    check.each(&dataset.figures, Check::figure);
    check.each(&dataset.disputes, |check, dispute| check.exist("figures", "figure", &dispute.figures));
    check.each(&dataset.gaps, Check::gap);
    check.each(&dataset.synonyms, Check::synonym);
    // A user's files have their own order, and a list of releases in them says nothing of what the user changes.
    if !check.diagnostics.is_compiled(0) {
        check.order();
        check.changes();
    }
}

/// Fills in what figures take from the registries, their ids and days among it.
pub fn fill(dataset: &mut Dataset) {
    let metrics: HashMap<&str, &Metric> =
        dataset.metrics.iter().map(|metric| (&*metric.id, &metric.item)).collect();
    let strengths: HashMap<&str, _> =
        dataset.sources.iter().map(|source| (&*source.id, source.strength)).collect();
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
    for figure in &dataset.figures {
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
    /// The place of what is being checked.
    current: &'d Location,
}

impl<'d, 'a, 'r> Check<'d, 'a, 'r> {
    fn new(dataset: &'d Dataset<'a>, diagnostics: &'r mut Diagnostics, nowhere: &'d Location) -> Self {
        let parents = dataset.records.iter().map(|r| (&*r.id, r.parent.as_deref()));
        let newer = dataset.figures.iter().map(|f| (&*f.id, f.superseded_by.as_deref()));
        Self {
            dataset,
            diagnostics,
            circles: [circles(parents), circles(newer)],
            current: nowhere,
            records: dataset.records.iter().map(|r| (&*r.id, &r.item)).collect(),
            metrics: dataset.metrics.iter().map(|m| (&*m.id, m)).collect(),
            figures: dataset.figures.iter().map(|f| (&*f.id, &f.item)).collect(),
            ids: HashMap::new(),
            today: dataset.about.as_ref().and_then(|about| Span::parse_date(&about.date())),
        }
    }

    /// Checks each of some things at its place.
    fn each<T>(&mut self, all: &'d [Located<T>], check: impl Fn(&mut Self, &'d T)) {
        for one in all {
            self.current = &one.location;
            check(self, &one.item);
        }
    }

    /// Records that what is being checked breaks a rule with a key.
    fn fault(&mut self, key: &str, rule: Rule, message: impl Display) {
        let at = self.current;
        // Compiled data has no fault of its own: what the user says of it has made one.
        let mut places = [at.of(key)].into_iter().chain(at.keys.iter().map(|(_, place)| *place));
        let place = places.find(|(file, _)| !self.diagnostics.is_compiled(*file));
        let (file, offset) = place.unwrap_or((self.diagnostics.last_file(), 0));
        self.diagnostics.add(file, offset, rule, message);
    }

    fn fault_if(&mut self, is_broken: bool, key: &str, rule: Rule, message: impl Display) {
        if is_broken {
            self.fault(key, rule, message);
        }
    }

    /// Collects all ids: each is well formed, and the only one of what it names; and no two records have one
    /// name.
    fn ids(&mut self) {
        let dataset = self.dataset;
        let of = |what, id: &'d Text, at: &'d Location| (what, &**id, at);
        let ids = dataset.records.iter().map(|r| of("record", &r.id, &r.location));
        let ids = ids.chain(dataset.metrics.iter().map(|m| of("metric", &m.id, &m.location)));
        let ids = ids.chain(dataset.sources.iter().map(|s| of("source", &s.id, &s.location)));
        let ids = ids.chain(dataset.terms.iter().map(|t| of(&t.set, &t.id, &t.location)));
        let ids = ids.chain(dataset.disputes.iter().map(|d| of("dispute", &d.id, &d.location)));
        let ids = ids.chain(dataset.gaps.iter().map(|g| of("gap", &g.id, &g.location)));
        for (what, id, at) in ids {
            self.current = at;
            self.fault_if(
                !is_kebab(id, what == "unit"),
                "id",
                Rule::IdForm,
                format!("`{id}` is not kebab-case"),
            );
            let is_second = !self.ids.entry(what).or_default().insert(id);
            self.fault_if(is_second, "id", Rule::DuplicateId, format!("a second `{what} {id}`"));
        }
        for Located { item: Figure { id, .. }, location: at } in &dataset.figures {
            self.current = at;
            if !self.ids.entry("figure").or_default().insert(id) {
                let message = format!(
                    "a second figure `{id}`: if it retires the other, say `supersedes = \"{id}\"` and `n = 2`; \
                     if both hold, `n = 2` alone"
                );
                self.fault("metric", Rule::DuplicateId, message);
            }
        }
        let mut named: HashMap<String, &str> = HashMap::new();
        let (own, below): (Vec<_>, Vec<_>) =
            dataset.records.iter().partition(|record| record.origin.is_some());
        for Located { item: record, location: at } in below.into_iter().chain(own) {
            self.current = at;
            for (key, name) in [("name", Some(&record.name)), ("name_zh", record.name_zh.as_ref())] {
                let other = name.and_then(|name| named.insert(fold(name), &record.id));
                if let Some(other) = other.filter(|other| **other != *record.id) {
                    self.fault(key, Rule::DuplicateName, format!("`{other}` has this name, too"));
                }
            }
        }
    }

    /// What a key names is there: each is a `record`, a `record or place`, one of a set of the vocabulary ...
    fn exist<'i>(&mut self, key: &str, what: &str, ids: impl IntoIterator<Item = &'i Text<'i>>) {
        for id in ids {
            let known = what.split(" or ").filter_map(|what| self.ids.get(what));
            // The id of a figure begins with its subject's.
            let subject = id.split('.').next().unwrap_or(id);
            if !known.clone().any(|ids| ids.contains(&**id)) && !self.dataset.unread.contains(subject) {
                let meant = self.diagnostics.did_you_mean(id, known.flatten().copied());
                self.fault(key, Rule::UnknownId, format_args!("no {what} `{id}`{meant}"));
            }
        }
    }

    /// A single date of the calendar, from 1800 on; only a period may be a range.
    fn date(&mut self, key: &str, text: Option<&Text>) -> Option<Span> {
        let text = text?;
        let (span, form) = match key {
            "period" => (Span::parse(text), "a period; write 2023, 2022-Q1, 2021-H1 or 2021-01/2021-09"),
            _ => (Span::parse_date(text), "a date; write 2024, 2024-05 or 2024-05-03"),
        };
        match span {
            None => self.fault(key, Rule::ImpossibleDate, format!("`{text}` is not {form}")),
            Some(span) if span.start.year < 1800 => {
                self.fault(key, Rule::ImpossibleDate, format!("`{text}` lies before 1800"));
            }
            Some(_) => {}
        }
        span
    }

    /// A date that says when something was; it does not lie after the data's own.
    fn past(&mut self, key: &str, text: Option<&Text>) -> Option<Span> {
        let span = self.date(key, text);
        if is_behind(span, self.today) {
            let text = text.map_or("", |text| &**text);
            self.fault(key, Rule::ImpossibleDate, format!("`{text}` lies after the date of the data"));
        }
        span
    }

    /// What is said in one language is said in the other.
    fn paired<T>(&mut self, key: &str, one: Option<&T>, other: Option<&T>) {
        if one.is_some() != other.is_some() {
            let partner = key.strip_suffix("_zh").unwrap_or("name_zh");
            let message = format!("`{key}` stands where `{partner}` does, and only there");
            self.fault(key, Rule::Untranslated, message);
        }
    }

    /// A key stands only beside another, which it says more of.
    fn needs<T, U>(&mut self, key: &str, value: Option<&T>, other: &str, there: Option<&U>) {
        if value.is_some() && there.is_none() {
            self.fault(key, Rule::MissingKey, format!("`{key}` dates `{other}`, which is not there"));
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
        self.current = at;
        let message = "`version` is a date such as 2026.11.23";
        self.fault_if(self.today.is_none(), "version", Rule::ImpossibleDate, message);
        let About { governance, contact, scopes, headlines, classes, .. } = about;
        let lists = [("governance", governance), ("contact", contact), ("headlines", headlines)];
        let figures = lists.iter().flat_map(|(key, list)| list.iter().map(|own| (*key, &own.id)));
        for (key, id) in figures.chain(scopes.iter().map(|id| ("scopes", id))) {
            self.exist(key, "figure", [id]);
            let is_retired = self.figures.get(&**id).is_some_and(|figure| figure.is_retired());
            self.fault_if(is_retired, key, Rule::Supersedes, format!("`{id}` is retired"));
        }
        self.exist("gaps", "gap", about.gaps.iter().map(|own| &own.id));
        self.exist("area", "record", [&about.area]);
        self.exist("whole_scope", "scope", [&about.whole_scope]);
        self.exist("presumed_scope", "scope", [&about.presumed_scope]);
        self.exist("part_scopes", "scope", &about.part_scopes);
        self.exist("size", "metric", [&about.size]);
        self.exist("classes.scheme", "scheme", [&classes.scheme]);
        self.exist("classes.later", "scheme", [&classes.later]);
        self.exist("classes.pillar", "tier", [&classes.pillar]);
        self.exist("classes.emerging", "tier", [&classes.emerging]);
        self.exist("classes.service", "tier", [&classes.service]);
        for (table, metrics) in [("key_metrics", &about.key_metrics), ("list_metrics", &about.list_metrics)] {
            for kind in Kind::ALL {
                self.are_for(&format!("{table}.{}", kind.plural()), metrics.of(kind), Some(kind));
            }
        }
        let ShortlistMetrics { focus, companies, distance } = &about.shortlist;
        for (key, metrics) in [("focus", focus), ("companies", companies), ("distance", distance)] {
            self.are_for(&format!("shortlist.{key}"), metrics, Some(Kind::Park));
        }
        for kind in Kind::ALL {
            for asked in about.compared.of(kind) {
                let key = format!("compared.{}", kind.plural());
                // Of a territory, too: it is then told that nothing is held of the record itself.
                self.exist(&key, "metric", [&asked.metric]);
                self.exist(&key, "record", &asked.to);
            }
        }
    }

    /// Metrics exist, and are used on the kinds of record that they are for.
    fn are_for<'i>(
        &mut self,
        key: &str,
        metrics: impl IntoIterator<Item = &'i Text<'i>>,
        kind: Option<Kind>,
    ) {
        for id in metrics {
            self.exist(key, "metric", [id]);
            if let (Some(metric), Some(kind)) = (self.metrics.get(&**id), kind)
                && !metric.kinds.contains(&kind)
            {
                let kind = kind.name();
                self.fault(key, Rule::WrongKind, format!("metric `{id}` is not for the kind `{kind}`"));
            }
        }
    }

    /// Sources stand by id; the figures of a record by metric, in the order of the registry, and then from
    /// old to new.
    fn order(&mut self) {
        let dataset = self.dataset;
        for pair in dataset.sources.windows(2) {
            let (before, source) = (&pair[0].id, &pair[1].id);
            self.current = &pair[1].location;
            let message = format!("`{source}` stands behind `{before}`");
            self.fault_if(before > source, "id", Rule::OutOfOrder, message);
        }
        let metrics: HashMap<&str, usize> = (0..).zip(&dataset.metrics).map(|(n, m)| (&*m.id, n)).collect();
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
            self.current = &pair[1].location;
            if before.subject == figure.subject
                && let (Some(first), Some(second)) = (place(before), place(figure))
                && first > second
            {
                let message = format!(
                    "`{}` stands behind `{}`: figures stand by metric as in metrics.toml, undated ones first, \
                     then by their last day, their first day and their id",
                    figure.id, before.id
                );
                self.fault("metric", Rule::OutOfOrder, message);
            }
        }
    }

    fn metric(&mut self, metric: &Metric<'a>) {
        self.exist("theme", "theme", [&metric.theme]);
        self.exist("unit", "unit", &metric.unit);
        self.exist("item", "item", &metric.item);
        let is_wrong = (metric.form == MetricType::Quantity) != metric.unit.is_some();
        self.fault_if(is_wrong, "unit", Rule::WrongUnit, "a quantity has a unit, and nothing else has one");
    }

    /// What a park can be asked to have says what shows it; no other term does.
    fn term(&mut self, term: &Term<'a>) {
        let is_wrong = (term.set == "need") == term.shown_by.is_empty();
        let message = "`shown_by` stands in every term of the set `need`, and in no other";
        self.fault_if(is_wrong, "shown_by", Rule::MissingKey, message);
        for way in term.shown_by.iter().filter(|way| **way != "enterprises:industry") {
            let (what, category) = way.split_once(':').unwrap_or((way, ""));
            let is_known = matches!(what, "own" | "country")
                || Kind::from_plural(what).is_some()
                || self.metrics.get(what).is_some_and(|metric| metric.ends);
            let message = format!("`{what}` is neither links of a kind, nor a metric with two ends");
            self.fault_if(!is_known, "shown_by", Rule::UnknownId, message);
            self.exist("shown_by", "category", [&category.into()]);
        }
    }

    fn source(&mut self, source: &Source) {
        let published = self.past("published", source.published.as_ref());
        let accessed = self.past("accessed", Some(&source.accessed));
        let is_early = is_behind(published, accessed);
        self.fault_if(is_early, "published", Rule::ImpossibleDate, "it was read before it was published");
        let is_early = accessed.is_some_and(|accessed| accessed.start.year < 2000);
        self.fault_if(is_early, "accessed", Rule::ImpossibleDate, "nothing here was read before 2000");
        self.paired("note_zh", source.note.as_ref(), source.note_zh.as_ref());
        self.address("url", source.url.as_ref());
    }

    fn address(&mut self, key: &str, url: Option<&Text>) {
        let is_own = self.diagnostics.layer(self.current.of(key).0) > 0;
        if let Some(url) = url.filter(|url| !is_address(url, is_own)) {
            let message = format!(
                "`{url}` is not a plain http or https address: a host in ASCII (of another script as xn--...), no \
                 user, and behind it no blanks, quotes, brackets or letters but ASCII (as %20, %E6...)"
            );
            self.fault(key, Rule::UnsafeAddress, message);
        }
    }

    fn record(&mut self, record: &Record<'a>) {
        self.exist("category", "category", [&record.category]);
        let below = self.dataset.records.iter().filter(|below| below.origin.is_none());
        let kinds: Vec<Kind> =
            below.filter(|below| below.category == record.category).map(|below| below.kind).collect();
        if let Some(kind) = kinds.first().filter(|_| !kinds.contains(&record.kind)) {
            let message = format!("`{}` is a category of `{}`", record.category, kind.plural());
            self.fault("category", Rule::WrongKind, message);
        }
        self.exist("status", record.kind.status_set(), &record.status);
        self.past("status_as_of", record.status_as_of.as_ref());
        self.needs("status_as_of", record.status_as_of.as_ref(), "status", record.status.as_ref());
        self.exist("country", "country", &record.country);
        self.exist("groups", "scheme", record.groups.iter().map(|group| &group.scheme));
        self.exist("groups", "tier", record.groups.iter().map(|group| &group.tier));
        self.exist("parent", "record", &record.parent);
        let has_home = record.kind == Kind::Enterprise || record.category == "cooperation";
        let message = "only an enterprise or a cooperation park has a country";
        self.fault_if(!record.country.is_empty() && !has_home, "country", Rule::WrongKind, message);
        let has_groups = !record.groups.is_empty() && record.kind != Kind::Industry;
        self.fault_if(has_groups, "groups", Rule::WrongKind, "only an industry has groups");
        self.paired("pinyin", record.name_zh.as_ref(), record.pinyin.as_ref());
        let message = format!("`{}` names no source", record.id);
        self.fault_if(record.sources.is_empty(), "sources", Rule::Unsourced, message);
        self.exist("sources", "source", &record.sources);
        self.policy(record);
        self.links(record);
        let is_circle = self.circles[0].contains(&*record.id);
        let is_compiled = self.diagnostics.is_compiled(self.current.of("parent").0);
        let message = format!("`{}` is its own ancestor", record.id);
        self.fault_if(is_circle && !is_compiled, "parent", Rule::ParentCycle, message);
    }

    /// What is said of a policy is said of nothing else.
    fn policy(&mut self, record: &Record<'a>) {
        let Record { benefit, benefit_zh, who, who_zh, valid_from, valid_until, .. } = record;
        let Record { in_force, in_force_as_of, ask, document, document_zh, level, evidence, .. } = record;
        if record.kind != Kind::Policy {
            for key in OF_POLICIES.iter().filter(|key| self.current.has(key)) {
                self.fault(key, Rule::WrongKind, format!("only a policy has `{key}`"));
            }
            return;
        }
        self.paired("benefit_zh", benefit.as_ref(), benefit_zh.as_ref());
        self.paired("who_zh", who.as_ref(), who_zh.as_ref());
        self.paired("document_zh", document.as_ref(), document_zh.as_ref());
        let from = self.date("valid_from", valid_from.as_ref());
        let until = self.date("valid_until", valid_until.as_ref());
        let message = "it ends before `valid_from`";
        self.fault_if(is_behind(from, until), "valid_until", Rule::ImpossibleDate, message);
        self.past("in_force_as_of", in_force_as_of.as_ref());
        self.needs("in_force_as_of", in_force_as_of.as_ref(), "in_force", in_force.as_ref());
        if let Some(ask) = ask {
            self.paired("ask.body_zh", ask.body.as_ref(), ask.body_zh.as_ref());
            self.address("ask.url", ask.url.as_ref());
        }
        self.exist("level", "level", level);
        self.exist("evidence", "figure", evidence);
    }

    fn links(&mut self, record: &Record) {
        for kind in Kind::ALL {
            let key = &*format!("links.{}", kind.plural());
            for id in record.links.of(kind) {
                if *id == *record.id {
                    self.fault(key, Rule::SelfLink, format!("`{id}` is linked to itself"));
                    continue;
                }
                self.exist(key, "record", [id]);
                let Some(other) = self.records.get(&**id) else { continue };
                if other.kind != kind {
                    let message = format!("`{id}` is one of the `{}`", other.kind.plural());
                    self.fault(key, Rule::OneSidedLink, message);
                } else if !other.links.of(record.kind).contains(&record.id) {
                    let message = format!("`{id}` does not link back to `{}`", record.id);
                    self.fault(key, Rule::OneSidedLink, message);
                }
            }
        }
    }

    fn figure(&mut self, figure: &Figure<'a>) {
        let is_low = figure.n.is_some_and(|n| n < 2);
        self.fault_if(is_low, "n", Rule::WrongType, "`n` is a whole number from 2");
        self.exist("scope", "scope", &figure.scope);
        self.exist("part", "part", &figure.part);
        self.exist("of", "record", &figure.of);
        let is_aimless = figure.status == Status::Actual && figure.of.is_some();
        let message = "what happened aims at nothing: only a target, design or estimate has `of`";
        self.fault_if(is_aimless, "of", Rule::WrongType, message);
        let is_incomplete = figure.status == Status::Target && figure.of.is_none();
        let message = "a target says with `of` whose figure it aims at, if only the subject's";
        self.fault_if(is_incomplete, "status", Rule::MissingKey, message);
        if figure.source.is_empty() {
            self.fault("source", Rule::Unsourced, "the figure names no source");
        } else {
            self.exist("source", "source", [&figure.source]);
        }
        self.paired("note_zh", figure.note.as_ref(), figure.note_zh.as_ref());
        self.figure_dates(figure);
        self.supersedes(figure);
        let kind = self.records.get(&*figure.subject).map(|record| record.kind);
        self.are_for("metric", [&figure.metric], kind);
        if let Some(Located { item: metric, .. }) = self.metrics.get(&*figure.metric).copied() {
            self.ends(figure, metric);
            self.value(figure, metric);
            self.unit(figure, metric);
        }
    }

    fn figure_dates(&mut self, figure: &Figure) {
        let message = "a figure has `period` or `as_of`, or says `undated = true`";
        self.fault_if(figure.undated == figure.date_text().is_some(), "undated", Rule::Undated, message);
        let has_two = figure.period.is_some() && figure.as_of.is_some();
        self.fault_if(has_two, "as_of", Rule::TwoDates, "a figure has a `period` or an `as_of`, not both");
        for (key, text) in [("period", &figure.period), ("as_of", &figure.as_of)] {
            match figure.status {
                Status::Actual => self.past(key, text.as_ref()),
                _ => self.date(key, text.as_ref()),
            };
        }
    }

    /// A figure retires one other of its subject, scope, part, other end and period, which nothing else retires, and
    /// not in a circle. The metric or the status may be another: that the old one named the wrong thing is a reason
    /// to retire it.
    fn supersedes(&mut self, figure: &Figure) {
        let Some(id) = &figure.supersedes else { return };
        self.exist("supersedes", "figure", [id]);
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
        self.fault("supersedes", Rule::Supersedes, message);
    }

    /// A distance or a transit time has two ends: its subject and `to`.
    fn ends(&mut self, figure: &Figure, metric: &Metric) {
        match (&figure.to, metric.ends) {
            (None, true) => {
                let message = format!("`{}` has two ends: say the other one with `to`", metric.id);
                self.fault("metric", Rule::MissingKey, message);
            }
            (Some(_), false) => {
                self.fault("to", Rule::WrongKind, format!("`{}` has no other end", metric.id));
            }
            (Some(to), true) if *to == figure.subject => {
                self.fault("to", Rule::SelfLink, "both ends are the same");
            }
            (Some(to), true) => self.exist("to", "record or place", [to]),
            (None, false) => {}
        }
    }

    /// A value has the form of its metric, and says in Chinese what it says in English.
    fn value(&mut self, figure: &Figure, metric: &Metric) {
        use MetricType::{Date, List, Quantity, Rank};
        let is_range = figure.qualifier == Qualifier::Range;
        let wanted = match (metric.form, &figure.value) {
            (Quantity | Rank, Value::Number(_)) if !is_range => "",
            (Quantity, Value::Range(low, high)) if is_range && low < high => "",
            (Date | MetricType::Text, Value::Text(_)) | (List, Value::List(_)) => "",
            (Quantity, Value::Number(_) | Value::Range(..)) => {
                "a range as [lowest, highest] with `qualifier = \"range\"`, else one number"
            }
            (Quantity, _) => "a number",
            (Rank, _) => "a number, the place in a ranking",
            (Date, _) => "a date, in quotes",
            (MetricType::Text, _) => "a text",
            (List, _) => "a list of texts",
        };
        if !wanted.is_empty() {
            let message = format!("`{}` takes {wanted}", metric.id);
            return self.fault("value", Rule::WrongType, message);
        }
        let least = match (metric.form, metric.unit.as_deref()) {
            (Rank, _) => 1.0,
            // A change, a temperature, a loss.
            (_, Some("percent" | "celsius" | "CNY" | "USD" | "EUR")) => f64::NEG_INFINITY,
            _ => 0.0,
        };
        if let Value::Number(lowest) | Value::Range(lowest, _) = figure.value
            && lowest.0 < least
        {
            self.fault("value", Rule::ImpossibleValue, format!("`{}` is at least {least}", metric.id));
        }
        if let (Date, Value::Text(date)) = (metric.form, &figure.value)
            && Span::parse(date).is_none()
        {
            self.fault("value", Rule::ImpossibleDate, format!("`{date}` is not a date"));
        }
        let message = match (&figure.value, &figure.value_zh) {
            (Value::Number(_) | Value::Range(..), None) | (Value::Text(_), Some(Value::Text(_))) => return,
            (Value::List(list), Some(Value::List(zh))) if list.len() == zh.len() => return,
            (Value::Text(_), None) if metric.form == Date => return,
            (Value::Number(_) | Value::Range(..), Some(_)) => "a number has no Chinese value",
            _ => "a text or list has a `value_zh` of the same form and length",
        };
        self.fault("value_zh", Rule::Untranslated, message);
    }

    /// A unit is the metric's own; only counts name the thing counted.
    fn unit(&mut self, figure: &Figure<'a>, metric: &Metric) {
        match metric.unit.as_deref() {
            Some("count") => self.exist("unit", "unit", &figure.unit),
            own if own == figure.unit.as_deref() => {}
            own => {
                let (unit, own) = (figure.unit.as_deref().unwrap_or_default(), own.unwrap_or("none"));
                let message = format!("`{unit}` is not the unit of `{}`, which is `{own}`", metric.id);
                self.fault("unit", Rule::WrongUnit, message);
            }
        }
    }

    fn gap(&mut self, gap: &Gap<'a>) {
        self.exist("records", "record", &gap.records);
        self.exist("themes", "theme", &gap.themes);
        if gap.topics.is_empty() != gap.topics_zh.is_empty() {
            self.fault("topics_zh", Rule::Untranslated, "topics stand in one language only");
        } else if gap.topics.is_empty() {
            self.fault("topics", Rule::MissingKey, "the gap has no topics to search it by");
        }
    }

    fn synonym(&mut self, synonym: &Synonym) {
        for meaning in &synonym.means {
            if let Some((what @ ("record" | "metric" | "dispute" | "gap"), id)) = meaning.split_once(':') {
                self.exist("means", what, [&id.into()]);
            } else {
                let message = format!("`{meaning}` is none of record:ID, metric:ID, gap:ID, dispute:ID");
                self.fault("means", Rule::UnknownId, message);
            }
        }
    }

    /// What the last release held and is now another or gone has a reason that is newer than it; what is new
    /// needs none.
    fn changes(&mut self) {
        let dataset = self.dataset;
        let versions = dataset.releases.iter().map(|release| &release.version);
        let Some(last) = versions.max() else { return };
        let now: HashMap<Text, String> = dataset.fingerprints().collect();
        let held_once = || dataset.releases.iter().flat_map(|release| &release.ids);
        let mut explained: HashSet<&Text> = HashSet::new();
        for Located { item: reason, location } in &dataset.reasons {
            self.current = location;
            self.reason(reason, &now);
            if reason.version > *last {
                explained.extend(&reason.ids);
                for id in reason.ids.iter().filter(|id| held_once().all(|(known, _)| known != *id)) {
                    self.fault("ids", Rule::UnknownId, format!("no release held `{id}`"));
                }
            }
        }
        for Located { item: release, location } in &dataset.releases {
            self.current = location;
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
                    self.fault(&format!("ids.{id}"), Rule::Unexplained, message);
                }
            }
        }
    }

    fn reason(&mut self, reason: &Reason, now: &HashMap<Text, String>) {
        self.past("version", Some(&Text::from(reason.version.replace('.', "-"))));
        // What follows is seen without one.
        let message = format!("`{}` needs no reason", reason.change.name());
        self.fault_if(reason.change >= ChangeKind::New, "change", Rule::WrongType, message);
        self.paired("was_zh", reason.was.as_ref(), reason.was_zh.as_ref());
        let is_short = !reason.now.is_empty() && reason.now.len() != reason.ids.len();
        self.fault_if(is_short, "now", Rule::MissingKey, "`now` has an id for each of `ids`");
        for id in reason.now.iter().filter(|id| !now.contains_key(*id)) {
            self.fault("now", Rule::UnknownId, format!("`{id}` is not in the data"));
        }
    }
}

/// Whether one of two days, where both are known, lies behind the other.
fn is_behind(one: Option<Span>, other: Option<Span>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.start > other.end)
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
fn is_kebab(id: &str, unit: bool) -> bool {
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
    let is_label =
        |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let domain = host.rsplit_once('.').map_or("", |(_, domain)| domain);
    let has_domain = domain.len() >= 2 && domain.bytes().any(|b| b.is_ascii_alphabetic());
    ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
        && host.split('.').all(is_label)
        && (has_domain || is_own)
        && port.parse::<u16>().is_ok()
        && rest.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b))
}
