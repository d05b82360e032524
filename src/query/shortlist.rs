//! Which park for an industry: what the data shows of each park, what speaks against it, and what is not
//! held. There is no score. A park is out only where a source says so, and what is not held counts neither
//! for a park nor against it.
//!
//! A link of a record speaks for itself with the sources that both of its ends rest on. What is known only
//! of the zone that a park lies in is noted and decides nothing.

use std::{cmp::Reverse, collections::HashMap, rc::Rc, slice};

use serde::{Deserialize, Serialize};

use super::{
    figures::word,
    resolve::{self, Matching, Resolution},
    targets::limits,
};
use crate::{
    error::{Error, UsageError},
    model::{
        About, Day, Figure, Kind, Record, Span, Status, Strength, Term, Text, Value, as_id, closed_list, fold,
    },
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
    /// The figure, where one says it: with its value, scope and part.
    pub figure: Option<Figure<'a>>,
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
    country: Option<String>,
}

impl<'a> Criteria<'a> {
    /// The criteria for an industry by its number.
    ///
    /// # Errors
    /// A usage error where a need is none of the closed list.
    pub fn new(
        atlas: &Atlas<'a>,
        industry: usize,
        needs: &[String],
        min_area: Option<f64>,
    ) -> Result<Self, Error> {
        let records = atlas.numbers_of(Kind::Industry)?.map(|number| atlas.record(number));
        let mut left = records.collect::<Result<Vec<_>, _>>()?;
        let mut industries = vec![atlas.record(industry)?];
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
        Ok(criteria)
    }

    /// The must-haves: those of every park, then those that were asked for.
    pub fn must_haves(&self) -> impl Iterator<Item = &str> {
        let area = self.min_area.map(|_| "area");
        ["industry", "standing"].into_iter().chain(self.needs.iter().map(|need| &*need.id)).chain(area)
    }
}

impl<'a> Need<'a> {
    fn new(atlas: &Atlas<'a>, typed: &str) -> Result<Self, Error> {
        const OPTION: &str = "--need";
        let (name, country) =
            typed.split_once([':', '：']).map_or((typed, None), |(name, of)| (name, Some(of)));
        let country = country.map(|country| word(atlas, OPTION, "country", country)).transpose()?;
        let takes_country = |term: &Term| term.shown_by.iter().any(|way| way.starts_with("country:"));
        // An id is looked up; only a label needs the whole list.
        let terms = match atlas.term("need", &as_id(name))? {
            Some(term) => vec![term],
            None => atlas.terms("need")?,
        };
        let named =
            |term: &&Term| [&term.id, &term.label, &term.label_zh].iter().any(|t| fold(t) == fold(name));
        if let Some(term) = terms.iter().find(named).filter(|term| country.is_none() || takes_country(term)) {
            let id = country.as_ref().map(|country| Text::from([&*term.id, ":", country].concat()));
            Ok(Self { id: id.unwrap_or(term.id.clone()), shown_by: term.shown_by.clone(), country })
        } else {
            let of = |term: &Term| if takes_country(term) { ":COUNTRY" } else { "" };
            let known = terms.iter().map(|term| [&*term.id, of(term)].concat()).collect();
            Err(UsageError::UnknownValue { option: OPTION, typed: typed.to_owned(), known }.into())
        }
    }
}

/// The industry that was typed: a name of one, or an everyday word that means one, before any near miss.
///
/// # Errors
/// As [`resolve::record`].
pub fn industry(atlas: &Atlas, typed: &str, matching: Matching) -> Result<Resolution, Error> {
    match resolve::everyday(atlas, typed, Kind::Industry)? {
        Some(number) => Ok(Resolution { number, note: None }),
        None => resolve::record(atlas, typed, Some(Kind::Industry), matching),
    }
}

/// Some parks, best first.
///
/// # Errors
/// Where the data cannot be read.
pub fn candidates<'a>(
    atlas: &Atlas<'a>,
    criteria: &Criteria<'a>,
    parks: impl IntoIterator<Item = usize>,
) -> Result<Vec<Candidate<'a>>, Error> {
    let (about, today) = (&atlas.about()?, atlas.data_day()?);
    let mut known = Known::default();
    let mut rows = Vec::new();
    for number in parks {
        let (park, known) = (Rc::new((number, atlas.record(number)?)), &mut known);
        let study =
            Study { atlas, criteria, about, today, known, park, figures: Vec::new(), reasons: Vec::new() };
        rows.push(study.candidate()?);
    }
    rows.sort_by(|a, b| (a.verdict, Reverse(a.rank), &a.id).cmp(&(b.verdict, Reverse(b.rank), &b.id)));
    Ok(rows)
}

/// What was looked up for one park and is asked again for the next.
#[derive(Default)]
struct Known<'a> {
    strengths: HashMap<Text<'a>, Strength>,
    costs: HashMap<Text<'a>, Vec<Reason<'a>>>,
    records: HashMap<Text<'a>, Rc<Numbered<'a>>>,
    /// The policies and plans for the industry.
    industry: Option<Vec<Reason<'a>>>,
}

/// One park.
struct Study<'s, 'a> {
    atlas: &'s Atlas<'a>,
    criteria: &'s Criteria<'a>,
    about: &'s About<'a>,
    /// The date of the data.
    today: Day,
    known: &'s mut Known<'a>,
    park: Rc<Numbered<'a>>,
    /// Its newest figures.
    figures: Vec<Stored<'a, Figure<'a>>>,
    reasons: Vec<Reason<'a>>,
}

/// A record with its number.
type Numbered<'a> = (usize, Record<'a>);

/// What an investor asks of any park.
const ASKED: [&str; 6] = ["free-land", "land", "rent", "power", "distance", "incentives"];

impl<'a> Study<'_, 'a> {
    fn candidate(mut self) -> Result<Candidate<'a>, Error> {
        self.industry()?;
        let (mut verdict, mut rank, mut unknown) = (Verdict::NothingHeld, Rank::default(), Vec::new());
        if !self.reasons.is_empty() {
            let park = self.park.clone();
            self.figures = newest(self.atlas, park.0)?;
            self.focus()?;
            self.add("standing", at_work(&park.1), &park.1, &park)?;
            self.needs()?;
            self.extent()?;
            self.besides()?;
            unknown = self.criteria.must_haves().filter(|topic| !self.is_met(topic)).map(own).collect();
            rank = self.rank(self.criteria.must_haves().count() - unknown.len());
            verdict = match () {
                () if self.is_contradicted("standing") || self.is_contradicted("area") => Verdict::Out,
                () if unknown.is_empty() => Verdict::In,
                () => Verdict::Unknown,
            };
            unknown.extend(self.not_held()?);
        }
        if verdict == Verdict::Out {
            unknown.clear();
        }
        let Record { id, name, name_zh, origin, .. } = self.park.1.clone();
        Ok(Candidate { id, name, name_zh, verdict, reasons: self.reasons, unknown, origin, rank })
    }

    fn rank(&self, met: usize) -> Rank {
        let mut rank = Rank { met, ..Rank::default() };
        for reason in self.reasons.iter().filter(|reason| reason.says == Says::For) {
            let end = reason.date.as_deref().and_then(Span::parse).map(|span| span.end);
            let is_current = end.is_some_and(|end| end >= self.today.years_before(2));
            rank.current += usize::from(is_current && reason.strength != Strength::Weak);
            rank.shown += 1;
        }
        rank
    }

    /// Whether a must-have is shown. Companies of the industry show the industry; of two extents, one too
    /// small and one large enough, neither shows anything.
    fn is_met(&self, topic: &str) -> bool {
        let of_topic =
            |reason: &&Reason| reason.topic == *topic || (topic == "industry" && reason.topic == *"tenants");
        let says = |says| self.reasons.iter().filter(of_topic).any(|reason| reason.says == says);
        says(Says::For) && !(topic == "area" && says(Says::Against))
    }

    /// Whether everything that is held of a must-have speaks against it.
    fn is_contradicted(&self, topic: &str) -> bool {
        let mut of_topic = self.reasons.iter().filter(|reason| reason.topic == *topic).peekable();
        of_topic.peek().is_some() && of_topic.all(|reason| reason.says == Says::Against)
    }

    /// What links the park to the industry: its own link, and its companies.
    fn industry(&mut self) -> Result<(), Error> {
        let (criteria, numbered) = (self.criteria, self.park.clone());
        let park = &numbered.1;
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
        let mut holders = vec![self.park.clone()];
        while let Some(parent) = holders.last().and_then(|holder| holder.1.parent.clone()) {
            let zone = self.record(&parent)?;
            if zone.1.kind != Kind::Park {
                break;
            }
            holders.push(zone);
        }
        for need in &self.criteria.needs {
            let before = self.reasons.len();
            for holder in &holders {
                for way in &need.shown_by {
                    self.shown_by(need, way, &holder.1)?;
                }
                if self.reasons.len() > before {
                    break;
                }
            }
        }
        Ok(())
    }

    /// What one way of showing a need finds: see the set `need` in `data/vocabulary.toml`.
    fn shown_by(&mut self, need: &Need<'a>, way: &str, holder: &Record<'a>) -> Result<(), Error> {
        let (what, category) = way.split_once(':').unwrap_or_default();
        let linked = match what {
            "own" | "country" => {
                let of = |country: &String| holder.country.iter().any(|of| **of == *country);
                let is_own = need.country.as_ref().is_none_or(of);
                Vec::from_iter(Some(self.record(&holder.id)?).filter(|_| is_own))
            }
            // Companies of the industry have the topic of this need already.
            "enterprises" => Vec::new(),
            _ => {
                let ids = Kind::from_plural(what).map_or(&[][..], |kind| holder.links.of(kind));
                ids.iter().map(|id| self.record(id)).collect::<Result<_, _>>()?
            }
        };
        for other in linked.iter().filter(|linked| linked.1.category == *category) {
            self.add(&need.id, at_work(&other.1), holder, other)?;
        }
        let figures = if holder.id == self.park.1.id { self.of_metrics(&[what.into()])? } else { Vec::new() };
        for figure in figures {
            let end = figure.to.as_deref().map(|to| self.atlas.record_by_id(to)).transpose()?.flatten();
            if figure.status == Status::Actual && end.is_some_and(|end| end.category == *category) {
                self.reasons.push(measured(&need.id, Says::For, figure));
            }
        }
        Ok(())
    }

    /// How large the park is.
    fn extent(&mut self) -> Result<(), Error> {
        for figure in self
            .of_metrics(slice::from_ref(&self.about.size))?
            .into_iter()
            .filter(|figure| figure.part.is_none())
        {
            let (low, high) = limits(&figure).unwrap_or_default();
            let says = match (self.criteria.min_area, figure.status) {
                (Some(least), Status::Actual) if low.is_some_and(|low| low >= least) => Says::For,
                (Some(least), Status::Actual | Status::Designed) if high.is_some_and(|high| high < least) => {
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
        let numbered = self.park.clone();
        let park = &numbered.1;
        for kind in [Kind::Port, Kind::Policy, Kind::Plan] {
            for id in park.links.of(kind) {
                let other = self.record(id)?;
                // A plan or policy that has ended supports nothing.
                let is_over =
                    matches!(other.1.status.as_deref(), Some("historical" | "completed" | "expired"));
                if !is_over && !self.reasons.iter().any(|reason| reason.record.as_ref() == Some(id)) {
                    self.add(kind.plural(), Says::Noted, park, &other)?;
                }
            }
        }
        let of_industry = match self.known.industry.take() {
            Some(known) => known,
            None => self.of_industry()?,
        };
        for reason in &of_industry {
            if !self.reasons.iter().any(|known| known.record == reason.record) {
                self.reasons.push(reason.clone());
            }
        }
        self.known.industry = Some(of_industry);
        let costs = self.costs(&park.id)?;
        self.reasons.extend(costs);
        Ok(())
    }

    /// The policies and plans for the industry that are in force.
    fn of_industry(&mut self) -> Result<Vec<Reason<'a>>, Error> {
        let before = self.reasons.len();
        for industry in self.criteria.industries.iter().take(1) {
            for kind in [Kind::Policy, Kind::Plan] {
                for id in industry.links.of(kind) {
                    let other = self.record(id)?;
                    if other.1.status.as_deref() == Some("in-force") {
                        self.add(kind.plural(), Says::Noted, industry, &other)?;
                    }
                }
            }
        }
        Ok(self.reasons.split_off(before))
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
        for reason in self.reasons.iter().filter(|reason| reason.about == self.park.1.id) {
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
        // That an industry thrives says nothing of the park, and a category has no date.
        let has_state = topic == "standing" || (other.kind != Kind::Industry && other.id != about.id);
        let dated = if has_state { dated(self.atlas, *number, other)? } else { None };
        let mut sources: Vec<Text> = match topic {
            "standing" => dated.iter().cloned().collect(),
            _ => about.sources.iter().filter(|id| other.sources.contains(id)).cloned().collect(),
        };
        if sources.is_empty() {
            sources.clone_from(&about.sources);
        }
        sources.extend(dated.filter(|id| !sources.contains(id)));
        for id in &sources {
            if !self.known.strengths.contains_key(id) {
                self.known.strengths.insert(id.clone(), self.atlas.cited(id)?.strength);
            }
        }
        sources.sort_by_cached_key(|id| self.known.strengths[id]);
        let strength = sources.first().map_or(Strength::Weak, |id| self.known.strengths[id]);
        self.reasons.push(Reason {
            topic: own(topic),
            says: if about.id == self.park.1.id { says } else { Says::Noted },
            about: about.id.clone(),
            record: Some(other.id.clone()).filter(|id| *id != about.id),
            status: other.status.clone().filter(|_| has_state),
            date: other.status_as_of.clone().filter(|_| has_state),
            strength,
            sources,
            figure: None,
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
        figure: Some(figure),
        is_wide: false,
    }
}

fn own<'a>(text: &str) -> Text<'a> {
    Text::from(text.to_owned())
}

/// The newest figures of the series of a record, not read yet.
fn newest<'a>(atlas: &Atlas<'a>, record: usize) -> Result<Vec<Stored<'a, Figure<'a>>>, Error> {
    let newest = atlas.series_of(record)?.into_iter().flat_map(|series| series.newest);
    Ok(newest.map(|figure| atlas.stored_figure(figure as usize)).collect::<Result<_, _>>()?)
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
    use std::path::Path;

    use proptest::prelude::*;

    use super::*;
    use crate::load::{self, Located};

    /// What is held of a park: its link, the status of its company, its own, the status of its port, its area.
    type Held = (bool, Option<usize>, usize, Option<usize>, Option<i64>);

    const STATES: [&str; 4] = ["active", "merged", "planned", "unconfirmed"];

    /// The parks of the fixture's industry of vehicles, as `id verdict`, with their ranks, best first.
    fn asked(parks: &[(usize, Held)], turned: bool) -> Vec<(String, Verdict, Rank)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture");
        let files = load::files(&folder).unwrap();
        let mut dataset = load::read(&files).0;
        let find = |id: &str| dataset.records.iter().find(|record| record.item.id == *id).unwrap();
        let sample =
            ["liuyuan", "lumen", "bailuwan"].map(|id| (find(id).item.clone(), find(id).location.clone()));
        let area =
            dataset.figures.iter().find(|f| f.item.subject == "liuyuan" && f.item.metric == "area").unwrap();
        let area = (area.item.clone(), area.location.clone());
        dataset.records.retain(|record| record.item.kind != Kind::Park);
        let mut add = |n: usize, id: String, status: usize, link: Option<Kind>, to: String| {
            let (mut item, location) = (sample[n].0.clone(), sample[n].1.clone());
            (item.id, item.status) = (id.into(), Some(STATES[status].into()));
            item.status_as_of = Some("2026".into());
            if n == 0 {
                item.links = crate::model::Links::default();
            }
            if let Some(kind) = link {
                item.links.of_mut(kind).push(to.into());
            }
            dataset.records.push(Located { item, location });
        };
        for (n, (linked, company, status, port, _)) in parks {
            add(0, format!("p{n}"), *status, linked.then_some(Kind::Industry), "vehicles".to_owned());
            if let Some(status) = company {
                add(1, format!("c{n}"), *status, None, String::new());
            }
            if let Some(status) = port {
                add(2, format!("q{n}"), *status, None, String::new());
            }
        }
        for (n, (_, company, _, port, extent)) in parks {
            let park = dataset.records.iter_mut().find(|r| r.item.id == format!("p{n}").as_str()).unwrap();
            park.item.links.enterprises.extend(company.map(|_| format!("c{n}").into()));
            park.item.links.ports.extend(port.map(|_| format!("q{n}").into()));
            if let Some(value) = extent {
                let (mut item, location) = area.clone();
                item.subject = park.item.id.clone();
                item.id = format!("p{n}.area.2024").into();
                item.value = Value::Number(crate::model::Number::Int(*value));
                dataset.figures.push(Located { item, location });
            }
        }
        dataset.figures.retain(|figure| figure.item.subject != "liuyuan");
        let need = Term { shown_by: vec!["ports:river-port".into()], ..dataset.terms[0].item.clone() };
        let need = Term { set: "need".into(), id: "river-port".into(), ..need };
        let location = dataset.terms[0].location.clone();
        dataset.terms.push(Located { item: need, location });
        if turned {
            dataset.records.reverse();
            dataset.figures.reverse();
        }
        let compiled = store::compile(&dataset).unwrap();
        let atlas = Atlas::new(&compiled.tables, &compiled.json);
        let industry = industry(&atlas, "vehicles", Matching::Exact).unwrap().number;
        let criteria = Criteria::new(&atlas, industry, &["river-port".to_owned()], Some(10.0)).unwrap();
        let rows = candidates(&atlas, &criteria, atlas.numbers_of(Kind::Park).unwrap()).unwrap();
        rows.iter().map(|row| (row.id.to_string(), row.verdict, row.rank)).collect()
    }

    fn held() -> impl Strategy<Value = Held> {
        let state = || proptest::option::of(0..STATES.len());
        let extent = proptest::option::of(prop_oneof![Just(5_i64), Just(20)]);
        (any::<bool>(), state(), 0..STATES.len(), state(), extent)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn what_is_taken_away_never_improves_a_park(held in held(), which in 0..5) {
            let (linked, company, status, port, extent) = held;
            // What speaks against it is left: without it, nothing would be known.
            let less = match which {
                0 => (false, company, status, port, extent),
                1 => (linked, None, status, port, extent),
                2 => (linked, company, if status == 1 { 1 } else { 3 }, port, extent),
                3 => (linked, company, status, None, extent),
                _ => (linked, company, status, port, extent.filter(|extent| *extent < 10)),
            };
            let place = |held| asked(&[(0, held)], false).remove(0);
            let ((_, before, rank), (_, after, less)) = (place(held), place(less));
            prop_assert!((after, Reverse(less)) >= (before, Reverse(rank)));
        }

        #[test]
        fn the_order_rests_on_the_parks_alone(held in proptest::collection::vec(held(), 1..6)) {
            let parks: Vec<_> = held.into_iter().enumerate().collect();
            let all = asked(&parks, false);
            prop_assert_eq!(&all, &asked(&parks, true), "the order of the data");
            let left = asked(&parks[1..], false);
            let without: Vec<_> = all.into_iter().filter(|(id, ..)| id != "p0").collect();
            prop_assert_eq!(without, left, "another park");
        }
    }
}
