//! The rules that make candidates of what the query covers. None of them ranks: that is [`super::rank`].

use std::{cmp::Reverse, collections::BTreeMap, ops::Range};

use super::{
    cover::{Class, Cover, Covers, Tier, uncovered},
    rank::{Candidate, is_hit},
    read::{Query, Reading, year},
};
use crate::{
    error::Error,
    model::{About, Figure, Kind, Recency, Span, Status, Value, series::SOME_PART},
    store::{Atlas, subject_of},
    store::{
        format::Section,
        index::{self, Field, Measured, RecordRank, Role, Superlative, Target, is_relative, query_words},
    },
};

/// How many records of the best matched are looked up for a figure.
const TRIED: usize = 8;
/// How many metrics of each: many metrics are of one thing (investment, in dollars, so far, ...), of which a record
/// has one.
const METRICS: usize = 12;
/// How many more records and metrics are looked up that the query calls by their whole name.
const CALLED: usize = 3;
/// After how many of the best matched these come.
const FIRST: usize = 3;
/// Of how many records the figures in a unit that is asked for are read, and how many units are.
const READ: usize = 3;
/// How many figures of one value are tried.
const VALUES: usize = 40;
/// Once so many figures are read, those of no other record and metric are.
const FIGURES: usize = 32;
/// How many figures of one record and metric are read, the newest first.
const PICKED: usize = 12;
/// A figure so many years older than the newest beside it stands behind all newer ones.
const OLD: u16 = 5;
/// How many other records stand for a metric that no area has.
const OTHERS: usize = 3;

/// Everything that may answer.
pub fn candidates<'a>(
    atlas: &Atlas<'a>,
    query: &Query<'_, 'a>,
    covers: &Covers,
) -> Result<Vec<Candidate>, Error> {
    let (mut scopes, mut parts, mut units) = (Vec::new(), Vec::new(), Vec::new());
    for (target, cover) in &covers.of {
        match target {
            Target::Scope(term) => {
                let term = atlas.term_at(*term as usize)?;
                let list = if term.set == "part" { &mut parts } else { &mut scopes };
                list.push((term.id.to_string(), cover));
            }
            Target::Unit(term) => units.push((atlas.term_at(*term as usize)?.id.to_string(), cover)),
            _ => {}
        }
    }
    let about = atlas.about()?;
    let territories = Territories::new(atlas, &about, query, covers)?;
    let record_of = |target| if let Target::Record(n) = target { Some(n) } else { None };
    let metric_of = |target| if let Target::Metric(n) = target { Some(n) } else { None };
    let records = best(query, covers, TRIED, &[], record_of);
    // The area in which a named record is says nothing of the metric: `corning investment chongqing`.
    let mut areas = Vec::new();
    let is_called = |(record, cover): &(u32, &Cover)| {
        cover.field.is_name()
            && cover.classes.contains(&Class::Whole)
            && atlas.kind_of(*record as usize).is_ok_and(|kind| kind != Kind::Area)
    };
    if records.iter().any(is_called) {
        areas.extend(territories.called.iter().map(|(_, tokens)| tokens.clone()));
    }
    let metrics = best(query, covers, METRICS, &areas, metric_of);
    // What the metric is called singles out no part, but where an everyday word for it is what the part is called:
    // the rate of `tax rate` is no `standard rate`, `listed companies` are companies that are listed. Nor does a part
    // that has more words beside the same ones: `private units` are not the `non-private units`.
    let all: Vec<&Cover> = parts.iter().map(|(_, cover)| *cover).collect();
    let is_in_label = |n: usize| query.labels.iter().any(|(tokens, _)| tokens.contains(&n));
    parts.retain(|(_, own)| {
        let adds = |n: usize| {
            let is_of_metric = metrics.iter().any(|(_, metric)| metric.classes[n] == Class::Whole);
            let is_parts = own.classes[n] == Class::Whole && !is_in_label(n);
            own.classes[n] != Class::Nothing && (is_parts || !is_of_metric)
        };
        let is_better = |other: &&Cover| {
            other.rest < own.rest && own.classes.iter().zip(&other.classes).all(|(own, other)| own <= other)
        };
        (0..own.classes.len()).any(adds) && !all.iter().any(is_better)
    });
    let singles_out = |reading: &&Reading| match reading.key.target {
        Target::Metric(_) => !query.is_within_longer(reading),
        part @ Target::Scope(_) => {
            let cover = covers.of.get(&part);
            parts.iter().any(|(_, part)| cover.is_some_and(|cover| std::ptr::eq(cover, *part)))
        }
        target => target == Target::Role(Role::Outside),
    };
    let singling_out = query.readings.iter().filter(singles_out).collect();
    let mut answers = Answers {
        atlas,
        query,
        covers,
        scopes,
        parts,
        units,
        singling_out,
        records,
        metrics,
        figures: BTreeMap::new(),
        of_record: BTreeMap::new(),
        about,
        territories,
        found: Vec::new(),
    };
    answers.records()?;
    answers.of_kind()?;
    answers.measured()?;
    answers.single_figures()?;
    answers.targets()?;
    answers.gaps()?;
    Ok(answers.found)
}

/// The best of a sort of thing, by what they cover apart from some tokens.
fn best<'s>(
    query: &Query,
    covers: &'s Covers,
    most: usize,
    apart: &[Range<usize>],
    wanted: fn(Target) -> Option<u32>,
) -> Vec<(u32, &'s Cover)> {
    let mut best: Vec<(u32, &Cover)> = covers
        .of
        .iter()
        .filter_map(|(target, cover)| Some((wanted(*target)?, cover)))
        .filter(|(_, cover)| cover.classes.iter().any(|class| *class >= Class::Some))
        .collect();
    best.sort_by_cached_key(|(number, cover)| {
        let mut classes = cover.classes.clone();
        for tokens in apart {
            classes[tokens.clone()].fill(Class::Nothing);
        }
        let mut uncovered = uncovered(&classes, query);
        uncovered[..Class::Begins as usize].fill(0);
        (uncovered, cover.field, *number)
    });
    // What is called by its whole name is tried, too, however many others have words of the query in theirs.
    let mut place = 0;
    best.retain(|(_, cover)| {
        place += 1;
        place <= most || cover.classes.contains(&Class::Whole)
    });
    best.truncate(most + CALLED);
    // Only so many figures are read, so that those follow the first.
    let first = best.len().min(FIRST);
    best[first..].sort_by_key(|(_, cover)| !cover.classes.contains(&Class::Whole));
    best
}

/// The areas that figures are of.
struct Territories<'s> {
    /// The territories of the data, in the order in which figures of them are given.
    own: Vec<u32>,
    /// What covers the area that these are called after, and the city that it belongs to.
    whole: Option<&'s Cover>,
    city: Option<&'s Cover>,
    /// The areas that the query calls by a name, each with the tokens that do.
    called: Vec<(u32, Range<usize>)>,
}

impl<'s> Territories<'s> {
    fn new(atlas: &Atlas, about: &About, query: &Query, covers: &'s Covers) -> Result<Self, Error> {
        let number_of = |id: &str| atlas.record_number(id).map(|number| number.map(index::number));
        let mut own = Vec::new();
        for figure in &about.scopes {
            own.extend(number_of(subject_of(figure))?);
        }
        let cover = |record: Option<u32>| record.and_then(|record| covers.of.get(&Target::Record(record)));
        let parent = atlas.record_by_id(&about.area)?.and_then(|area| area.parent);
        let city = parent.map(|parent| number_of(&parent)).transpose()?.flatten();
        let (whole, city) = (cover(number_of(&about.area)?), cover(city));
        let mut called = Vec::new();
        for name in query.readings.iter().filter(|reading| reading.key.field.is_name()) {
            if let Target::Record(record) = name.key.target
                && atlas.kind_of(record as usize)? == Kind::Area
                && !query.is_within_longer(name)
            {
                called.push((record, name.tokens.clone()));
            }
        }
        Ok(Self { own, whole, city, called })
    }

    /// Covers, of what is of the area or of one of these, the tokens that call it.
    fn cover(area: Option<&Cover>, query: &Query, answer: &mut Candidate, class: Class) {
        if let Some(area) = area {
            let called = |n: &usize| query.named[*n] && area.classes[*n] == Class::Whole;
            (0..area.classes.len()).filter(called).for_each(|n| answer.covers(n, class));
        }
    }
}

/// The metric and the date of a figure, as its id has them, and its number.
type Dated<'a> = (&'a str, &'a str, u32);

struct Answers<'s, 'a> {
    atlas: &'s Atlas<'a>,
    query: &'s Query<'s, 'a>,
    covers: &'s Covers,
    /// Territories, parts and units that the query names, by id.
    scopes: Vec<(String, &'s Cover)>,
    parts: Vec<(String, &'s Cover)>,
    units: Vec<(String, &'s Cover)>,
    /// What of the query means a metric, such a part or a place outside.
    singling_out: Vec<&'s Reading<'a>>,
    /// The records and metrics that cover most, best first.
    records: Vec<(u32, &'s Cover)>,
    metrics: Vec<(u32, &'s Cover)>,
    /// Figures read so far, by number; and those of records met so far.
    figures: BTreeMap<u32, Figure<'a>>,
    of_record: BTreeMap<u32, Vec<Dated<'a>>>,
    about: About<'a>,
    territories: Territories<'s>,
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

    /// Records, by their own texts. Where a figure is asked for, what describes a record has not its year, nor, of an
    /// area, its metric.
    fn records(&mut self) -> Result<(), Error> {
        let metrics: Vec<&Reading> = self.query.readings.iter().filter(|r| r.means_metric()).collect();
        for (target, cover) in &self.covers.of {
            let Target::Record(number) = *target else { continue };
            let mut answer = Candidate::of(*target, cover);
            let is_area = !metrics.is_empty() && self.atlas.kind_of(number as usize)? == Kind::Area;
            for (n, class) in answer.classes.iter_mut().enumerate() {
                let is_year = self.query.year.is_some_and(|(year, _)| year == n) && !metrics.is_empty();
                let is_metric = is_area && metrics.iter().any(|reading| reading.tokens.contains(&n));
                if *class == Class::Described && is_year || *class <= Class::Some && is_metric {
                    *class = Class::Nothing;
                }
            }
            self.locate(&mut answer, number)?;
            if is_hit(self.query, &answer.classes, false) {
                self.found.push(answer);
            }
        }
        Ok(())
    }

    /// Covers, of what stands in the area, the name of the city that it belongs to, where something else is asked of it.
    fn locate(&self, answer: &mut Candidate, record: u32) -> Result<(), Error> {
        let Some(city) = self.territories.city else { return Ok(()) };
        let calls = |n: usize| self.query.named[n] && city.classes[n] == Class::Whole;
        let is_asked =
            |n: usize| !calls(n) && self.query.tokens[n].weight > 0 && answer.classes[n] >= Class::Most;
        if !(0..answer.classes.len()).any(is_asked) {
            return Ok(());
        }
        let stands = [Kind::Enterprise, Kind::Port, Kind::Park, Kind::Project, Kind::Amenity]
            .contains(&self.atlas.kind_of(record as usize)?);
        if stands && !self.atlas.table(Section::Ranks)?.get::<RecordRank>(record as usize)?.ended {
            (0..answer.classes.len()).filter(|n| calls(*n)).for_each(|n| answer.covers(n, Class::Most));
        }
        Ok(())
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
                // Where no category has the word, what an everyday word means first is of the kind that is meant.
                let named = |field| {
                    self.query.readings.iter().find_map(|reading| match reading.key.target {
                        Target::Record(first) if reading.key.field == field => Some((first, reading)),
                        _ => None,
                    })
                };
                let category = named(Field::Category).or_else(|| named(Field::Word(0)));
                let Some((first, reading)) = category else { return none };
                kind_classes[reading.tokens.clone()].fill(Class::Whole);
                // The lowest rent of an office is of any record that has one.
                let is_called =
                    |(_, part): &(String, &Cover)| part.classes[reading.tokens.start] == Class::Whole;
                let is_part = !self.query.labels.is_empty() && self.parts.iter().any(is_called);
                let is_all = |own: &Cover| reading.tokens.clone().all(|n| own.classes[n] >= Class::Most);
                let alike = |number: &u32| is_part || self.cover_of(*number).is_some_and(is_all);
                let kind = self.atlas.kind_of(first as usize)?;
                self.atlas.numbers_of(kind)?.map(index::number).filter(alike).collect()
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
        for (nth, (record, cover)) in named.enumerate() {
            if self.atlas.kind_of(record as usize)? == Kind::Area {
                around.push(cover);
            }
            if nth >= TRIED {
                continue;
            }
            for id in self.atlas.record(record as usize)?.links.of(kind) {
                if let Some(number) = self.record_number(id)? {
                    linked.entry(number).or_default().push((record, cover));
                }
            }
        }
        // A superlative orders by the metric that is named.
        let adds = |own: &Cover| {
            (0..kind_classes.len()).any(|n| {
                own.classes[n] >= Class::Some
                    && kind_classes[n] < Class::Some
                    && around.iter().all(|area| area.classes[n] < Class::Words)
            })
        };
        let role = self.query.superlative.map_or("", Superlative::measure);
        let usual = query_words().find(|(of, name, _)| *of == role && *name == kind.name());
        let usual = usual.map_or("", |(.., metrics)| metrics);
        let mut measures = Vec::new();
        for (number, cover) in self.metrics.iter().filter(|(_, cover)| adds(cover)) {
            let (_, subjects): Measured = self.atlas.table(Section::Measured)?.get(*number as usize)?;
            if subjects.iter().all(|subject| !of_kind.contains(subject)) {
                continue;
            }
            let metric = self.atlas.metric_at(*number as usize)?.id.to_string();
            measures.push((usual.split(", ").all(|usual| usual != metric), metric, *cover));
        }
        let by_time = self.query.superlative.is_some_and(Superlative::is_of_time);
        measures.retain(|(unusual, ..)| !by_time || !unusual);
        measures.sort_by_key(|(unusual, ..)| *unusual);
        let measure = measures.first();
        // What is the busiest is not the longest.
        let says_how = |(_, cover): &(u32, &Cover)| {
            self.query.ordering.iter().any(|n| cover.classes[*n] >= Class::Words)
        };
        let usual = if measures.is_empty() && self.metrics.iter().any(says_how) { "" } else { usual };
        let places = match self.query.superlative {
            Some(order) => Some(self.places(order, &of_kind, measure.map_or(usual, |(_, id, _)| id))?),
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
            let measure = measure.filter(|_| places.is_some()).map(|(.., cover)| *cover);
            // Where size decides, all in the territory are alike; else what has its name is meant first.
            let inside = if places.is_some() { Class::Whole } else { Class::Some };
            let around = around.iter().map(|cover| (cover, inside));
            for (cover, most) in around.chain(measure.iter().map(|cover| (cover, Class::Most))) {
                answer.joins(cover, most);
            }
            self.found.push(answer);
        }
        Ok(())
    }

    fn record_number(&self, id: &str) -> Result<Option<u32>, Error> {
        Ok(self.atlas.record_number(id)?.map(index::number))
    }

    /// The places of records of a kind in the order of a superlative, each with the figure that gives it, of
    /// the first of these metrics that the record has; those without such a figure have none.
    fn places(
        &mut self,
        order: Superlative,
        of_kind: &[u32],
        metrics: &str,
    ) -> Result<BTreeMap<u32, (u32, u32)>, Error> {
        let least_first = matches!(order, Superlative::Least | Superlative::Cheapest | Superlative::Oldest);
        let mut measured: Vec<((usize, bool), f64, u32, u32)> = Vec::new();
        for record in of_kind {
            for (nth, metric) in metrics.split(", ").enumerate() {
                let figure = self.pick(*record, metric)?.first().copied();
                // A record is as new as its newest phase, but not as old as one, nor as new as some part.
                let is_some = |part: &str| order == Superlative::Oldest || part == SOME_PART;
                let of_part = |n: &u32| self.figures[n].part.as_deref().is_some_and(is_some);
                let figure = figure.filter(|n| !order.is_of_time() || !of_part(n));
                if let Some((figure, size)) = figure.and_then(|n| Some((n, size(&self.figures[&n])?))) {
                    let expected = matches!(self.figures[&figure].status, Status::Target | Status::Estimate);
                    let nth = if order.is_of_time() { 0 } else { nth };
                    measured.push(((nth, expected), size, *record, figure));
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
        let records = self.records.clone();
        let asks_relative = is_relative(&self.query.joined(0..self.query.tokens.len()));
        let mut metrics = Vec::new();
        for (number, cover) in self.metrics.clone() {
            let id = self.atlas.metric_at(number as usize)?.id;
            let (relative, subjects): Measured = self.atlas.table(Section::Measured)?.get(number as usize)?;
            metrics.push((id, relative && !asks_relative, cover, subjects));
        }
        let decides = |n: usize| self.query.tokens[n].weight > 0;
        let is_area = |n| self.territories.called.iter().any(|(_, tokens)| tokens.contains(&n));
        let of_area: Vec<bool> = (0..self.query.tokens.len()).map(is_area).collect();
        for (id, is_unasked, of_metric, subjects) in &metrics {
            // What covers less than a metric that is named is meant only of what lacks that one: `gdp` is no
            // growth of it. A share or a growth that is not asked for says nothing of what the quantity is called.
            let less = |other: &Cover| {
                let pairs = of_metric.classes.iter().zip(&other.classes).enumerate();
                let mut pairs = pairs.filter(|(n, _)| !of_area[*n]);
                pairs.all(|(_, (own, other))| own < other && *own < Class::Words || *own == Class::Nothing)
            };
            let is_of = |other: &Cover| {
                let mut pairs = of_metric.classes.iter().zip(&other.classes).enumerate();
                pairs.all(|(n, (own, other))| of_area[n] || *own < Class::Some || *other >= Class::Some)
            };
            let has_quantity =
                metrics.iter().any(|(_, other, cover, _)| *is_unasked && !other && is_of(cover));
            // Of a time that the quantity may not be held of, it is told beside it.
            if has_quantity && self.query.year.is_none() && self.query.months.is_none() {
                continue;
            }
            let before = self.found.len();
            let better: Vec<&Vec<u32>> =
                metrics.iter().filter(|(.., other, _)| less(other)).map(|(.., subjects)| subjects).collect();
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
                    (0..best.len()).any(|n| a.classes[n] > b.classes[n].max(Class::Begins))
                };
                // What another record is called by is not what this one is meant by.
                let meant = (0..best.len()).any(|n| {
                    let own = of_record.classes[n];
                    decides(n) && own > of_metric.classes[n].max(Class::Begins) && own == best[n]
                });
                if !meant || !adds(of_metric, of_record) {
                    continue;
                }
                named |= of_record.field.is_name()
                    && of_record.classes.iter().any(|own| *own >= Class::Words)
                    && self.atlas.kind_of(*record as usize)? != Kind::Area;
                if subjects.contains(record) && !better.iter().any(|held| held.contains(record)) {
                    for (place, figure) in (0..).zip(self.pick(*record, id)?) {
                        self.figure(figure, of_metric, place)?;
                    }
                }
            }
            if !named && (better.is_empty() || !self.scopes.is_empty()) {
                self.by_territory(id, of_metric, subjects, better.is_empty())?;
            }
            let of_quantity = |n: &usize| of_metric.classes[*n] >= Class::Some && !of_area[*n];
            for answer in self.found[before..].iter_mut().filter(|_| has_quantity) {
                (0..best.len()).filter(of_quantity).for_each(|n| answer.classes[n] = Class::Nothing);
            }
        }
        Ok(())
    }

    /// A metric that is named alone: each territory that has it, the place that exists today first; where
    /// none has, the records whose figure is the newest. `is_best` says that no other metric covers more.
    fn by_territory(
        &mut self,
        metric: &str,
        cover: &'s Cover,
        subjects: &[u32],
        is_best: bool,
    ) -> Result<(), Error> {
        let mut rows = Vec::new();
        let is_of = |kind, record: u32| self.atlas.kind_of(record as usize).is_ok_and(|own| own == kind);
        let (mut areas, elsewhere): (Vec<u32>, Vec<u32>) =
            subjects.iter().partition(|record| is_of(Kind::Area, **record));
        // Other areas that are called by a name alone are meant, where the metric does not name them itself.
        let Territories { own, called, .. } = &self.territories;
        let around = called.iter().rfind(|(area, tokens)| {
            let is_of_metric = is_best && !cover.classes[tokens.clone()].contains(&Class::Nothing);
            !own.contains(area) && !is_of_metric
        });
        areas.retain(|area| around.is_none_or(|(around, _)| around == area));
        let around = around.map(|(_, tokens)| tokens.clone());
        let mut dated = Vec::new();
        for record in areas {
            dated.push((record, self.figures_of(record, metric)?.1));
        }
        // Those that hold the year that is asked for first: only so many figures are read.
        dated.sort_by_key(|(_, of_year)| !of_year);
        for (record, of_year) in dated {
            let place = self.territories.own.iter().position(|own| *own == record);
            let is_over = self.atlas.table(Section::Ranks)?.get::<RecordRank>(record as usize)?.ended;
            // What is over is meant in its time alone, and where the metric is named.
            let is_asked = of_year && place.is_some() && cover.classes.contains(&Class::Whole);
            if is_over && !is_asked {
                continue;
            }
            for number in self.pick(record, metric)? {
                let place = place.unwrap_or(self.territories.own.len());
                let figure = &self.figures[&number];
                rows.push(((place, self.is_of_unnamed_district(figure)), number, figure.span()));
            }
        }
        if rows.is_empty() {
            let mut others = Vec::new();
            for record in elsewhere {
                let is_policy = is_of(Kind::Policy, record);
                for number in self.pick(record, metric)? {
                    let figure = &self.figures[&number];
                    // Policies hold there, too; what is of a park is no answer for a city, but what is of the city.
                    let scope = self.scopes.iter().find(|(id, _)| figure.scope.as_deref() == Some(&**id));
                    let is_of_scope = |tokens: &Range<usize>| {
                        scope.is_some_and(|(_, scope)| scope.classes[tokens.start] == Class::Whole)
                    };
                    if !is_policy && around.as_ref().is_some_and(|tokens| !is_of_scope(tokens)) {
                        continue;
                    }
                    let aim = figure.status == Status::Target;
                    let recency = Reverse(figure.span().map(Span::recency));
                    let called = self.query.readings.iter().any(|reading| {
                        reading.key.target == Target::Record(record) && reading.key.field.is_name()
                    });
                    let place = (!called, !self.is_singled_out(figure), aim, recency, number);
                    others.push((place, number, cover));
                }
            }
            return self.in_order(others, OTHERS);
        }
        let newest = rows.iter().filter_map(|(.., span)| span.map(|span| span.end.year)).max().unwrap_or(0);
        let rows = rows.into_iter().map(|(place, number, span)| {
            let year = span.map_or(0, |span| span.end.year);
            ((year + OLD < newest, place, Reverse(span.map(Span::recency)), number), number, cover)
        });
        self.in_order(rows.collect(), VALUES)
    }

    /// At most so many figures, each with its place in an order and the cover that led to it.
    fn in_order<K: Ord>(&mut self, mut found: Vec<(K, u32, &'s Cover)>, most: usize) -> Result<(), Error> {
        found.sort_by(|(a, ..), (b, ..)| a.cmp(b));
        for (place, (_, number, cover)) in (0..).zip(found).take(most) {
            self.figure(number, cover, place)?;
        }
        Ok(())
    }

    /// The numbers of the figures of a record and a metric, the newest first: those of the year that is asked for,
    /// where it has any.
    fn figures_of(&mut self, record: u32, metric: &str) -> Result<(Vec<u32>, bool), Error> {
        if !self.of_record.contains_key(&record) {
            let numbers = self.atlas.record_index(record as usize)?.figure_range();
            let mut figures = Vec::with_capacity(numbers.len());
            for number in numbers {
                let mut id = self.atlas.stored_figure(number)?.id().split('.').skip(1);
                let mut part = || id.next().unwrap_or_default();
                figures.push((part(), part(), index::number(number)));
            }
            self.of_record.insert(record, figures);
        }
        let mut wanted: Vec<&Dated> =
            self.of_record[&record].iter().filter(|(own, ..)| *own == metric).collect();
        let year = self.query.year.map(|(_, year)| year.to_string());
        let is_of_year = |(_, date, _): &Dated| year.as_ref().is_some_and(|year| date.starts_with(year));
        let has_year = wanted.iter().any(|figure| is_of_year(figure));
        wanted.retain(|figure| !has_year || is_of_year(figure));
        wanted.sort_by_key(|(_, date, _)| (*date == "undated", Reverse(*date)));
        Ok((wanted.into_iter().map(|(.., number)| *number).collect(), has_year))
    }

    /// The numbers of the best figures of a record and a metric, one for each scope, best first.
    fn pick(&mut self, record: u32, metric: &str) -> Result<Vec<u32>, Error> {
        // Once nothing more is read, its figures need not be looked up.
        if self.figures.len() >= FIGURES {
            return Ok(Vec::new());
        }
        let mut found = Vec::new();
        for number in self.figures_of(record, metric)?.0.into_iter().take(PICKED) {
            if self.figures.len() >= FIGURES {
                break;
            }
            self.read(number)?;
            let figure = &self.figures[&number];
            found.push((
                !self.is_singled_out(figure),
                self.is_of_unnamed_district(figure),
                order(figure, self.query),
                number,
            ));
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

    /// Whether a figure is of a part that is named, or of a way to a place or a record that is.
    fn is_singled_out(&self, figure: &Figure) -> bool {
        let named = |record: usize| {
            self.cover_of(index::number(record)).is_some_and(|cover| cover.classes.contains(&Class::Whole))
        };
        let is_way_there = figure.to.as_deref().is_some_and(|to| {
            self.scopes.iter().any(|(id, _)| id == to)
                || self.atlas.record_number(to).ok().flatten().is_some_and(named)
        });
        is_way_there || self.part_of(figure).is_some()
    }

    /// Whether a figure is of a district that went into the area, and the query does not name that.
    fn is_of_unnamed_district(&self, figure: &Figure) -> bool {
        let is_named = self.scopes.iter().any(|(id, cover)| {
            figure.scope.as_deref() == Some(&**id) && cover.classes.contains(&Class::Whole)
        });
        self.about.is_of_part(figure) && !is_named
    }

    /// What names the part that a figure is of. The name of its subject does not: `Jiangbei International Airport`
    /// asks for no international flights.
    fn part_of(&self, figure: &Figure) -> Option<&'s Cover> {
        let (_, cover) = self.parts.iter().find(|(id, _)| figure.part.as_deref() == Some(&**id))?;
        let subject = self.record_number(&figure.subject).ok()?.map(Target::Record);
        let tokens = || (0..cover.classes.len()).filter(|n| cover.classes[*n] != Class::Nothing);
        let is_longer = |name: &Reading| {
            let is_name = Some(name.key.target) == subject && name.key.field.is_name();
            is_name && name.tokens.len() > tokens().count() && tokens().all(|n| name.tokens.contains(&n))
        };
        (!self.query.readings.iter().any(is_longer)).then_some(*cover)
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
        let subject = self.record_number(&figure.subject)?;
        things.extend(subject.and_then(|subject| self.cover_of(subject)));
        if let Some(metric) = self.atlas.metric_number(&figure.metric)? {
            let target = Target::Metric(index::number(metric));
            things.extend(self.covers.of.get(&target));
        }
        let named = |list: &[(String, &'s Cover)], id: Option<&str>| {
            list.iter().find(|(other, _)| Some(&**other) == id).map(|(_, cover)| *cover)
        };
        things.extend(named(&self.scopes, figure.scope.as_deref()));
        things.extend(named(&self.scopes, figure.to.as_deref()));
        things.extend(self.part_of(figure));
        things.extend(named(&self.units, figure.unit.as_deref()));
        let direct = things.len();
        for other in [&figure.of, &figure.to].into_iter().flatten().filter(|other| **other != figure.subject)
        {
            things.extend(self.record_number(other)?.and_then(|other| self.cover_of(other)));
        }
        for (nth, cover) in things.iter().copied().enumerate() {
            let adds = answer.classes.iter().zip(&cover.classes).any(|(own, other)| other > own);
            if adds && !std::ptr::eq(cover, by) {
                answer.joins(cover, Class::Whole);
                // What is of a named thing comes before what only leads to one.
                answer.things += if nth < direct { 1 } else { 2 };
            }
        }
        if subject.is_some_and(|subject| self.territories.own.contains(&subject)) {
            Territories::cover(self.territories.whole, self.query, &mut answer, Class::Most);
        }
        // A part that is not asked for is not all of what the metric is called.
        let is_other_part = figure.part.as_deref().is_some_and(|part| index::place_for_whole(part).is_none());
        if is_other_part && self.part_of(figure).is_none() {
            let by_metric = answer.classes.iter_mut().zip(&by.classes);
            by_metric.filter(|(_, by)| **by > Class::Most).for_each(|(own, _)| *own = Class::Most);
        }
        // What describes its subject says nothing of the figure; nor do other words that its subject has for another
        // metric, for a part or for a place outside, but for those of its name: the passengers of an
        // international airport are no international passengers.
        let elsewhere = self.elsewhere(figure)?;
        let by_subject = subject.and_then(|subject| self.cover_of(subject));
        let is_subjects = |n: usize| {
            let others = things
                .iter()
                .chain([&by])
                .filter(|cover| by_subject.is_none_or(|own| !std::ptr::eq(own, **cover)));
            others.into_iter().all(|cover| cover.classes[n] == Class::Nothing)
        };
        for (n, class) in answer.classes.iter_mut().enumerate() {
            let is_year = year(&self.query.tokens[n].text).is_some() && !self.query.named[n];
            let is_elsewhere = is_year || elsewhere[n] && is_subjects(n);
            if *class == Class::Described || is_elsewhere && by.field != Field::Value {
                *class = Class::Nothing;
            }
        }
        let mut fit = fit(figure, self.query);
        if let Some((token, year)) = self.query.year {
            // A target is no answer to what happened, nor is what a plan expected.
            let is_plan = match subject {
                Some(subject) => self.atlas.kind_of(subject as usize)? == Kind::Plan,
                None => false,
            };
            let foresees = figure.status == Status::Target || figure.status == Status::Estimate && is_plan;
            if foresees && self.query.goal.is_empty() && year <= self.atlas.data_day()?.year {
                fit = Fit::Other;
            }
            match fit {
                Fit::Time => answer.covers(token, Class::Whole),
                Fit::Year => answer.covers(token, Class::Most),
                Fit::Other => answer.classes[token] = Class::Nothing,
            }
        }
        if let Some((tokens, ..)) = &self.query.months {
            let class = if fit == Fit::Time { Class::Whole } else { Class::Nothing };
            answer.classes[tokens.clone()].fill(class);
        }
        if figure.status == Status::Target {
            self.query.goal.iter().for_each(|token| answer.covers(*token, Class::Whole));
        }
        self.found.push(answer);
        Ok(())
    }

    /// The tokens that mean another metric, a part or a place outside, and are not what the subject of a figure is
    /// called by; for a part, neither by the first meaning of an everyday word.
    fn elsewhere(&self, figure: &Figure) -> Result<Vec<bool>, Error> {
        let metric = self.atlas.metric_number(&figure.metric)?.map(|n| Target::Metric(index::number(n)));
        let subject = self.record_number(&figure.subject)?.map(Target::Record);
        let mut elsewhere = vec![false; self.query.tokens.len()];
        let (mut named, mut meant) = (elsewhere.clone(), elsewhere.clone());
        for reading in self.query.readings.iter().filter(|reading| Some(reading.key.target) == subject) {
            let is_name = reading.key.field.is_name();
            if is_name || reading.key.field == Field::Word(0) {
                meant[reading.tokens.clone()].fill(true);
                named[reading.tokens.clone()].iter_mut().for_each(|named| *named |= is_name);
            }
        }
        for reading in self.singling_out.iter().filter(|reading| Some(reading.key.target) != metric) {
            let called = if matches!(reading.key.target, Target::Scope(_)) { &meant } else { &named };
            reading.tokens.clone().for_each(|n| elsewhere[n] |= !called[n]);
        }
        Ok(elsewhere)
    }

    /// Figures that are named themselves: by their value, or by the word of a dispute; and those of a named
    /// record in a unit that is named.
    fn single_figures(&mut self) -> Result<(), Error> {
        let query = self.query;
        let named = self.covers.of.iter().filter_map(|(target, cover)| match target {
            Target::Figure(number) => Some((*number, cover)),
            _ => None,
        });
        let mut ordered = Vec::new();
        for (number, cover) in named.take(VALUES) {
            ordered.push((order(self.read(number)?, query), number, cover));
        }
        self.in_order(ordered, VALUES)?;
        if self.units.is_empty() {
            return Ok(());
        }
        for (record, _) in self.records.clone().into_iter().take(READ) {
            let mut in_unit = Vec::new();
            for number in self.atlas.record_index(record as usize)?.figure_range() {
                let stored = self.atlas.stored_figure(number)?;
                let unit = self.units.iter().find(|(id, _)| stored.has("unit", id)).map(|(_, cover)| *cover);
                if let Some(cover) = unit {
                    let number = index::number(number);
                    in_unit.push((order(self.read(number)?, query), number, cover));
                }
            }
            self.in_order(in_unit, READ)?;
        }
        Ok(())
    }

    /// Targets of a named metric, and of named records or for them.
    fn targets(&mut self) -> Result<(), Error> {
        if self.query.goal.is_empty() {
            return Ok(());
        }
        let covered = |list: &[(u32, &'s Cover)], number: Option<usize>| {
            list.iter().find(|(own, _)| Some(*own as usize) == number).map(|(_, cover)| *cover)
        };
        let named = self.metrics.iter().any(|(_, cover)| cover.classes.contains(&Class::Whole));
        let mut found = Vec::new();
        for number in 0..self.atlas.count(Section::Figures)? {
            let stored = self.atlas.stored_figure(number)?;
            if !stored.id().contains(".target") {
                continue;
            }
            let mut cover = covered(&self.metrics, self.atlas.metric_number(stored.metric())?);
            if named && cover.is_none() {
                continue;
            }
            let figure = stored.read()?;
            for record in [Some(&figure.subject), figure.of.as_ref()].into_iter().flatten() {
                cover = cover.or(covered(&self.records, self.atlas.record_number(record)?));
            }
            found.extend(cover.map(|cover| (order(&figure, self.query), index::number(number), cover)));
        }
        self.in_order(found, VALUES)
    }

    /// Gaps: with the records that they concern, and the year where no figure is of it.
    fn gaps(&mut self) -> Result<(), Error> {
        let year = self.query.year.filter(|(token, _)| {
            let held = |answer: &Candidate| {
                matches!(answer.target, Target::Figure(_))
                    && answer.classes[*token] >= Class::Most
                    && self.query.tokens.iter().zip(&answer.classes).enumerate().all(|(n, (of, class))| {
                        n == *token || of.weight == 0 || *class >= Class::Words || self.query.of_kind[n]
                    })
            };
            !self.found.iter().any(held)
        });
        for (target, cover) in &self.covers.of {
            let Target::Gap(number) = target else { continue };
            let mut answer = Candidate::of(*target, cover);
            // All that is missing is so of the area that the data is about, or of its city.
            for area in [self.territories.whole, self.territories.city] {
                Territories::cover(area, self.query, &mut answer, Class::Some);
            }
            if let Some((token, _)) = year
                && cover.rest == 0
                && cover.classes.iter().any(|class| *class >= Class::Some)
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
}

/// How a figure fits the time that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is of this time, or of a day in it.
    Time,
    /// It is of another part of the year, or of all of it where a part is asked for.
    Year,
    /// It is of another.
    Other,
}

fn fit(figure: &Figure, query: &Query) -> Fit {
    let Some(span) = figure.span() else {
        return if query.year.is_some() || query.months.is_some() { Fit::Other } else { Fit::Time };
    };
    let in_one_year = span.start.year == span.end.year;
    if query.year.is_some_and(|(_, year)| !in_one_year || span.start.year != year) {
        return Fit::Other;
    }
    let (start, end) = (span.start.month, span.end.month);
    let is_of_time = match &query.months {
        Some((_, first, last)) if figure.period.is_none() => in_one_year && *first <= start && end <= *last,
        Some((_, first, last)) => in_one_year && (start, end) == (*first, *last),
        None => query.year.is_none() || figure.period.is_none() || span.is_full_year(),
    };
    if is_of_time { Fit::Time } else { Fit::Year }
}

/// The order of the figures of one record and metric, the best first: those of the time that is asked for; none
/// that another retires; no part of a year before a whole one; what happened before estimates before designs before
/// targets; no undated one; the whole before a part; the newest.
type FigureOrder = (Fit, bool, bool, Status, bool, Option<usize>, Reverse<Option<Recency>>);

fn order(figure: &Figure, query: &Query) -> FigureOrder {
    let span = figure.span();
    // The newest terminal is part of an airport.
    let of_part = query.superlative == Some(Superlative::Newest) && query.kind.is_none();
    let breadth = figure.part.as_deref().filter(|_| !of_part);
    let breadth = breadth.map(|part| index::place_for_whole(part).unwrap_or(usize::MAX));
    let part_year = figure.period.is_some()
        && span.is_some_and(|span| span.start.year == span.end.year && !span.is_full_year());
    (
        fit(figure, query),
        figure.is_retired(),
        part_year,
        figure.status,
        span.is_none(),
        breadth,
        Reverse(span.map(Span::recency)),
    )
}

/// The number by which a figure is larger than another; of a day or a year, the later is larger.
fn size(figure: &Figure) -> Option<f64> {
    match &figure.value {
        Value::Number(number) | Value::Range(number, _) => Some(number.0),
        // `2010-06` is 20100600.
        Value::Text(day) => format!("{:0<8}", day.replace('-', "")).parse().ok(),
        Value::List(_) => None,
    }
}
