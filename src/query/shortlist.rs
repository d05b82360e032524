//! Which park for an industry: what the data shows of each park, what speaks against it, and what is not
//! held. There is no score. A park is out only where a source says so, and what is not held counts neither
//! for a park nor against it.
//!
//! A link of a record speaks for itself with the sources that both of its ends rest on; one that is the user's,
//! with those of the user's. What is known only of the zone that a park lies in is noted and decides nothing.

use std::{cmp::Reverse, collections::HashMap, rc::Rc, slice};

use serde::{Deserialize, Serialize};

use super::{
    figures::term,
    resolve::{self, FuzzyMatch, Matching, Resolution},
    targets::limits,
};
use crate::{
    error::Error,
    model::{About, Day, Figure, Kind, Record, Span, Status, Strength, Term, Text, Value, closed_list, fold},
    store::{self, Atlas, Stored, format::Section, metric_of},
};

closed_list! {
    /// What the data says of a park for what was asked.
    Verdict {
        /// The industry and every must-have are shown by a source.
        In = "in",
        /// Something of it is shown, and a must-have is not.
        Unknown = "unknown",
        /// A source says that the park is no longer there, or that it is smaller than asked.
        Out = "out",
        /// Nothing links it to the industry.
        NothingHeld = "nothing-held",
    }
}

closed_list! {
    /// What a reason does for the must-have that it speaks to.
    Says {
        /// It shows it.
        For = "for",
        /// It speaks against it.
        Against = "against",
        /// It decides nothing: planned, of an unknown state, of a wider area, or not a must-have.
        Noted = "noted",
    }
}

/// One thing that a source says of a park.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reason<'a> {
    /// What it speaks to: a must-have, or something else of the vocabulary set `topic`.
    pub topic: Text<'a>,
    /// Whether it speaks for it or against it.
    pub says: Says,
    /// Id of the record that it is about: the park, or what it lies in.
    pub about: Text<'a>,
    /// Id of the linked record; none where a figure says it, or the park's own status or category.
    pub record: Option<Text<'a>>,
    /// Status of the linked record, or of the park.
    pub status: Option<Text<'a>>,
    /// When it was last known to hold; none where no source dates it.
    pub date: Option<Text<'a>>,
    /// The strongest of its sources.
    pub strength: Strength,
    /// Ids of its sources, the strongest first.
    pub sources: Vec<Text<'a>>,
    /// How many of them, the last ones, are weak.
    #[serde(skip)]
    pub weak: usize,
    /// The figure, where one says it: with its value, scope and part.
    pub figure: Option<Figure<'a>>,
    /// Where the link, the status or the figure stands in the user's own data, `file:line`; none for the data of the
    /// program.
    pub origin: Option<Text<'a>>,
    /// Whether it is about an industry or a territory, and so holds for several parks.
    #[serde(skip)]
    pub is_wide: bool,
}

/// A park, and what the data says of it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Candidate<'a> {
    /// Id of the park.
    pub id: Text<'a>,
    /// English name.
    pub name: Text<'a>,
    /// Chinese name.
    pub name_zh: Option<Text<'a>>,
    /// What the data says of it.
    pub verdict: Verdict,
    /// What that rests on, must-haves first.
    pub reasons: Vec<Reason<'a>>,
    /// What to ask the administration of the park: must-haves that are not shown, then what else is not held
    /// (vocabulary sets `need`, `topic` and `item`).
    pub unknown: Vec<Text<'a>>,
    /// Where it stands in the user's own data, `file:line`; none for the data of the program.
    pub origin: Option<Text<'a>>,
    /// By what it is ordered.
    #[serde(skip)]
    pub rank: Rank,
}

/// By what parks of one verdict are ordered, the greater first; then by id. It rests on the park alone, so
/// another park never turns two round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// How many must-haves are shown.
    pub met: usize,
    /// How many reasons for it are of the two years before the date of the data and not of weak sources alone.
    pub current: usize,
    /// How many reasons for it there are.
    pub shown: usize,
}

/// What was asked for.
#[derive(Debug)]
pub struct Criteria<'a> {
    /// The industry and those below it.
    pub industries: Vec<Record<'a>>,
    /// The needs, each once.
    pub needs: Vec<Need<'a>>,
    /// The least area, in km2.
    pub min_area: Option<f64>,
    /// The names of the industries, folded.
    names: Vec<String>,
}

/// A must-have of the closed list.
#[derive(Debug)]
pub struct Need<'a> {
    /// As it is written: `river-port`, `cooperation:japan`.
    pub id: Text<'a>,
    /// What shows it ([`Term::shown_by`]).
    shown_by: Vec<Text<'a>>,
    /// The country behind the colon.
    country: Option<Text<'a>>,
}

impl<'a> Criteria<'a> {
    /// The criteria for an industry: a name of one, or an everyday word that means one, before any near miss. With
    /// them the note of a near miss.
    pub fn new(
        atlas: &Atlas<'a>,
        industry: &str,
        needs: &[String],
        min_area: Option<f64>,
        matching: Matching,
    ) -> Result<(Self, Option<FuzzyMatch>), Error> {
        let Resolution { number, note } = match resolve::everyday(atlas, industry, Kind::Industry)? {
            Some(number) => Resolution { number, note: None },
            None => resolve::record(atlas, industry, Some(Kind::Industry), matching)?,
        };
        let records = atlas.numbers_of(Kind::Industry)?.map(|number| atlas.record(number));
        let mut left = records.collect::<Result<Vec<_>, _>>()?;
        let mut industries = vec![atlas.record(number)?];
        let mut at = 0;
        while let Some(above) = industries.get(at).map(|industry| industry.id.clone()) {
            industries.extend(left.extract_if(.., |below| below.parent.as_ref() == Some(&above)));
            at += 1;
        }
        let names = industries.iter().flat_map(|industry| {
            [Some(&industry.name), industry.name_zh.as_ref()].into_iter().flatten().chain(&industry.aliases)
        });
        let names = names.map(|name| fold(name)).collect();
        let mut criteria = Self { industries, needs: Vec::new(), min_area, names };
        for typed in needs {
            let need = Need::new(atlas, typed)?;
            if !criteria.needs.iter().any(|known| known.id == need.id) {
                criteria.needs.push(need);
            }
        }
        Ok((criteria, note))
    }

    /// The must-haves: those of every park, then those that were asked for.
    pub fn must_haves(&self) -> impl Iterator<Item = &str> {
        let area = self.min_area.map(|_| "area");
        ["industry", "standing"].into_iter().chain(self.needs.iter().map(|need| &*need.id)).chain(area)
    }

    /// What reasons say of a park, by what they order it, and the must-haves that they do not show.
    fn judge(&self, reasons: &[Reason], today: Day) -> (Verdict, Rank, Vec<&str>) {
        let says =
            |topic: &str, says| reasons.iter().any(|reason| reason.topic == *topic && reason.says == says);
        if !reasons.iter().any(|reason| matches!(&*reason.topic, "industry" | "tenants")) {
            return (Verdict::NothingHeld, Rank::default(), Vec::new());
        }
        // Companies of the industry show the industry; of two extents, one too small and one large enough,
        // neither shows anything.
        let is_met = |topic: &&str| match *topic {
            "industry" => says("industry", Says::For) || says("tenants", Says::For),
            "area" => says("area", Says::For) && !says("area", Says::Against),
            topic => says(topic, Says::For),
        };
        // Everything that is held of it speaks against it.
        let is_contradicted =
            |topic| says(topic, Says::Against) && !says(topic, Says::For) && !says(topic, Says::Noted);
        let unmet: Vec<&str> = self.must_haves().filter(|topic| !is_met(topic)).collect();
        let mut rank = Rank { met: self.must_haves().count() - unmet.len(), ..Rank::default() };
        for reason in reasons.iter().filter(|reason| reason.says == Says::For) {
            let end = reason.date.as_deref().and_then(Span::parse).map(|span| span.end);
            let is_current = end.is_some_and(|end| end >= today.years_before(2));
            rank.current += usize::from(is_current && reason.strength != Strength::Weak);
            rank.shown += 1;
        }
        let verdict = match () {
            () if is_contradicted("standing") || is_contradicted("area") => Verdict::Out,
            () if unmet.is_empty() => Verdict::In,
            () => Verdict::Unknown,
        };
        (verdict, rank, unmet)
    }
}

impl<'a> Need<'a> {
    fn new(atlas: &Atlas<'a>, typed: &str) -> Result<Self, Error> {
        const OPTION: &str = "--need";
        let Some((name, country)) = typed.split_once([':', '：']) else {
            let Term { id, shown_by, .. } = term(atlas, OPTION, "need", typed)?;
            return Ok(Self { id, shown_by, country: None });
        };
        let country = term(atlas, OPTION, "country", country)?.id;
        // With the country of a need that takes none, the text is none of the list.
        let need = term(atlas, OPTION, "need", name).ok().filter(Term::takes_country);
        let Term { id, shown_by, .. } = need.map_or_else(|| term(atlas, OPTION, "need", typed), Ok)?;
        Ok(Self { id: [&*id, ":", &country].concat().into(), shown_by, country: Some(country) })
    }
}

/// Some parks, best first.
pub fn candidates<'a>(
    atlas: &Atlas<'a>,
    criteria: &Criteria<'a>,
    parks: impl IntoIterator<Item = usize>,
) -> Result<Vec<Candidate<'a>>, Error> {
    let (about, today, known) = (&atlas.about()?, atlas.data_day()?, &mut Known::default());
    let mut rows = Vec::new();
    for number in parks {
        let park = &(number, atlas.record(number)?);
        let study = Study { atlas, criteria, about, known, park, figures: Vec::new(), reasons: Vec::new() };
        rows.push(study.candidate(today)?);
    }
    rows.sort_by(|a, b| (a.verdict, Reverse(a.rank), &a.id).cmp(&(b.verdict, Reverse(b.rank), &b.id)));
    Ok(rows)
}

/// What was looked up for one park and is asked again for the next.
#[derive(Default)]
struct Known<'a> {
    /// The strength of sources, and whether they are the user's.
    sources: HashMap<Text<'a>, (Strength, bool)>,
    costs: HashMap<Text<'a>, Vec<Reason<'a>>>,
    records: HashMap<Text<'a>, Rc<Numbered<'a>>>,
}

/// One park.
struct Study<'s, 'a> {
    atlas: &'s Atlas<'a>,
    criteria: &'s Criteria<'a>,
    about: &'s About<'a>,
    known: &'s mut Known<'a>,
    park: &'s Numbered<'a>,
    /// Its newest figures.
    figures: Vec<Stored<'a, Figure<'a>>>,
    reasons: Vec<Reason<'a>>,
}

/// A record with its number.
type Numbered<'a> = (usize, Record<'a>);

/// What an investor asks of any park.
const ASKED: [&str; 6] = ["free-land", "land", "rent", "power", "distance", "incentives"];

impl<'a> Study<'_, 'a> {
    /// What the data of today says of the park.
    fn candidate(mut self, today: Day) -> Result<Candidate<'a>, Error> {
        self.industry()?;
        if !self.reasons.is_empty() {
            let (number, park) = self.park;
            let newest = self.atlas.series_of(*number)?.into_iter().flat_map(|series| series.newest);
            let newest = newest.map(|figure| self.atlas.stored_figure(figure as usize));
            self.figures = newest.collect::<Result<_, _>>()?;
            self.focus()?;
            self.add("standing", at_work(park), park, self.park)?;
            self.needs()?;
            self.extent()?;
            self.besides()?;
        }
        let (verdict, rank, unmet) = self.criteria.judge(&self.reasons, today);
        let mut unknown = Vec::new();
        if matches!(verdict, Verdict::In | Verdict::Unknown) {
            unknown.extend(unmet.into_iter().map(own));
            unknown.extend(self.not_held()?);
        }
        let Record { id, name, name_zh, origin, .. } = self.park.1.clone();
        Ok(Candidate { id, name, name_zh, verdict, reasons: self.reasons, unknown, origin, rank })
    }

    /// What links the park to the industry: its own link, and its companies.
    fn industry(&mut self) -> Result<(), Error> {
        let (criteria, park) = (self.criteria, &self.park.1);
        let wanted = |id: &Text| criteria.industries.iter().any(|industry| industry.id == *id);
        for id in park.links.industries.iter().filter(|id| wanted(id)) {
            let industry = self.record(id)?;
            self.add("industry", Says::For, park, &industry)?;
        }
        for id in &park.links.enterprises {
            let company = self.record(id)?;
            if company.1.links.industries.iter().any(wanted) {
                self.add("tenants", at_work(&company.1), park, &company)?;
            }
        }
        Ok(())
    }

    /// What the park says it is for, where that is the industry: noted, for it may be a plan.
    fn focus(&mut self) -> Result<(), Error> {
        for figure in self.of_metrics(&self.about.shortlist.focus)? {
            if items(&figure).any(|item| self.criteria.names.contains(&fold(item))) {
                self.reasons.push(measured("industry", Says::Noted, figure));
            }
        }
        Ok(())
    }

    /// What shows the needs: of the park itself, else, noted, of the nearest zone above it that has it.
    fn needs(&mut self) -> Result<(), Error> {
        let own = self.record(&self.park.1.id)?;
        for need in &self.criteria.needs {
            let (before, mut holder) = (self.reasons.len(), Some(own.clone()));
            while let Some(park) = holder.filter(|holder| holder.1.kind == Kind::Park) {
                for way in &need.shown_by {
                    self.shown_by(need, way, &park.1)?;
                }
                let above = park.1.parent.as_ref().filter(|_| self.reasons.len() == before);
                holder = above.map(|zone| self.record(zone)).transpose()?;
            }
        }
        Ok(())
    }

    /// What one way of showing a need finds: see the set `need` in `data/vocabulary.toml`.
    fn shown_by(&mut self, need: &Need<'a>, way: &str, holder: &Record<'a>) -> Result<(), Error> {
        let (what, category) = way.split_once(':').unwrap_or_default();
        let is_of = |country| holder.country.contains(country);
        let ids = match what {
            "own" | "country" if need.country.as_ref().is_none_or(is_of) => slice::from_ref(&holder.id),
            // Companies of the industry have the topic of this need already.
            "enterprises" => &[],
            _ => Kind::from_plural(what).map_or(&[][..], |kind| holder.links.of(kind)),
        };
        for id in ids {
            let other = self.record(id)?;
            if other.1.category == *category {
                self.add(&need.id, at_work(&other.1), holder, &other)?;
            }
        }
        let figures = if holder.id == self.park.1.id { self.of_metrics(&[what.into()])? } else { Vec::new() };
        for figure in figures.into_iter().filter(|figure| figure.status == Status::Actual) {
            let end = figure.to.as_deref().map(|to| self.atlas.record_by_id(to)).transpose()?.flatten();
            if end.is_some_and(|end| end.category == *category) {
                self.reasons.push(measured(&need.id, Says::For, figure));
            }
        }
        Ok(())
    }

    /// How large the park is; where only parts of it are held, they are: it is no smaller than one of them.
    fn extent(&mut self) -> Result<(), Error> {
        let mut sizes = self.of_metrics(slice::from_ref(&self.about.size))?;
        let has_whole = sizes.iter().any(|figure| figure.part.is_none());
        sizes.retain(|figure| figure.part.is_none() == has_whole);
        for figure in sizes {
            let (low, high) = limits(&figure).unwrap_or_default();
            let says = match (self.criteria.min_area, figure.status) {
                (Some(least), Status::Actual) if low.is_some_and(|low| low >= least) => Says::For,
                (Some(least), Status::Actual | Status::Designed)
                    if has_whole && high.is_some_and(|high| high < least) =>
                {
                    Says::Against
                }
                _ => Says::Noted,
            };
            self.reasons.push(measured("area", says, figure));
        }
        Ok(())
    }

    /// What an investor asks besides: other companies, distances, ports, policies, plans, costs.
    fn besides(&mut self) -> Result<(), Error> {
        let metrics = &self.about.shortlist;
        for (metrics, topic) in [(&metrics.companies, "companies"), (&metrics.distance, "distance")] {
            for figure in self.of_metrics(metrics)? {
                let known =
                    |reason: &Reason| reason.figure.as_ref().is_some_and(|known| known.id == figure.id);
                if !self.reasons.iter().any(known) {
                    self.reasons.push(measured(topic, Says::Noted, figure));
                }
            }
        }
        let (park, industry) = (&self.park.1, self.criteria.industries.first());
        // A drive stands with the road.
        for id in &park.links.projects {
            let is_distance = |figure: &str| metrics.distance.iter().any(|own| **own == *metric_of(figure));
            let drives = self.atlas.figures_with(self.record(id)?.0, is_distance)?;
            let drives = drives.into_iter().filter(|figure| !figure.is_retired());
            self.reasons.extend(drives.map(|figure| measured("distance", Says::Noted, figure)));
        }
        let of_park = [Kind::Port, Kind::Policy, Kind::Plan].map(|kind| (park, kind));
        let of_industry = industry.into_iter().flat_map(|it| [(it, Kind::Policy), (it, Kind::Plan)]);
        for (about, kind) in of_park.into_iter().chain(of_industry) {
            for id in about.links.of(kind) {
                let other = self.record(id)?;
                // What has ended supports nothing; of what is for the whole industry only what is in force does.
                let supports = match other.1.status.as_deref() {
                    Some("in-force") => true,
                    Some("historical" | "completed" | "expired") => false,
                    _ => about.id == park.id,
                };
                if supports && !self.reasons.iter().any(|reason| reason.record.as_ref() == Some(id)) {
                    self.add(kind.plural(), Says::Noted, about, &other)?;
                }
            }
        }
        let costs = self.costs(&park.id)?;
        self.reasons.extend(costs);
        // What a site or a lease cost stands with who paid it.
        for id in &park.links.enterprises {
            let paid = self.costs(id)?.into_iter().filter(|cost| cost.about == *id);
            self.reasons.extend(paid.map(|cost| Reason { is_wide: false, ..cost }));
        }
        Ok(())
    }

    /// The newest costs of a record; where none of them is of land or buildings, those of the nearest territory
    /// that it lies in.
    fn costs(&mut self, id: &Text<'a>) -> Result<Vec<Reason<'a>>, Error> {
        if let Some(known) = self.known.costs.get(id) {
            return Ok(known.clone());
        }
        let numbered = self.record(id)?;
        let (number, record) = &*numbered;
        let theme = self.atlas.entry(Section::TermIds, "theme/costs")?;
        let (mut costs, mut has_site) = (Vec::new(), false);
        let series = self.atlas.series_of(*number)?.into_iter();
        for newest in series.filter(|series| Some(series.theme as usize) == theme).flat_map(|s| s.newest) {
            let figure = self.atlas.stored_figure(newest as usize)?;
            let is_of_site = matches!(self.item(figure.id())?.as_deref(), Some("land" | "rent"));
            has_site |= is_of_site;
            if is_of_site || record.kind == Kind::Park {
                let is_wide = record.kind != Kind::Park;
                costs.push(Reason { is_wide, ..measured("costs", Says::Noted, figure.read()?) });
            }
        }
        if let Some(parent) = record.parent.as_ref().filter(|_| !has_site) {
            costs.extend(self.costs(parent)?);
        }
        self.known.costs.insert(id.clone(), costs.clone());
        Ok(costs)
    }

    /// The row of the cost sheet that a figure with this id stands in.
    fn item(&self, figure: &str) -> Result<Option<Text<'a>>, Error> {
        let metric = self.atlas.metric(metric_of(figure))?;
        Ok(metric.and_then(|metric| metric.item))
    }

    /// What of [`ASKED`] is not held of the park itself.
    fn not_held(&self) -> Result<impl Iterator<Item = Text<'a>> + use<'a>, Error> {
        let mut held: Vec<Text> = Vec::new();
        let is_of_park = |reason: &&Reason| reason.about == self.park.1.id || reason.topic == "distance";
        for reason in self.reasons.iter().filter(is_of_park) {
            held.extend(match (&*reason.topic, &reason.figure) {
                ("costs", Some(figure)) => self.item(&figure.id)?,
                (_, Some(figure)) if self.about.shortlist.distance.contains(&figure.metric) => {
                    Some("distance".into())
                }
                _ => None,
            });
        }
        Ok(ASKED.into_iter().map(Text::from).filter(move |topic| !held.contains(topic)))
    }

    /// The newest figures of the park of some metrics, which their ids name.
    fn of_metrics(&self, metrics: &[Text]) -> Result<Vec<Figure<'a>>, Error> {
        let own = self.figures.iter().filter(|figure| metrics.iter().any(|own| **own == *figure.metric()));
        let figures = own.map(Stored::read).collect::<Result<Vec<_>, _>>()?;
        Ok(figures.into_iter().filter(|figure| !figure.is_retired()).collect())
    }

    /// The record with this id, which is linked to and so exists.
    fn record(&mut self, id: &Text<'a>) -> Result<Rc<Numbered<'a>>, Error> {
        if let Some(known) = self.known.records.get(id) {
            return Ok(known.clone());
        }
        let number = self.atlas.record_number(id)?.ok_or(store::Error::Missing)?;
        let record = Rc::new((number, self.atlas.record(number)?));
        self.known.records.insert(id.clone(), record.clone());
        Ok(record)
    }

    /// A link of a record to another, or its own state. It rests on the sources that both have, else on its
    /// own; the other's state on those of its date. Only what is about the park itself decides.
    fn add(
        &mut self,
        topic: &str,
        says: Says,
        about: &Record<'a>,
        other: &Numbered<'a>,
    ) -> Result<(), Error> {
        let (number, other) = other;
        let atlas = self.atlas;
        // That an industry thrives says nothing of the park, and a category has no date.
        let has_state = topic == "standing" || (other.kind != Kind::Industry && other.id != about.id);
        let dated = if has_state { dated(atlas, *number, other)? } else { None };
        let link = ["links.", &other.id].concat();
        let link = if other.id == about.id { ["category", "country"] } else { [&*link; 2] };
        let origin = match topic {
            "standing" => None,
            _ => atlas.own_part(&about.id, &link)?,
        };
        let state = if has_state { atlas.own_part(&other.id, &["status", "status_as_of"])? } else { None };
        let origin = state.or(origin);
        let mut sources: Vec<Text> = match topic {
            "standing" => dated.iter().cloned().collect(),
            _ => about.sources.iter().filter(|id| other.sources.contains(id)).cloned().collect(),
        };
        if sources.is_empty() {
            sources.clone_from(&about.sources);
        }
        sources.extend(dated.filter(|id| !sources.contains(id)));
        // What the user says of a record that is not the user's rests on the user's sources, all else on none of them.
        let (is_own, by_any) = (origin.is_some(), atlas.own_key(&about.id, "")?.is_some());
        for id in about.sources.iter().chain(&other.sources).filter(|_| is_own && !by_any) {
            sources.extend(Some(id.clone()).filter(|id| !sources.contains(id)));
        }
        let known = &mut self.known.sources;
        for id in &sources {
            if !known.contains_key(id) {
                let source = atlas.cited(id)?;
                known.insert(id.clone(), (source.strength, source.origin.is_some()));
            }
        }
        sources.retain(|id| by_any || known[id].1 == is_own);
        sources.sort_by_cached_key(|id| known[id].0);
        let weak = sources.iter().filter(|id| known[*id].0 == Strength::Weak).count();
        let strength = sources.first().map_or(Strength::Weak, |id| known[id].0);
        self.reasons.push(Reason {
            topic: own(topic),
            says: if about.id == self.park.1.id { says } else { Says::Noted },
            about: about.id.clone(),
            record: Some(other.id.clone()).filter(|id| *id != about.id),
            status: other.status.clone().filter(|_| has_state),
            date: other.status_as_of.clone().filter(|_| has_state),
            strength,
            sources,
            weak,
            figure: None,
            origin,
            is_wide: about.kind != Kind::Park,
        });
        Ok(())
    }
}

fn measured<'a>(topic: &str, says: Says, figure: Figure<'a>) -> Reason<'a> {
    Reason {
        topic: own(topic),
        says,
        about: figure.subject.clone(),
        record: None,
        status: None,
        date: figure.date_text().map(own),
        strength: figure.strength,
        sources: vec![figure.source.clone()],
        weak: usize::from(figure.strength == Strength::Weak),
        origin: figure.origin.clone(),
        figure: Some(figure),
        is_wide: false,
    }
}

fn own<'a>(text: &str) -> Text<'a> {
    Text::from(text.to_owned())
}

/// Whether a record is at work; noted where its status does not tell.
fn at_work(record: &Record) -> Says {
    match record.status.as_deref() {
        Some("active" | "developing") => Says::For,
        Some("merged" | "closed" | "historical" | "outside") => Says::Against,
        _ => Says::Noted,
    }
}

/// The items of a list, in both languages.
fn items<'f>(figure: &'f Figure) -> impl Iterator<Item = &'f str> {
    let lists = [Some(&figure.value), figure.value_zh.as_ref()].into_iter().flatten();
    let items = lists.flat_map(|value| if let Value::List(items) = value { &items[..] } else { &[] });
    items.map(|item| &**item)
}

/// A source of a record that is of the date of its status: of a figure of that date, else published then.
fn dated<'a>(atlas: &Atlas<'a>, number: usize, record: &Record<'a>) -> Result<Option<Text<'a>>, Error> {
    let Some(date) = record.status_as_of.as_deref() else { return Ok(None) };
    for figure in atlas.record_index(number)?.figure_range() {
        let figure = atlas.stored_figure(figure)?;
        if figure.id().split('.').nth(2) == Some(date) {
            return Ok(Some(figure.read()?.source));
        }
    }
    let published = format!("-{date}-");
    Ok(record.sources.iter().find(|id| id.contains(&published)).cloned())
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, sample::select};

    use super::*;

    const TODAY: Day = Day { year: 2026, month: 11, day: 23 };

    /// A reason with a topic, what it says, its date and its strength.
    fn reason() -> impl Strategy<Value = Reason<'static>> {
        let topics = select(vec!["industry", "tenants", "standing", "river-port", "area", "costs"]);
        let dates = select(vec![None, Some("2026"), Some("2020")]);
        let strengths = select(vec![Strength::Primary, Strength::Weak]);
        (topics, select(Says::ALL.to_vec()), dates, strengths).prop_map(|(topic, says, date, strength)| {
            let figure = Figure { period: date.map(Text::from), strength, ..Figure::sample() };
            measured(topic, says, figure)
        })
    }

    fn judge(reasons: &[Reason]) -> (Verdict, Reverse<Rank>) {
        let need = Need { id: "river-port".into(), shown_by: Vec::new(), country: None };
        let (industries, names) = (Vec::new(), Vec::new());
        let criteria = Criteria { industries, needs: vec![need], min_area: Some(10.0), names };
        let (verdict, rank, _) = criteria.judge(reasons, TODAY);
        (verdict, Reverse(rank))
    }

    proptest! {
        #[test]
        fn what_is_taken_away_never_improves_a_park_and_the_order_of_reasons_decides_nothing(
            (one, mut other) in proptest::collection::vec(reason(), 1..10)
                .prop_flat_map(|reasons| (Just(reasons.clone()), Just(reasons).prop_shuffle())),
            which in any::<prop::sample::Index>(),
        ) {
            let before = judge(&one);
            prop_assert_eq!(&judge(&other), &before);
            // What speaks against it is left: without it, nothing would be known.
            let which = which.index(other.len());
            if other[which].says != Says::Against {
                other.remove(which);
            }
            prop_assert!(judge(&other) >= before);
        }
    }
}
