//! Which records of a kind pass the filters of a list.

use crate::{
    cli::ListArgs,
    error::{Error, UsageError},
    model::{Day, InForce, Kind, Record, Span, fold},
    query::resolve::{self, FuzzyMatch, Matching},
    store::Atlas,
};

/// Records with their numbers, and which of the filters' values were understood although not typed exactly so.
type Passing<'a> = (Vec<(usize, Record<'a>)>, Vec<FuzzyMatch>);

/// The records that pass all filters, in their order.
pub fn list<'a>(
    atlas: &Atlas<'a>,
    kind: Kind,
    args: &ListArgs,
    matching: Matching,
) -> Result<Passing<'a>, Error> {
    let filter = Filter::new(atlas, kind, args, matching)?;
    let mut passing = Vec::new();
    for number in atlas.numbers_of(kind)? {
        let record = atlas.record(number)?;
        if filter.passes(&record) {
            passing.push((number, record));
        }
    }
    Ok((passing, filter.notes))
}

#[derive(Default)]
struct Filter {
    category: Option<String>,
    status: Option<String>,
    country: Option<String>,
    scheme: Option<String>,
    tiers: Vec<String>,
    /// A scheme and classes in it, one of which a record is in; none is every record.
    classes: (String, Vec<String>),
    in_force: bool,
    /// The first and the last day of which one ends the term of a policy.
    lapsing: Option<(Day, Day)>,
    linked: Vec<(Kind, String)>,
    /// What was not typed quite so.
    notes: Vec<FuzzyMatch>,
}

impl Filter {
    fn new(atlas: &Atlas, kind: Kind, args: &ListArgs, matching: Matching) -> Result<Self, Error> {
        let mut filter = Self::default();
        let classes = &args.own.industry;
        let values = ValueSet { atlas, kind };
        let is_of_enterprises = kind == Kind::Enterprise;
        let of_category = |record: &Record| vec![record.category.to_string()];
        filter.category = values.resolve("--category", &["category"], args.category.as_ref(), of_category)?;
        filter.status =
            values.resolve("--status", &["entity-status", "plan-status"], args.status.as_ref(), |r| {
                r.status.iter().map(ToString::to_string).collect()
            })?;
        filter.country =
            values.resolve("--country", &["country"], args.own.enterprise.country.as_ref(), |r| {
                r.country.iter().map(ToString::to_string).collect()
            })?;
        filter.scheme = values.resolve("--scheme", &["scheme"], classes.scheme.as_ref(), |r| {
            r.groups.iter().map(|group| group.scheme.to_string()).collect()
        })?;
        let tier = values.resolve("--tier", &["tier"], classes.tier.as_ref(), |r| {
            r.groups.iter().map(|group| group.tier.to_string()).collect()
        })?;
        filter.tiers.extend(tier);
        if classes.pillar || classes.emerging || classes.service {
            let of = atlas.about()?.classes;
            let asked =
                [(classes.pillar, of.pillar), (classes.emerging, of.emerging), (classes.service, of.service)];
            let asked = asked.into_iter().filter(|(asked, _)| *asked).map(|(_, tier)| tier.to_string());
            filter.classes = (of.scheme.to_string(), asked.collect());
        }
        filter.in_force = args.own.policy.in_force;
        if let Some(months) = args.own.policy.lapsing {
            let today = atlas.data_day()?;
            filter.lapsing = Some((today, today.months_after(months)));
        }
        for (kind, typed) in [
            (Kind::Industry, &args.industry),
            (Kind::Port, &args.port),
            (Kind::Park, &args.park),
            (Kind::Enterprise, &args.enterprise),
        ] {
            // A cell of a list names several, each of which must be linked.
            let several = typed.iter().flat_map(|typed| typed.split(['、', ',', '，'])).map(str::trim);
            for typed in several {
                match resolve::record(atlas, typed, Some(kind), matching) {
                    Ok(meant) => {
                        filter.linked.push((kind, atlas.record(meant.number)?.id.to_string()));
                        filter.notes.extend(meant.note);
                    }
                    // What the list shows of an enterprise without a link to an industry.
                    Err(error) if is_of_enterprises && filter.category.is_none() => {
                        let typed = Some(typed.to_owned()).filter(|_| kind == Kind::Industry);
                        let known = values.resolve("--industry", &["category"], typed.as_ref(), of_category);
                        filter.category = Some(known.ok().flatten().ok_or(error)?);
                    }
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(filter)
    }

    fn passes(&self, record: &Record) -> bool {
        let is = |asked: &Option<String>, has: Option<&str>| asked.is_none() || asked.as_deref() == has;
        let in_scheme = |scheme: Option<&str>, tiers: &[String]| {
            (scheme.is_none() && tiers.is_empty())
                || record.groups.iter().any(|group| {
                    scheme.is_none_or(|scheme| group.scheme == *scheme)
                        && (tiers.is_empty() || tiers.iter().any(|tier| group.tier == **tier))
                })
        };
        let (scheme, classes) = &self.classes;
        is(&self.category, Some(&record.category))
            && is(&self.status, record.status.as_deref())
            && self
                .country
                .as_ref()
                .is_none_or(|home| record.country.iter().any(|country| country == home.as_str()))
            && (classes.is_empty() || in_scheme(Some(scheme), classes))
            && in_scheme(self.scheme.as_deref(), &self.tiers)
            && (!self.in_force || record.in_force == Some(InForce::Yes))
            && self.lapsing.is_none_or(|(first, last)| {
                let until = record.valid_until.as_ref().and_then(|until| Span::parse_date(until));
                until.is_some_and(|until| (first..=last).contains(&until.end))
            })
            && self
                .linked
                .iter()
                .all(|(kind, id)| record.links.of(*kind).iter().any(|link| link == id.as_str()))
    }
}

/// The values that an option knows for a kind: those that at least one record of it has.
struct ValueSet<'w, 'a> {
    atlas: &'w Atlas<'a>,
    kind: Kind,
}

impl ValueSet<'_, '_> {
    /// The id that was typed as such or as a label in either language.
    fn resolve(
        &self,
        option: &'static str,
        sets: &[&str],
        typed: Option<&String>,
        values: impl Fn(&Record) -> Vec<String>,
    ) -> Result<Option<String>, Error> {
        let Some(typed) = typed else { return Ok(None) };
        let key = fold(typed);
        let mut known: Vec<String> = Vec::new();
        for number in self.atlas.numbers_of(self.kind)? {
            for value in values(&self.atlas.record(number)?) {
                if !known.contains(&value) {
                    known.push(value);
                }
            }
        }
        for value in &known {
            if fold(value) == key {
                return Ok(Some(value.clone()));
            }
            for set in sets {
                if let Some(term) = self.atlas.term(set, value)?
                    && (fold(&term.label) == key || fold(&term.label_zh) == key)
                {
                    return Ok(Some(value.clone()));
                }
            }
        }
        known.sort_unstable();
        Err(UsageError::UnknownValue { option, typed: typed.clone(), known }.into())
    }
}
