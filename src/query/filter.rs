//! Which records of a kind pass the filters of a list.

use std::collections::BTreeSet;

use memchr::memmem::Finder;

use crate::{
    cli::ListArgs,
    error::Error,
    lang::message,
    model::{Group, InForce, Kind, Record, Span, Term, fold},
    query::{
        Conditions,
        resolve::{self, FuzzyMatch, Matching},
    },
    store::{Atlas, format::Section},
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
    let (filter, notes) = filter(atlas, kind, args, matching)?;
    let finders: Vec<Finder> = filter.ids.iter().map(|id| Finder::new(id.as_bytes())).collect();
    let stored = atlas.table(Section::Records)?;
    let mut passing = Vec::new();
    for number in atlas.numbers_of(kind)? {
        let bytes = stored.raw(number).unwrap_or_default();
        if finders.iter().any(|id| id.find(bytes).is_none()) {
            continue;
        }
        let record = atlas.record(number)?;
        if filter.conditions.hold(&record) {
            passing.push((number, record));
        }
    }
    Ok((passing, notes))
}

/// What must hold of a record for it to be listed.
struct Filter<'a> {
    conditions: Conditions<'a, Record<'a>>,
    /// Ids that each such record holds somewhere: where its stored form has no such text, it need not be decoded.
    ids: Vec<String>,
}

impl<'a> Filter<'a> {
    /// Adds a condition on an id that the record must hold, where one was asked for.
    fn add(&mut self, asked: Option<String>, holds: impl Fn(&String, &Record) -> bool + 'a) {
        self.ids.extend(asked.clone());
        self.conditions.add(asked, holds);
    }
}

/// What records hold in a field that a filter asks for.
type Values = fn(&Record) -> Vec<String>;

/// The filters, read; and what was not typed quite so.
fn filter<'a>(
    atlas: &Atlas<'a>,
    kind: Kind,
    args: &ListArgs,
    matching: Matching,
) -> Result<(Filter<'a>, Vec<FuzzyMatch>), Error> {
    let (mut filter, mut notes) =
        (Filter { conditions: Conditions(Vec::new()), ids: Vec::new() }, Vec::new());
    let of_category: Values = |record| vec![record.category.to_string()];
    let of_status: Values = |record| record.status.iter().map(ToString::to_string).collect();
    let of_country: Values = |record| record.country.iter().map(ToString::to_string).collect();
    let of_scheme: Values = |record| record.groups.iter().map(|group| group.scheme.to_string()).collect();
    let of_tier: Values = |record| record.groups.iter().map(|group| group.tier.to_string()).collect();
    let value = |option, sets: &[&str], typed: Option<&String>, values| {
        typed.map(|typed| resolve_value(atlas, kind, option, sets, typed, values)).transpose()
    };
    let country = args.own.enterprise.country.as_ref();
    for (option, sets, typed, values) in [
        ("--category", &["category"][..], args.category.as_ref(), of_category),
        ("--status", &["entity-status", "plan-status"], args.status.as_ref(), of_status),
        ("--country", &["country"], country, of_country),
    ] {
        let id = value(option, sets, typed, values)?;
        filter.add(id, move |id, record| values(record).contains(id));
    }
    let classes = &args.own.industry;
    let scheme = value("--scheme", &["scheme"], classes.scheme.as_ref(), of_scheme)?;
    let tier = value("--tier", &["tier"], classes.tier.as_ref(), of_tier)?;
    filter.ids.extend(scheme.iter().chain(&tier).cloned());
    filter.conditions.add(scheme.clone().or(tier.clone()), move |_, record| {
        let is = |asked: &Option<String>, id: &str| asked.as_ref().is_none_or(|asked| asked == id);
        record.groups.iter().any(|group| is(&scheme, &group.scheme) && is(&tier, &group.tier))
    });
    if classes.pillar || classes.emerging || classes.service {
        let of = atlas.about()?.classes;
        let asked =
            [(classes.pillar, of.pillar), (classes.emerging, of.emerging), (classes.service, of.service)];
        let asked = asked.into_iter().filter(|(asked, _)| *asked);
        let groups: Vec<_> = asked.map(|(_, tier)| Group { scheme: of.scheme.clone(), tier }).collect();
        if let [group] = &groups[..] {
            filter.ids.push(group.tier.to_string());
        }
        let is_of = |any: &Vec<Group>, record: &Record| record.groups.iter().any(|group| any.contains(group));
        filter.conditions.add(Some(groups), is_of);
    }
    let in_force = args.own.policy.in_force.then_some(InForce::Yes);
    filter.conditions.add(in_force, |_, record| record.in_force == Some(InForce::Yes));
    if let Some(months) = args.own.policy.lapsing {
        let today = atlas.data_day()?;
        filter.conditions.add(Some(today..=today.months_after(months)), |days, record| {
            let until = record.valid_until.as_ref().and_then(|until| Span::parse_date(until));
            until.is_some_and(|until| days.contains(&until.end))
        });
    }
    for (linked, typed) in [
        (Kind::Industry, &args.industry),
        (Kind::Port, &args.port),
        (Kind::Park, &args.park),
        (Kind::Enterprise, &args.enterprise),
    ] {
        // A cell of a list names several, each of which must be linked.
        let several = typed.iter().flat_map(|typed| typed.split(['、', ',', '，'])).map(str::trim);
        for typed in several {
            match resolve::record(atlas, typed, Some(linked), matching) {
                Ok(meant) => {
                    notes.extend(meant.note);
                    let id = atlas.record_head_at(meant.number)?.id.to_string();
                    filter.add(Some(id), move |id, record| {
                        record.links.of(linked).iter().any(|to| *to == **id)
                    });
                }
                // What the list shows of an enterprise without a link to an industry.
                Err(error) if (kind, linked) == (Kind::Enterprise, Kind::Industry) => {
                    let known = resolve_value(atlas, kind, "--industry", &["category"], typed, of_category);
                    let id = known.map_err(|_| error)?;
                    filter.add(Some(id), move |id, record| *record.category == **id);
                }
                Err(error) => return Err(error),
            }
        }
    }
    Ok((filter, notes))
}

/// The id that was typed as such or as a label in either language, of the values that at least one record of
/// the kind has.
fn resolve_value(
    atlas: &Atlas,
    kind: Kind,
    option: &'static str,
    sets: &[&str],
    typed: &str,
    values: Values,
) -> Result<String, Error> {
    let mut known = BTreeSet::new();
    for number in atlas.numbers_of(kind)? {
        known.extend(values(&atlas.record(number)?));
    }
    let key = fold(typed);
    for value in &known {
        let terms = sets.iter().map(|set| atlas.term(set, value)).collect::<Result<Vec<_>, _>>()?;
        let is_label = |term: &Term| fold(&term.label) == key || fold(&term.label_zh) == key;
        if fold(value) == key || terms.iter().flatten().any(is_label) {
            return Ok(value.clone());
        }
    }
    Err(message::unknown_value(option, typed, &Vec::from_iter(known)))
}
