//! The rules that make candidates of what the query covers. None of them ranks: that is [`super::rank`].

use std::{cmp::Reverse, collections::BTreeMap};

use super::{
    cover::{Class, Cover, Covers, Tier, uncovered},
    rank::{Candidate, is_hit},
    read::{Query, Reading, forms},
};
use crate::{
    error::Error,
    model::{Figure, Kind, Number, Recency, Span, Status, Value, series},
    store::Atlas,
    store::{
        format::Section,
        index::{self, Field, RecordRank, Superlative, Target, query_words},
    },
};

/// How many records and metrics are tried together.
const TRIED: usize = 8;
/// How many records' sentences are read, and for how many tokens.
const READ: usize = 3;
const OPEN: usize = 4;
/// How many sentences that have the words are compared.
const SAID: usize = 12;
/// How many figures of one value are tried.
const VALUES: usize = 40;
/// Once so many figures are read, those of no other record and metric are.
const FIGURES: usize = 40;
/// How many other records stand for a metric that no area has.
const OTHERS: usize = 3;
/// A figure so many years older than the newest beside it stands behind all newer ones.
const OLD: u16 = 5;

/// Everything that may answer.
pub fn candidates(atlas: &Atlas, query: &Query, covers: &Covers) -> Result<Vec<Candidate>, Error> {
    let mut scopes = Vec::new();
    let mut units = Vec::new();
    for (target, cover) in &covers.of {
        match target {
            Target::Scope(term) => scopes.push((atlas.term_at(*term as usize)?.id.to_string(), cover)),
            Target::Unit(term) => units.push((atlas.term_at(*term as usize)?.id.to_string(), cover)),
            _ => {}
        }
    }
    let records =
        best(query, covers, |target| if let Target::Record(number) = target { Some(number) } else { None });
    let metrics =
        best(query, covers, |target| if let Target::Metric(number) = target { Some(number) } else { None });
    let mut answers = Answers {
        atlas,
        query,
        covers,
        scopes,
        units,
        records,
        metrics,
        figures: BTreeMap::new(),
        of_record: BTreeMap::new(),
        found: Vec::new(),
    };
    answers.records();
    answers.of_kind()?;
    answers.measured()?;
    answers.single_figures()?;
    answers.targets()?;
    answers.gaps()?;
    let open = |answer: &Candidate| (0..query.tokens.len()).any(|n| answer.leaves(query, n));
    if answers.found.iter().all(open) {
        answers.said()?;
    }
    Ok(answers.found)
}

/// The best of a sort of thing, by what they cover.
fn best<'s>(query: &Query, covers: &'s Covers, wanted: fn(Target) -> Option<u32>) -> Vec<(u32, &'s Cover)> {
    let mut best: Vec<(u32, &Cover)> = covers
        .of
        .iter()
        .filter_map(|(target, cover)| Some((wanted(*target)?, cover)))
        .filter(|(_, cover)| cover.classes.iter().any(|class| *class >= Class::Some))
        .collect();
    best.sort_by_cached_key(|(number, cover)| {
        (uncovered(&cover.classes, query)[Class::Begins as usize..].to_vec(), cover.field, *number)
    });
    best.truncate(TRIED);
    best
}

struct Answers<'s, 'a> {
    atlas: &'s Atlas<'a>,
    query: &'s Query<'s, 'a>,
    covers: &'s Covers,
    /// Territories and units that the query names, by id.
    scopes: Vec<(String, &'s Cover)>,
    units: Vec<(String, &'s Cover)>,
    /// The records and metrics that cover most, best first.
    records: Vec<(u32, &'s Cover)>,
    metrics: Vec<(u32, &'s Cover)>,
    /// Figures read so far, by number; and of records met so far the metrics of their figures.
    figures: BTreeMap<u32, Figure<'a>>,
    of_record: BTreeMap<u32, Vec<(&'a str, u32)>>,
    found: Vec<Candidate>,
}

impl<'s, 'a> Answers<'s, 'a> {
    fn cover_of(&self, record: u32) -> Option<&'s Cover> {
        self.covers.of.get(&Target::Record(record))
    }

    /// What names the kind that is asked for.
    fn kind_cover(&self) -> Option<(Kind, &'s Cover)> {
        let kind = self.query.kind?;
        Some((kind, self.covers.of.get(&Target::Kind(kind))?))
    }

    /// Records, by their own texts.
    fn records(&mut self) {
        for (target, cover) in &self.covers.of {
            if matches!(target, Target::Record(_)) && is_hit(self.query, &cover.classes) {
                self.found.push(Candidate::of(*target, cover));
            }
        }
    }

    /// The records of the kind that is asked for, or of the category that a superlative is about, and what
    /// the word for it covers.
    fn alike(&self) -> Result<(Vec<Class>, Vec<u32>), Error> {
        let none = Ok((Vec::new(), Vec::new()));
        let mut kind_classes = vec![Class::Nothing; self.query.tokens.len()];
        let records = match (self.kind_cover(), self.query.superlative) {
            (Some((kind, cover)), _) => {
                kind_classes.clone_from(&cover.classes);
                self.atlas.numbers_of(kind)?.map(index::number).collect()
            }
            (None, Some(_)) => {
                let record = |reading: &Reading| match reading.key.target {
                    Target::Record(record) => Some((record, reading.tokens.clone())),
                    _ => None,
                };
                let readings = &self.query.readings;
                let category =
                    readings.iter().filter(|reading| reading.key.field == Field::Category).find_map(record);
                let Some((first, tokens)) = category else { return none };
                tokens.clone().for_each(|n| kind_classes[n] = Class::Whole);
                let kind = self.atlas.kind_of(first as usize)?;
                let mut alike: Vec<u32> = Vec::new();
                for (record, at) in readings.iter().filter_map(record) {
                    if at == tokens
                        && self.atlas.kind_of(record as usize)? == kind
                        && !alike.contains(&record)
                    {
                        alike.push(record);
                    }
                }
                alike
            }
            (None, None) => return none,
        };
        Ok((kind_classes, records))
    }

    /// Records of the kind that is asked for, or of the category that a superlative is about: by their own
    /// texts and those of what they are linked with; in the order of a superlative.
    fn of_kind(&mut self) -> Result<(), Error> {
        let (kind_classes, of_kind) = self.alike()?;
        let Some(first) = of_kind.first() else { return Ok(()) };
        let kind = self.atlas.kind_of(*first as usize)?;
        let ranks = self.atlas.table(Section::Ranks)?;
        let elsewhere = |own: &Cover| {
            own.classes
                .iter()
                .zip(&kind_classes)
                .any(|(own, of_kind)| *own >= Class::Words && *of_kind < Class::Words)
        };
        let mut linked: BTreeMap<u32, Vec<(u32, &Cover)>> = BTreeMap::new();
        let named = self.covers.of.iter().filter_map(|(target, cover)| match target {
            Target::Record(record) if elsewhere(cover) => Some((*record, cover)),
            _ => None,
        });
        // All of them lie in the territory, so that its name asks for no other.
        let mut around = Vec::new();
        for (record, cover) in named.take(TRIED) {
            let ended = ranks.get::<RecordRank>(record as usize)?.ended;
            if self.atlas.kind_of(record as usize)? == Kind::Area && !ended {
                around.push(cover);
            }
            for id in self.atlas.record(record as usize)?.links.of(kind) {
                if let Some(number) = self.record_number(id)? {
                    linked.entry(number).or_default().push((record, cover));
                }
            }
        }
        // A superlative orders by the metric that is named.
        let adds = |own: &Cover| {
            own.classes
                .iter()
                .zip(&kind_classes)
                .any(|(own, of_kind)| *own >= Class::Some && *of_kind < Class::Some)
        };
        let sizes = query_words().find(|(role, name, _)| *role == "size" && *name == kind.name());
        let sizes: Vec<&str> = sizes.map_or(Vec::new(), |(.., metrics)| metrics.split(", ").collect());
        let mut measures: Vec<(bool, u32, &Cover)> = Vec::new();
        for (metric, cover) in self.metrics.iter().filter(|(_, cover)| adds(cover)) {
            let usual = sizes.contains(&&*self.atlas.metric_at(*metric as usize)?.id);
            measures.push((!usual, *metric, cover));
        }
        measures.sort_by_key(|(unusual, ..)| *unusual);
        let measure = measures.first().map(|(_, metric, cover)| (*metric, *cover));
        let places = match self.query.superlative {
            Some(order) => Some(self.places(order, kind, &of_kind, measure.map(|(metric, _)| metric))?),
            None => None,
        };
        for number in of_kind {
            let mut answer = match self.cover_of(number) {
                Some(cover) => Candidate::of(Target::Record(number), cover),
                None => {
                    Candidate::new(Target::Record(number), kind_classes.clone(), Field::Category, Tier::Exact)
                }
            };
            if let Some(places) = &places {
                let Some((place, by)) = places.get(&number) else { continue };
                (answer.place, answer.by) = (*place, Some(*by));
            }
            (0..kind_classes.len())
                .filter(|n| kind_classes[*n] >= Class::Most)
                .for_each(|n| answer.covers(n, Class::Whole));
            if answer.tier == Tier::Summary {
                (answer.field, answer.tier) = (Field::Category, Tier::Exact);
            }
            for (record, cover) in linked.get(&number).into_iter().flatten() {
                if self.cover_of(number).is_none() {
                    (answer.field, answer.tier) = (Field::Links, cover.tier);
                }
                answer.joins(cover, Class::Most);
                answer.through.push(*record);
            }
            if let (None, Some(through)) = (&places, answer.through.first())
                && !self.cover_of(number).is_some_and(adds)
            {
                // What is linked with little else is more of it.
                let links = &self.atlas.record(number as usize)?.links;
                answer.place = index::number(links.of(self.atlas.kind_of(*through as usize)?).len());
            }
            let measure = measure.filter(|_| places.is_some()).map(|(_, cover)| cover);
            around.iter().copied().chain(measure).for_each(|cover| answer.joins(cover, Class::Most));
            self.found.push(answer);
        }
        Ok(())
    }

    fn record_number(&self, id: &str) -> Result<Option<u32>, Error> {
        Ok(self.atlas.record_number(id)?.map(index::number))
    }

    /// The places of records of a kind in the order of a superlative, each with the figure that gives it;
    /// those without such a figure have none.
    fn places(
        &mut self,
        order: Superlative,
        kind: Kind,
        of_kind: &[u32],
        metric: Option<u32>,
    ) -> Result<BTreeMap<u32, (u32, u32)>, Error> {
        let least_first = matches!(order, Superlative::Least | Superlative::Oldest);
        let dated = matches!(order, Superlative::Newest | Superlative::Oldest);
        let role = if dated { "since" } else { "size" };
        let metrics = match metric.filter(|_| !dated) {
            Some(metric) => self.atlas.metric_at(metric as usize)?.id.to_string(),
            None => query_words()
                .find(|(of, name, _)| *of == role && *name == kind.name())
                .map_or("", |(.., metrics)| metrics)
                .to_owned(),
        };
        let ranks = self.atlas.table(Section::Ranks)?;
        let mut measured: Vec<((bool, usize, bool), f64, u32, u32)> = Vec::new();
        for record in of_kind {
            let ended = dated && ranks.get::<RecordRank>(*record as usize)?.ended;
            for (nth, metric) in metrics.split(", ").enumerate() {
                let figure = self.pick(*record, metric)?.first().copied();
                if let Some((figure, size)) = figure.and_then(|n| Some((n, size(&self.figures[&n])?))) {
                    let expected = matches!(self.figures[&figure].status, Status::Target | Status::Estimate);
                    measured.push(((ended, if dated { 0 } else { nth }, expected), size, *record, figure));
                    break;
                }
            }
        }
        measured.sort_by(|a, b| {
            let by_size = a.1.total_cmp(&b.1);
            let by_size = if least_first { by_size } else { by_size.reverse() };
            a.0.cmp(&b.0).then(by_size).then(a.2.cmp(&b.2))
        });
        Ok((0..).zip(measured).map(|(place, (.., record, figure))| (record, (place, figure))).collect())
    }

    /// Figures: of a record and a metric; of a metric alone by territory, else of the newest that have it.
    fn measured(&mut self) -> Result<(), Error> {
        let (records, mut metrics) = (self.records.clone(), self.metrics.clone());
        // What covers less than a metric that is named is not meant: `gdp` is no growth of it.
        let all = metrics.clone();
        metrics.retain(|(_, cover)| {
            let less = |other: &Cover| {
                let mut pairs = cover.classes.iter().zip(&other.classes);
                pairs.all(|(own, other)| own < other && *own < Class::Words || *own == Class::Nothing)
            };
            !all.iter().any(|(_, other)| less(other))
        });
        let decides = |n: usize| self.query.tokens[n].weight > 0;
        for (metric, of_metric) in &metrics {
            let subjects: Vec<u32> = self.atlas.table(Section::Measured)?.get(*metric as usize)?;
            let id = self.atlas.metric_at(*metric as usize)?.id.to_string();
            let mut named = false;
            // How well each token is covered by what has a name for it, or has the metric.
            let rivals =
                records.iter().filter(|(record, own)| own.field.is_name() || subjects.contains(record));
            let mut best = vec![Class::Nothing; self.query.tokens.len()];
            for (_, rival) in rivals {
                best.iter_mut().zip(&rival.classes).for_each(|(best, own)| *best = (*best).max(*own));
            }
            for (record, of_record) in &records {
                let adds = |a: &Cover, b: &Cover| {
                    (0..best.len()).any(|n| decides(n) && a.classes[n] > b.classes[n].max(Class::Begins))
                };
                // What another record is called by is not what this one is meant by.
                let meant = (0..best.len()).any(|n| {
                    let own = of_record.classes[n];
                    decides(n)
                        && own > of_metric.classes[n].max(Class::Begins)
                        && (own == best[n] || own >= Class::Most && best[n] < Class::Whole)
                });
                if !meant || !adds(of_metric, of_record) {
                    continue;
                }
                let territory =
                    |n: usize| self.scopes.iter().any(|(_, cover)| cover.classes[n] == Class::Whole);
                named |= of_record.field.is_name()
                    && (0..best.len()).any(|n| {
                        of_record.classes[n] >= Class::Words
                            && of_metric.classes[n] < Class::Some
                            && !territory(n)
                    })
                    && self.atlas.kind_of(*record as usize)? != Kind::Area;
                if subjects.contains(record) {
                    for figure in self.pick(*record, &id)? {
                        self.figure(figure, of_metric, 0)?;
                    }
                }
            }
            if !named {
                self.by_territory(&id, of_metric, &subjects)?;
            }
        }
        Ok(())
    }

    /// A metric that is named alone: each territory that has it, the place that exists today first; where
    /// none has, the records whose figure is the newest.
    fn by_territory(&mut self, metric: &str, cover: &'s Cover, subjects: &[u32]) -> Result<(), Error> {
        let about = self.atlas.about()?;
        let order: Vec<&str> = about.scopes.iter().filter_map(|figure| figure.split('.').next()).collect();
        // Each territory's own scope, then other scopes that it is told of.
        let own_scope = |figure: &Figure| {
            about.scopes.iter().any(|of| {
                let mut parts = of.split('.');
                parts.next() == Some(&*figure.subject) && parts.next_back() == figure.scope.as_deref()
            })
        };
        let mut rows: Vec<(bool, usize, u32, Option<Span>)> = Vec::new();
        let mut others: Vec<(bool, bool, Reverse<Option<Recency>>, u32)> = Vec::new();
        let is_area =
            |record: &&u32| self.atlas.kind_of(**record as usize).is_ok_and(|kind| kind == Kind::Area);
        let (areas, elsewhere): (Vec<&u32>, Vec<&u32>) = subjects.iter().partition(is_area);
        for record in areas {
            if self.atlas.table(Section::Ranks)?.get::<RecordRank>(*record as usize)?.ended {
                continue;
            }
            let picked = self.pick(*record, metric)?;
            let part = |n: &u32| {
                let scope = self.figures[n].scope.as_deref();
                about.part_scopes.iter().any(|part| Some(&**part) == scope)
            };
            let own = picked.iter().find(|n| own_scope(&self.figures[n]));
            let first = own.or_else(|| picked.iter().find(|n| !part(n))).copied();
            for number in picked {
                let figure = &self.figures[&number];
                let place = order.iter().position(|id| *id == &*figure.subject).unwrap_or(order.len());
                rows.push((Some(number) != first, place, number, figure.span()));
            }
        }
        for record in elsewhere.into_iter().filter(|_| rows.is_empty()) {
            for number in self.pick(*record, metric)? {
                let figure = &self.figures[&number];
                let aim = figure.status == Status::Target;
                others.push((
                    !self.ends_there(figure),
                    aim,
                    Reverse(figure.span().map(Span::recency)),
                    number,
                ));
            }
        }
        let newest = rows.iter().filter_map(|(.., span)| span.map(|span| span.end.year)).max().unwrap_or(0);
        rows.sort_by_key(|(other, place, number, span)| {
            let year = span.map_or(0, |span| span.end.year);
            (year + OLD < newest, *other, *place, Reverse(span.map(Span::recency)), *number)
        });
        others.sort();
        let others = others.into_iter().map(|(.., number)| number).take(OTHERS);
        let numbers: Vec<u32> = if rows.is_empty() {
            others.collect()
        } else {
            rows.into_iter().map(|(_, _, number, _)| number).collect()
        };
        for (place, number) in (0..).zip(numbers) {
            self.figure(number, cover, place)?;
        }
        Ok(())
    }

    /// The numbers of the best figures of a record and a metric, one for each scope, best first.
    fn pick(&mut self, record: u32, metric: &str) -> Result<Vec<u32>, Error> {
        let mut found = Vec::new();
        if !self.of_record.contains_key(&record) {
            let range = self.atlas.record_index(record as usize)?.figure_range();
            let figures = range.map(|n| Ok((self.atlas.stored_figure(n)?.metric(), index::number(n))));
            self.of_record.insert(record, figures.collect::<Result<_, Error>>()?);
        }
        let of_metric =
            self.of_record[&record].iter().filter(|(of, _)| *of == metric && self.figures.len() < FIGURES);
        for number in of_metric.map(|(_, number)| *number).collect::<Vec<_>>() {
            self.read(number)?;
            let figure = &self.figures[&number];
            found.push((!self.ends_there(figure), order(figure, self.query), number));
        }
        found.sort();
        let mut scopes = Vec::new();
        found.retain(|(.., number)| {
            let scope = self.figures[number].scope.as_deref();
            let new = !scopes.contains(&scope);
            scopes.push(scope);
            new
        });
        Ok(found.into_iter().map(|(.., number)| number).collect())
    }

    /// Whether a figure is of a way to a place or a record that is named.
    fn ends_there(&self, figure: &Figure) -> bool {
        let named = |record: usize| {
            self.cover_of(index::number(record)).is_some_and(|cover| cover.classes.contains(&Class::Whole))
        };
        figure.to.as_deref().is_some_and(|to| {
            self.scopes.iter().any(|(id, _)| id == to)
                || self.atlas.record_number(to).ok().flatten().is_some_and(named)
        })
    }

    fn read(&mut self, number: u32) -> Result<&Figure<'a>, Error> {
        if !self.figures.contains_key(&number) {
            self.figures.insert(number, self.atlas.figure_at(number as usize)?);
        }
        Ok(&self.figures[&number])
    }

    /// A figure as a candidate: with its subject, territory, unit, year and status beside what led to it.
    fn figure(&mut self, number: u32, by: &Cover, place: u32) -> Result<(), Error> {
        self.read(number)?;
        let figure = &self.figures[&number];
        let mut answer = Candidate::of(Target::Figure(number), by);
        answer.place = place;
        let mut things = Vec::new();
        things.extend(self.record_number(&figure.subject)?.and_then(|subject| self.cover_of(subject)));
        for other in [&figure.of, &figure.to].into_iter().flatten().filter(|other| **other != figure.subject)
        {
            things.extend(self.record_number(other)?.and_then(|other| self.cover_of(other)));
        }
        if let Some(metric) = self.atlas.metric_number(&figure.metric)? {
            let target = Target::Metric(index::number(metric));
            things.extend(self.covers.of.get(&target));
        }
        let named = |list: &[(String, &'s Cover)], id: Option<&str>| {
            list.iter().find(|(other, _)| Some(&**other) == id).map(|(_, cover)| *cover)
        };
        things.extend(named(&self.scopes, figure.scope.as_deref()));
        things.extend(named(&self.scopes, figure.to.as_deref()));
        things.extend(named(&self.units, figure.unit.as_deref()));
        // What names another territory names this figure's only as that of its subject.
        let other_scope = |token: usize| {
            let of = |(id, cover): &(String, &Cover)| {
                cover.classes[token] == Class::Whole
                    && figure.scope.as_deref() != Some(&**id)
                    && figure.to.as_deref() != Some(&**id)
            };
            self.scopes.iter().any(of)
        };
        for cover in things {
            let adds = answer.classes.iter().zip(&cover.classes).any(|(own, other)| other > own);
            if adds && !std::ptr::eq(cover, by) {
                answer.joins(cover, Class::Whole);
                answer.things += 1;
            }
        }
        if let Some((token, year)) = self.query.year {
            // A target is no answer to what happened.
            let aims = figure.status == Status::Target
                && self.query.goal.is_empty()
                && year <= self.atlas.data_day()?.year;
            match if aims { Fit::Other } else { fit(figure, year) } {
                Fit::Year => answer.covers(token, Class::Whole),
                Fit::Part => answer.covers(token, Class::Most),
                Fit::Other => answer.classes[token] = Class::Nothing,
            }
        }
        for token in (0..answer.classes.len()).filter(|token| other_scope(*token)) {
            answer.classes[token] = answer.classes[token].min(Class::Most);
        }
        if figure.status == Status::Target {
            self.query.goal.iter().for_each(|token| answer.covers(*token, Class::Whole));
        }
        if let Some((kind, cover)) = self.kind_cover()
            && let Some(subject) = self.record_number(&figure.subject)?
            && self.atlas.kind_of(subject as usize)? == kind
        {
            answer.joins(cover, Class::Most);
        }
        self.found.push(answer);
        Ok(())
    }

    /// Figures that are named themselves: by their value, or by the word of a dispute; and those of a named
    /// record in a unit that is named.
    fn single_figures(&mut self) -> Result<(), Error> {
        let named: Vec<(u32, &Cover)> = self
            .covers
            .of
            .iter()
            .filter_map(|(target, cover)| match target {
                Target::Figure(number) => Some((*number, cover)),
                _ => None,
            })
            .collect();
        let mut ordered = Vec::new();
        for (number, cover) in named.into_iter().take(VALUES) {
            let query = self.query;
            ordered.push((order(self.read(number)?, query), number, cover));
        }
        ordered.sort_by_key(|a| a.0);
        for (place, (_, number, cover)) in (0..).zip(ordered) {
            self.figure(number, cover, place)?;
        }
        if self.units.is_empty() {
            return Ok(());
        }
        for (record, _) in self.records.clone().into_iter().take(READ) {
            let mut in_unit = Vec::new();
            for number in self.atlas.record_index(record as usize)?.figure_range() {
                let number = index::number(number);
                let (query, units) = (self.query, self.units.clone());
                let figure = self.read(number)?;
                if let Some((_, cover)) = units.iter().find(|(id, _)| figure.unit.as_deref() == Some(&**id)) {
                    in_unit.push((order(figure, query), number, *cover));
                }
            }
            in_unit.sort_by_key(|a| a.0);
            for (place, (_, number, cover)) in (0..).zip(in_unit).take(READ) {
                self.figure(number, cover, place)?;
            }
        }
        Ok(())
    }

    /// Targets of a named metric, and of named records or for them.
    fn targets(&mut self) -> Result<(), Error> {
        if self.query.goal.is_empty() {
            return Ok(());
        }
        let metrics: Vec<(String, &Cover)> = self
            .metrics
            .clone()
            .into_iter()
            .map(|(number, cover)| Ok((self.atlas.metric_at(number as usize)?.id.to_string(), cover)))
            .collect::<Result<_, Error>>()?;
        let records: Vec<(String, &Cover)> = self
            .records
            .clone()
            .into_iter()
            .map(|(number, cover)| Ok((self.atlas.record(number as usize)?.id.to_string(), cover)))
            .collect::<Result<_, Error>>()?;
        let named = metrics.iter().any(|(_, cover)| cover.classes.contains(&Class::Whole));
        let about = self.atlas.about()?;
        let headlines = about.list_metrics.plans.iter().chain(about.list_metrics.industries.first());
        let mut found = Vec::new();
        for number in 0..self.atlas.figure_count()? {
            let stored = self.atlas.stored_figure(number)?;
            let mut parts = stored.id().split('.');
            let (subject, metric) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            if !parts.any(|part| part == "target") {
                continue;
            }
            let of_metric = metrics.iter().find(|(id, _)| id == metric);
            if named && of_metric.is_none() {
                continue;
            }
            let number = index::number(number);
            let query = self.query;
            let figure = self.read(number)?;
            let aimed = figure.of.as_deref().unwrap_or(subject);
            let of_record = records.iter().find(|(id, _)| id == subject || id == aimed);
            let Some((_, cover)) = of_metric.or(of_record) else { continue };
            let by_metric = metrics.iter().position(|(id, _)| id == metric).unwrap_or(metrics.len());
            let other = !records.iter().any(|(id, _)| id == subject);
            let area = about.area != *aimed;
            let headline = !headlines.clone().any(|headline| **headline == *metric);
            let order = order(figure, query);
            found.push(((by_metric, area, figure.part.is_some(), headline, other, order), number, *cover));
        }
        found.sort_by_key(|a| a.0);
        for (place, (_, number, cover)) in (0..).zip(found).take(VALUES) {
            self.figure(number, cover, place)?;
        }
        Ok(())
    }

    /// Gaps: with the records that they concern, and the year where no figure is of it.
    fn gaps(&mut self) -> Result<(), Error> {
        let year = self.query.year.filter(|(token, _)| {
            let held = |answer: &Candidate| {
                matches!(answer.target, Target::Figure(_))
                    && answer.classes[*token] >= Class::Most
                    && (0..answer.classes.len()).all(|n| !answer.leaves(self.query, n))
            };
            !self.found.iter().any(held)
        });
        let answered = self.found.iter().any(|answer| {
            let decides =
                |(class, token): (&Class, &super::read::Token)| token.weight == 0 || *class >= Class::Words;
            matches!(answer.target, Target::Figure(_))
                && answer.classes.iter().zip(&self.query.tokens).all(decides)
        });
        for (target, cover) in &self.covers.of {
            let Target::Gap(number) = target else { continue };
            let mut answer = Candidate::of(*target, cover);
            answer.place = if answered { u32::MAX } else { 0 };
            if let Some((token, _)) = year
                && cover.rest == 0
            {
                let gap = self.atlas.gap(*number as usize)?.read()?;
                for id in &gap.records {
                    if let Some(of_record) = self.record_number(id)?.and_then(|number| self.cover_of(number))
                    {
                        answer.joins(of_record, Class::Words);
                    }
                }
                answer.covers(token, Class::Words);
            }
            self.found.push(answer);
        }
        Ok(())
    }

    /// Figures of a named record whose sentence has the words that nothing else has.
    fn said(&mut self) -> Result<(), Error> {
        for (record, cover) in self.records.clone().into_iter().take(READ) {
            let open = (0..cover.classes.len())
                .filter(|n| self.query.tokens[*n].weight > 0 && cover.classes[*n] < Class::Some);
            let needles = Needles::new(self.query, open.take(OPEN));
            let mut has = Vec::new();
            for number in self.atlas.record_index(record as usize)?.figure_range() {
                let text = self.atlas.stored_figure(number)?.json();
                let within = needles.within(text.split_once("\"label\":").map_or("", |(_, text)| text));
                if !within.is_empty() {
                    has.push((Reverse(within.len()), index::number(number), within));
                }
            }
            has.sort();
            let mut said = Vec::new();
            for (fewer, number, has) in has.into_iter().take(SAID) {
                let query = self.query;
                said.push((fewer, order(self.read(number)?, query), number, has));
            }
            said.sort();
            for (place, (.., number, has)) in (0..).zip(said).take(2) {
                let mut by = cover.clone();
                (by.field, by.tier) = (Field::Statement, Tier::Summary);
                for n in &has {
                    by.classes[*n] = by.classes[*n].max(Class::Described);
                }
                self.figure(number, &by, place)?;
                // What is only said of a record leads to the record first.
                let mut of_record = Candidate::of(Target::Record(record), cover);
                for n in &has {
                    of_record.covers(*n, Class::Described);
                }
                self.found.push(of_record);
            }
        }
        Ok(())
    }
}

/// Words to find in many sentences.
struct Needles {
    /// For each word what all its forms have behind the first letter, the forms, and the token.
    words: Vec<(String, Vec<String>, usize)>,
    /// Pairs of Chinese characters, with the token of the first.
    pairs: Vec<(String, usize)>,
}

impl Needles {
    fn new(query: &Query, wanted: impl Iterator<Item = usize>) -> Self {
        let mut needles = Self { words: Vec::new(), pairs: Vec::new() };
        for n in wanted {
            let token = &query.tokens[n];
            let next = query.tokens.get(n + 1).filter(|next| next.joined && next.weight > 0);
            if token.han && next.is_some() {
                needles.pairs.push((query.joined(n..n + 2), n));
            } else if !token.han && token.text.len() > 2 {
                let (forms, mut stem) = (forms(&token.text), token.text.clone());
                while !forms.iter().all(|form| form.starts_with(&stem)) {
                    stem.pop();
                }
                needles.words.push((stem.chars().skip(1).collect(), forms, n));
            }
        }
        needles
    }

    /// The tokens that a text has.
    fn within(&self, text: &str) -> Vec<usize> {
        let mut found = Vec::new();
        let letter = |c: char| c.is_ascii_alphanumeric();
        for (stem, forms, token) in self.words.iter().filter(|(stem, ..)| text.contains(stem.as_str())) {
            let is_form = |(at, _): (usize, &str)| {
                let word = text[..at].trim_end_matches(letter).len()
                    ..text.len() - text[at..].trim_start_matches(letter).len();
                forms.iter().any(|form| form.eq_ignore_ascii_case(&text[word.clone()]))
            };
            if text.match_indices(stem.as_str()).any(is_form) {
                found.push(*token);
            }
        }
        for (_, token) in self.pairs.iter().filter(|(pair, _)| text.contains(pair.as_str())) {
            found.extend([*token, *token + 1]);
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// How a figure fits the year that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is of the whole of it, or of a day in it.
    Year,
    /// It is of a part of it, or ends in it.
    Part,
    /// It is of another.
    Other,
}

fn fit(figure: &Figure, year: u16) -> Fit {
    match figure.span() {
        Some(span) if span.start.year == year && span.end.year == year => {
            if figure.period.is_some() && !span.is_full_year() { Fit::Part } else { Fit::Year }
        }
        Some(span) if span.end.year == year && figure.status == Status::Target => Fit::Part,
        _ => Fit::Other,
    }
}

/// The order of the figures of one record and metric, the best first: those of the year and status that
/// are asked for; none that another retires; no target where none is; no part of a year before a whole one; what happened before
/// estimates before designs; no undated one; the whole before a part; the newest.
type FigureOrder = (bool, Fit, bool, bool, bool, u8, bool, bool, Reverse<Option<Recency>>);

fn order(figure: &Figure, query: &Query) -> FigureOrder {
    let span = figure.span();
    let part_year = figure.period.is_some()
        && span.is_some_and(|span| span.start.year == span.end.year && !span.is_full_year());
    (
        !query.goal.is_empty() && figure.status != Status::Target,
        query.year.map_or(Fit::Year, |(_, year)| fit(figure, year)),
        figure.is_retired(),
        figure.status == Status::Target,
        part_year,
        series::status_rank(figure.status),
        span.is_none(),
        figure.part.is_some(),
        Reverse(span.map(Span::recency)),
    )
}

/// The number by which a figure is larger than another; of a day or a year, the later is larger.
fn size(figure: &Figure) -> Option<f64> {
    match &figure.value {
        Value::Number(number) | Value::Range(number, _) => Some(Number::as_f64(*number)),
        Value::Text(day) => {
            let mut parts = day.splitn(3, '-').map(|part| part.parse::<f64>().unwrap_or(0.0));
            let (year, month, day) = (parts.next()?, parts.next(), parts.next());
            Some(year * 10_000.0 + month.unwrap_or(0.0) * 100.0 + day.unwrap_or(0.0)).filter(|day| *day > 0.0)
        }
        Value::List(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{fixture, query::search::search};

    /// The ids of the first hits of a query.
    fn first(query: &str, most: usize) -> String {
        let hits = search(&fixture::atlas(), query).unwrap().hits;
        hits.iter().take(most).map(|hit| &*hit.id).collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn each_finds_first(queries: &[(&str, &str)]) {
        for (query, want) in queries {
            assert_eq!(first(query, want.split(' ').count()), *want, "{query}");
        }
    }

    #[test]
    fn records_of_a_kind_are_found_by_what_they_are_linked_with() {
        each_finds_first(&[
            ("companies in willow park", "lumen"),
            ("parks for cars", "liuyuan"),
            ("which park for a car factory", "liuyuan"),
            ("japanese firms", "otter-tea"),
            ("德国企业", "lumen"),
        ]);
        let (atlas, query) = (fixture::atlas(), "companies in willow park");
        let through = search(&atlas, query).unwrap().hits[0].through.clone();
        assert_eq!(through, [atlas.record_number("liuyuan").unwrap().unwrap()]);
        assert_eq!(first("japanese firms", 9), "otter-tea", "what is only of the kind is no hit");
    }

    #[test]
    fn a_superlative_orders_a_kind_by_a_figure_and_leaves_out_what_has_none() {
        each_finds_first(&[
            ("largest port", "bailuwan cangyun"),
            ("smallest port", "cangyun bailuwan"),
            ("port with the most passengers", "cangyun"),
            ("newest port", "bailuwan"),
            ("largest carmaker", "lumen"),
            ("biggest port", "bailuwan cangyun"),
            ("最大的港口", "bailuwan cangyun"),
        ]);
        let atlas = fixture::atlas();
        let by = search(&atlas, "largest port").unwrap().hits[0].by.unwrap();
        assert_eq!(&*atlas.figure_at(by).unwrap().id, "bailuwan.container-throughput.2024");
    }

    #[test]
    fn a_metric_of_a_record_is_its_newest_whole_year_that_happened() {
        each_finds_first(&[
            ("bailuwan container throughput", "bailuwan.container-throughput.2024"),
            ("bailuwan container throughput 2019", "bailuwan.container-throughput.2019"),
            ("bailuwan container throughput 2025", "bailuwan.container-throughput.2025-01--2025-03"),
            ("bailuwan distance to cangyun", "bailuwan.distance.2024"),
            ("bailuwan distance to the city centre of chongqing", "bailuwan.distance.2024.2"),
        ]);
    }

    #[test]
    fn a_metric_alone_is_that_of_each_territory_else_of_the_newest_that_has_it() {
        each_finds_first(&[
            ("gdp", "luoyun.gdp.2024.whole-area luoyun.gdp.2020.whole-presumed"),
            ("gdp 2020", "luoyun.gdp.2020.whole-presumed"),
            ("area directly administered", "luoyun.area.2012.directly-administered"),
            ("passengers", "cangyun.passengers.2024"),
        ]);
    }

    #[test]
    fn a_number_is_found_in_any_form_and_a_unit_of_a_record() {
        each_finds_first(&[
            ("523,456 TEU", "bailuwan.container-throughput.2024"),
            ("0.41 million", "bailuwan.container-throughput.2022"),
            ("41万标箱", "bailuwan.container-throughput.2022"),
            ("bailuwan tonnes", "bailuwan.cargo-throughput.undated"),
        ]);
    }

    #[test]
    fn targets_are_those_of_the_metric_or_for_the_record() {
        each_finds_first(&[
            ("gdp target 2020", "third-plan.gdp.2020.whole-area.target"),
            ("population goal", "third-plan.population.2019.whole-area.target"),
            ("cangyun target", "third-plan.passengers.2028.target"),
        ]);
    }

    #[test]
    fn a_gap_is_told_where_no_figure_answers_and_a_sentence_where_nothing_else_does() {
        each_finds_first(&[
            ("electricity price", "power-price"),
            ("electricity price in luoyun 2024", "power-price"),
            ("bailuwan quay", "bailuwan bailuwan.length.2015.phase-one.designed"),
        ]);
    }
}
