//! Which park for an industry: what the data shows of each park, what speaks against it, and what is not
//! held. There is no score. A park is out only where a source says so, and what is not held counts neither
//! for a park nor against it.
//!
//! A link of a record speaks for itself with the sources that both of its ends rest on; one that is the user's,
//! with those of the user's.

use std::{cmp::Reverse, slice};

use serde::{Deserialize, Serialize};

use super::{
    figures::term,
    resolve::{self, FuzzyMatch, Matching, Resolution},
    targets::limits,
};
use crate::{
    error::Error,
    model::{
        About, Day, Figure, Kind, Record, ShortlistMetrics, Span, Status, Strength, Term, Text, Value,
        closed_list, fold,
    },
    store::{self, Atlas, Section, Stored, date_of, metric_of},
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
    /// Id of the record that it is about: the park, the industry, or a territory that the park lies in.
    pub about: Text<'a>,
    /// Id of the linked record; none where a figure says it, or the park's own status or category.
    pub record: Option<Text<'a>>,
    /// Status of the linked record, or of the park.
    pub status: Option<Text<'a>>,
    /// When it was last known to hold; none where no source dates it.
    pub date: Option<Text<'a>>,
    /// The strength of its first source; weak too where a status has a date that no known source is of.
    pub strength: Strength,
    /// Ids of its sources: first one that is of the date of the status, then the strongest.
    pub sources: Vec<Text<'a>>,
    /// The figure, where one says it: with its value, scope and part.
    pub figure: Option<Figure<'a>>,
    /// Where the link, the status or the figure stands in the user's own data, `file:line`; none for the data of the
    /// program.
    pub origin: Option<Text<'a>>,
}

impl<'a> Reason<'a> {
    /// The ids of the linked record and of the figure.
    pub fn rests_on(&self) -> (Option<&Text<'a>>, Option<&Text<'a>>) {
        (self.record.as_ref(), self.figure.as_ref().map(|figure| &figure.id))
    }
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
    let (about, today) = (&atlas.about()?, atlas.data_day()?);
    let wider = &of_all_parks(atlas, criteria, about)?;
    let mut rows = Vec::new();
    for number in parks {
        let park = atlas.record(number)?;
        let reasons = presence(atlas, criteria, &park)?;
        let (figures, costs) = Default::default();
        let mut study = Study { atlas, criteria, about, park, figures, costs, reasons };
        if !study.reasons.is_empty() {
            study.read(number, wider)?;
        }
        rows.push(study.candidate(today));
    }
    rows.sort_by(|a, b| (a.verdict, Reverse(a.rank), &a.id).cmp(&(b.verdict, Reverse(b.rank), &b.id)));
    Ok(rows)
}

/// A cost with its row of the cost sheet.
type Cost<'a> = (Stored<'a, Figure<'a>>, Option<Text<'a>>);

/// One park.
struct Study<'s, 'a> {
    atlas: &'s Atlas<'a>,
    criteria: &'s Criteria<'a>,
    about: &'s About<'a>,
    park: Record<'a>,
    /// Its newest figures.
    figures: Vec<Stored<'a, Figure<'a>>>,
    /// Those of them that are costs.
    costs: Vec<Cost<'a>>,
    reasons: Vec<Reason<'a>>,
}

/// What an investor asks of any park.
const ASKED: [&str; 6] = ["free-land", "land", "rent", "power", "distance", "incentives"];

impl<'a> Study<'_, 'a> {
    /// Everything of a park that is linked to the industry.
    fn read(&mut self, number: usize, wider: &[Reason<'a>]) -> Result<(), Error> {
        let newest = self.atlas.series_of(number)?.into_iter().flat_map(|series| series.newest);
        let newest = newest.map(|figure| self.atlas.stored_figure(figure as usize));
        self.figures = newest.collect::<Result<_, _>>()?;
        self.costs = costs(self.atlas, number)?;
        let standing = link(self.atlas, "standing", at_work(&self.park), &self.park, &self.park)?;
        self.focus()?;
        self.reasons.push(standing);
        self.needs()?;
        self.extent()?;
        self.besides(wider)
    }

    /// What the data of today says of the park.
    fn candidate(self, today: Day) -> Candidate<'a> {
        let (verdict, rank, unmet) = self.criteria.judge(&self.reasons, today);
        let mut unknown = Vec::new();
        if matches!(verdict, Verdict::In | Verdict::Unknown) {
            unknown.extend(unmet.into_iter().map(own));
            unknown.extend(ASKED.into_iter().filter(|topic| !self.holds(topic)).map(Text::from));
        }
        let Record { id, name, name_zh, origin, .. } = self.park;
        Candidate { id, name, name_zh, verdict, reasons: self.reasons, unknown, origin, rank }
    }

    /// What the park says it is for, where that is the industry: noted, for it may be a plan.
    fn focus(&mut self) -> Result<(), Error> {
        let is_named = |list: &Value| match list {
            Value::List(items) => items.iter().any(|item| self.criteria.names.contains(&fold(item))),
            _ => false,
        };
        for figure in self.of_metrics(&self.about.shortlist.focus)? {
            if is_named(&figure.value) || figure.value_zh.as_ref().is_some_and(is_named) {
                self.reasons.push(measured("industry", Says::Noted, figure));
            }
        }
        Ok(())
    }

    /// What shows the needs: see the set `need` in `data/vocabulary.toml`.
    fn needs(&mut self) -> Result<(), Error> {
        for need in &self.criteria.needs {
            for way in &need.shown_by {
                self.shown_by(need, way)?;
            }
        }
        Ok(())
    }

    /// What one way of showing a need finds.
    fn shown_by(&mut self, need: &Need<'a>, way: &str) -> Result<(), Error> {
        let (what, category) = way.split_once(':').unwrap_or_default();
        let is_of = |country| self.park.country.contains(country);
        let ids = match (what, Kind::from_plural(what)) {
            ("own" | "country", _) if need.country.as_ref().is_none_or(is_of) => {
                slice::from_ref(&self.park.id)
            }
            // Companies of the industry have the topic of this need already.
            (_, None | Some(Kind::Enterprise)) => &[],
            (_, Some(kind)) => self.park.links.of(kind),
        };
        for id in ids {
            let other = record(self.atlas, id)?;
            if other.category == *category {
                let reason = link(self.atlas, &need.id, at_work(&other), &self.park, &other)?;
                self.reasons.push(reason);
            }
        }
        let figures = self.of_metrics(&[what.into()])?.into_iter();
        for figure in figures.filter(|figure| figure.status == Status::Actual) {
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

    /// What an investor asks besides: other companies, distances, ports, policies, plans, costs, each once.
    fn besides(&mut self, wider: &[Reason<'a>]) -> Result<(), Error> {
        let ShortlistMetrics { companies, distance, .. } = &self.about.shortlist;
        let mut besides = Vec::new();
        for (metrics, topic) in [(companies, "companies"), (distance, "distance")] {
            let figures = self.of_metrics(metrics)?.into_iter();
            besides.extend(figures.map(|figure| measured(topic, Says::Noted, figure)));
        }
        besides.extend(support(self.atlas, &self.park)?);
        for (figure, _) in &self.costs {
            besides.push(measured("costs", Says::Noted, figure.read()?));
        }
        // What a site or a lease cost stands with who paid it, a drive with the road.
        for id in &self.park.links.enterprises {
            besides.extend(sites(self.atlas, id)?);
        }
        let is_distance = |id: &str| distance.iter().any(|own| **own == *metric_of(id));
        for id in &self.park.links.projects {
            let road = self.atlas.record_number(id)?.ok_or(store::Error::Missing)?;
            let drives = self.atlas.figures_with(road, is_distance)?.into_iter();
            let drives = drives.filter(|figure| !figure.is_retired());
            besides.extend(drives.map(|figure| measured("distance", Says::Noted, figure)));
        }
        for reason in &mut besides {
            reason.about.clone_from(&self.park.id);
        }
        for reason in besides.iter().chain(wider) {
            if !self.reasons.iter().any(|told| told.rests_on() == reason.rests_on()) {
                self.reasons.push(reason.clone());
            }
        }
        Ok(())
    }

    /// Whether something of [`ASKED`] is held of the park itself.
    fn holds(&self, topic: &str) -> bool {
        let distances = &self.about.shortlist.distance;
        let is_distance = |figure: &Figure| distances.contains(&figure.metric);
        self.costs.iter().any(|(_, item)| item.as_deref() == Some(topic))
            || topic == "distance"
                && self.reasons.iter().any(|reason| reason.figure.as_ref().is_some_and(is_distance))
    }

    /// The newest figures of the park of some metrics, which their ids name.
    fn of_metrics(&self, metrics: &[Text]) -> Result<Vec<Figure<'a>>, Error> {
        let own = self.figures.iter().filter(|figure| metrics.iter().any(|own| **own == *figure.metric()));
        Ok(own.map(Stored::read).collect::<Result<_, _>>()?)
    }
}

/// What links a park to the industry: its own link, and its companies.
fn presence<'a>(
    atlas: &Atlas<'a>,
    criteria: &Criteria<'a>,
    park: &Record<'a>,
) -> Result<Vec<Reason<'a>>, Error> {
    let (industries, mut reasons) = (&criteria.industries, Vec::new());
    let links = park.links.industries.iter();
    for industry in links.filter_map(|id| industries.iter().find(|industry| industry.id == *id)) {
        reasons.push(link(atlas, "industry", Says::For, park, industry)?);
    }
    for id in &park.links.enterprises {
        let company = record(atlas, id)?;
        if industries.iter().any(|industry| company.links.industries.contains(&industry.id)) {
            reasons.push(link(atlas, "tenants", at_work(&company), park, &company)?);
        }
    }
    Ok(reasons)
}

/// The newest costs of a record.
fn costs<'a>(atlas: &Atlas<'a>, record: usize) -> Result<Vec<Cost<'a>>, Error> {
    let theme = atlas.entry(Section::TermIds, "theme/costs")?;
    let mut costs = Vec::new();
    let series = atlas.series_of(record)?.into_iter().filter(|series| Some(series.theme as usize) == theme);
    for figure in series.flat_map(|series| series.newest) {
        let figure = atlas.stored_figure(figure as usize)?;
        let metric = atlas.metric(figure.metric())?;
        costs.push((figure, metric.and_then(|metric| metric.item)));
    }
    Ok(costs)
}

/// The newest costs of land and buildings of a record.
fn sites<'a>(atlas: &Atlas<'a>, id: &str) -> Result<Vec<Reason<'a>>, Error> {
    let mut sites = costs(atlas, atlas.record_number(id)?.ok_or(store::Error::Missing)?)?;
    sites.retain(|(_, item)| matches!(item.as_deref(), Some("land" | "rent")));
    sites.iter().map(|(figure, _)| Ok(measured("costs", Says::Noted, figure.read()?))).collect()
}

/// The record with this id, which is linked to and so exists.
fn record<'a>(atlas: &Atlas<'a>, id: &str) -> Result<Record<'a>, Error> {
    Ok(atlas.record_by_id(id)?.ok_or(store::Error::Missing)?)
}

/// What holds for each park: what supports the industry; the costs of land and buildings of the territory that the data
/// is about, or of the nearest one around it that has them.
fn of_all_parks<'a>(
    atlas: &Atlas<'a>,
    criteria: &Criteria<'a>,
    about: &About<'a>,
) -> Result<Vec<Reason<'a>>, Error> {
    let mut reasons = Vec::new();
    for industry in criteria.industries.iter().take(1) {
        reasons.extend(support(atlas, industry)?);
    }
    let (mut has_costs, mut territory) = (false, Some(about.area.clone()));
    while let Some(id) = territory.filter(|_| !has_costs) {
        let sites = sites(atlas, &id)?;
        has_costs = !sites.is_empty();
        reasons.extend(sites);
        territory = record(atlas, &id)?.parent;
    }
    Ok(reasons)
}

/// What supports a park, or all of an industry: ports, policies and plans that it is linked to.
fn support<'a>(atlas: &Atlas<'a>, about: &Record<'a>) -> Result<Vec<Reason<'a>>, Error> {
    let mut links = Vec::new();
    for kind in [Kind::Port, Kind::Policy, Kind::Plan] {
        for id in about.links.of(kind) {
            let other = record(atlas, id)?;
            // What has ended supports nothing; of what is for the whole industry only what is in force does.
            let supports = match other.status.as_deref() {
                Some("in-force") => true,
                Some("historical" | "completed" | "expired") => false,
                _ => about.kind == Kind::Park,
            };
            if supports {
                links.push(link(atlas, kind.plural(), Says::Noted, about, &other)?);
            }
        }
    }
    Ok(links)
}

/// A link of a record to another, or its own state. It rests on the sources that both have, else on its own; the
/// other's state first on one of its date.
fn link<'a>(
    atlas: &Atlas<'a>,
    topic: &str,
    says: Says,
    about: &Record<'a>,
    other: &Record<'a>,
) -> Result<Reason<'a>, Error> {
    let (is_state, is_other) = (topic == "standing", other.id != about.id);
    // That an industry thrives says nothing of the park, and a category has no date.
    let has_state = is_state || (is_other && other.kind != Kind::Industry);
    let mut origin = None;
    if has_state {
        origin = atlas.own_part(&other.id, &["status", "status_as_of"])?;
    }
    if origin.is_none() && !is_state {
        let link = ["links.", &other.id].concat();
        origin = atlas.own_part(&about.id, &if is_other { [&*link; 2] } else { ["category", "country"] })?;
    }
    // What the user says of a record that is not the user's rests on the user's sources, all else on none of them.
    let (is_own, is_users) = (origin.is_some(), atlas.own_key(&about.id, "")?.is_some());
    let dated = if has_state { dated(atlas, other)? } else { None };
    let mut ids: Vec<Text> = if is_own && !is_users {
        about.sources.iter().chain(&other.sources).cloned().collect()
    } else if is_state {
        dated.iter().cloned().collect()
    } else {
        about.sources.iter().filter(|id| other.sources.contains(id)).cloned().collect()
    };
    if ids.is_empty() {
        ids.clone_from(&about.sources);
    }
    ids.extend(dated.clone());
    let mut sources: Vec<(bool, Strength, Text)> = Vec::new();
    for id in ids {
        let source = atlas.cited(&id)?;
        let known = (dated.as_ref() != Some(&id), source.strength, id);
        if (is_users || source.origin.is_some() == is_own) && !sources.contains(&known) {
            sources.push(known);
        }
    }
    sources.sort_by_key(|(is_undated, strength, _)| (*is_undated, *strength));
    let date = other.status_as_of.clone().filter(|_| has_state);
    // That a status still holds at a date is no better known than from a source of that date.
    let strength = match sources.first() {
        Some((is_undated, strength, _)) if !*is_undated || date.is_none() => *strength,
        _ => Strength::Weak,
    };
    Ok(Reason {
        topic: own(topic),
        says,
        about: about.id.clone(),
        record: Some(other.id.clone()).filter(|_| is_other),
        status: other.status.clone().filter(|_| has_state),
        date,
        strength,
        sources: sources.into_iter().map(|(.., id)| id).collect(),
        figure: None,
        origin,
    })
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
        origin: figure.origin.clone(),
        figure: Some(figure),
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

/// The strongest source of a record that is of the date of its status: of a figure of that date, or published then.
fn dated<'a>(atlas: &Atlas<'a>, record: &Record<'a>) -> Result<Option<Text<'a>>, Error> {
    let Some(date) = record.status_as_of.as_deref() else { return Ok(None) };
    let number = atlas.record_number(&record.id)?.ok_or(store::Error::Missing)?;
    let of_date = atlas.figures_with(number, |id| date_of(id) == date)?.into_iter();
    let mut sources: Vec<(Strength, Text)> = of_date.map(|figure| (figure.strength, figure.source)).collect();
    let published = ["\"published\":\"", date].concat();
    for id in &record.sources {
        let source = atlas.source(id)?.ok_or(store::Error::Missing)?;
        if source.json().contains(&published) {
            sources.push((source.read()?.strength, id.clone()));
        }
    }
    Ok(sources.into_iter().min_by_key(|(strength, _)| *strength).map(|(_, id)| id))
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
